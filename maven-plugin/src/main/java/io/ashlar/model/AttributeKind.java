package io.ashlar.model;

/** What can be asked of an attribute. */
public enum AttributeKind {
    /** A {@code String}. */
    TEXT,
    /** A number, a date, a time or a duration: Java and the databases agree on its order. */
    COMPARABLE,
    /** A boolean, a character, an enum or a UUID: equal or not, and sorted somehow. */
    SORTABLE,
    /** Anything else that is no relation: binaries, JSON, converted and embedded values, and collections of such. */
    PLAIN,
    /** A relation to one record of an entity. */
    TO_ONE,
    /** A relation to many records of an entity. */
    TO_MANY,
    /** A collection of values of the first three kinds, as JSON or in a table of its own. */
    ELEMENTS
}
