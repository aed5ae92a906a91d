package io.ashlar.internal.model;

import org.jspecify.annotations.Nullable;

/** A place where related records, or the values of a collection, are still to come. */
public interface Missing {

    /** Returns the values by which they are found. */
    Object[] key();

    /** Puts what was found into its place: a record, or a collection; null for no record. */
    void fill(@Nullable Object found);
}
