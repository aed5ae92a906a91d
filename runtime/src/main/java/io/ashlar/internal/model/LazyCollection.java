package io.ashlar.internal.model;

/** A collection that is loaded when it is first touched. */
public sealed interface LazyCollection permits LazyList, LazySet, LazyMap {

    /** Returns whether it is there already. */
    boolean isLoaded();
}
