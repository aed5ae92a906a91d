package io.ashlar.operation;

import io.ashlar.migrate.MigrationStep;

/** Shows the step that is running, while it is; each place that a person looks at has its own way. Called by one thread. */
public interface StepDisplay extends AutoCloseable {

    /** Shows a step, in place of any other. */
    void starts(MigrationStep step);

    /**
     * Shows how far the step is.
     *
     * @param seen how many rows it has gone through
     * @param total of how many; less than {@code seen} if too few are known of
     */
    void progresses(long seen, long total);

    /** Shows no step any more. */
    void ends();

    /** Writes a line that stays. */
    void line(String line);

    /** Shows no step any more, and lets go of what it needed for that. */
    @Override
    void close();
}
