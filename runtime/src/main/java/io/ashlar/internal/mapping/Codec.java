package io.ashlar.internal.mapping;

/** Turns the value of an attribute into what JDBC stores, and back. Never sees null. */
interface Codec {

    /**
     * Returns what to store.
     *
     * @throws Unstorable if the column cannot hold the value as it is
     */
    Object write(Object value);

    /** Returns the attribute's value of what JDBC read. */
    Object read(Object stored);

    /** Returns whether the value can change without its attribute being set, so that it has to be compared. */
    default boolean mutable() {
        return false;
    }

    /** A value that its column would round, cut or not take; the message says why, without the attribute. */
    final class Unstorable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unstorable(String message) {
            super(message);
        }
    }
}
