package io.ashlar.migrate;

import java.time.Duration;

/**
 * How migrations run.
 *
 * @param lockTimeout how long a statement waits for a lock that others hold, before it gives way to those behind it;
 *     zero to wait without limit. Not on H2
 * @param lockAttempts how often it is tried, with growing pauses of at most 10 seconds
 * @param interrupted what to do with a statement of which nobody can tell whether it was done when a process was killed
 * @param listener follows the run
 */
public record MigrationOptions(
        Duration lockTimeout, int lockAttempts, Interrupted interrupted, MigrationListener listener) {

    /** Five seconds, ten times; asks about interrupted statements; tells nobody. */
    public static final MigrationOptions DEFAULT =
            new MigrationOptions(Duration.ofSeconds(5), 10, Interrupted.ASK, MigrationListener.NONE);

    /** What to do with a statement that was interrupted, where its effect cannot be seen. */
    public enum Interrupted {
        /** Stop and say what to look at. */
        ASK,
        /** It was done: go on after it. */
        DONE,
        /** It was not done: run it again. */
        AGAIN
    }

    /** Returns the same, followed by {@code other}. */
    public MigrationOptions listener(MigrationListener other) {
        return new MigrationOptions(lockTimeout, lockAttempts, interrupted, other);
    }

    /** Returns the same with another patience. */
    public MigrationOptions locks(Duration timeout, int attempts) {
        return new MigrationOptions(timeout, attempts, interrupted, listener);
    }

    /** Returns the same with another answer about interrupted statements. */
    public MigrationOptions interrupted(Interrupted other) {
        return new MigrationOptions(lockTimeout, lockAttempts, other, listener);
    }
}
