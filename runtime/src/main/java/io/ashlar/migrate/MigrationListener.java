package io.ashlar.migrate;

import java.time.Duration;

/** Follows a run, statement by statement; called on the thread that runs them. */
public interface MigrationListener {

    /** Takes no notice. */
    MigrationListener NONE = new MigrationListener() {};

    /** Is called before a statement is sent. */
    default void starts(MigrationStep step) {}

    /** Is called when a statement has succeeded; {@code rows} is how many it changed, 0 for a definition. */
    default void ended(MigrationStep step, long rows, Duration elapsed) {}

    /**
     * Is called when a batch of a statement has been committed.
     *
     * @param seen how many rows its batches have had, those of earlier runs included
     * @param total how many the table has; an estimate if it is large
     */
    default void progresses(MigrationStep step, long seen, long total) {}

    /** Is called when a statement did not get its lock in time; it is tried again after a pause. */
    default void waits(MigrationStep step, int attempt) {}

    /** Is called when a file goes on after statements that an earlier run had done. */
    default void resumes(String module, Migration migration, int done) {}
}
