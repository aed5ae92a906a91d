package io.ashlar.internal.read;

import io.ashlar.data.Model;

/** Marks records of which only some attributes were read, and tells them apart. */
public interface Partial {

    /** Marks a record. */
    void mark(Object record);

    /** Returns whether a record is marked. */
    boolean is(Object record);

    /** Marks in a field of {@link Model}. */
    static Partial inModels() {
        return new PartialModels();
    }
}
