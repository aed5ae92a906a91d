package io.ashlar.migrate;

/** Where one migration stands in one database. */
public enum MigrationState {
    /** The history begins after it: what it does was there before. */
    BASELINE,
    /** It ran. */
    APPLIED,
    /** It has not run. */
    PENDING,
    /** It began and did not end, or its undoing did not; the database keeps a part. */
    UNFINISHED,
    /** It failed in a way that only a person can mend. */
    FAILED,
    /** It has not run, and is older than one that has. */
    OUT_OF_ORDER,
    /** It ran, and the module has no such file. */
    MISSING,
    /** It ran, and the file has been edited since. */
    EDITED;

    /** Returns whether the next db-migrate cannot just go on. */
    public boolean isProblem() {
        return this == FAILED || this == OUT_OF_ORDER || this == MISSING || this == EDITED;
    }

    /** Returns the word that users see. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
