package io.ashlar.event;

/** What happened to the records of a model. */
public enum Action {
    /** They are new. */
    CREATED("created"),
    /** Some of their properties have other values. */
    UPDATED("updated"),
    /** They are gone for good. */
    DELETED("deleted"),
    /** They are hidden until they are restored; named {@code deleted} too, since for most who listen they are gone. */
    SOFT_DELETED("deleted"),
    /** They are back after a soft delete. */
    RESTORED("restored"),
    /** They have new links to other records, on either side of a relation to many. */
    ATTACHED("attached"),
    /** They lost links to other records, on either side of a relation to many. */
    DETACHED("detached");

    private final String word;

    Action(String word) {
        this.word = word;
    }

    /** Returns the last part of an event's name, such as {@code created}. */
    public String word() {
        return word;
    }
}
