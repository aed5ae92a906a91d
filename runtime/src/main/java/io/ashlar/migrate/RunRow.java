package io.ashlar.migrate;

import org.jspecify.annotations.Nullable;

/**
 * What we remember of a file's run, beside what Flyway's history tells.
 *
 * @param run counts the runs of db-migrate for this module; those of one number are undone together
 * @param down whether the file's changes are being undone
 * @param done how many of its statements are done
 * @param begun whether the next one was begun
 * @param hash of the statements that are done
 * @param before what the next one's tables looked like when it began; null if that tells nothing
 * @param progress of the next one, if it goes in batches and has begun; null otherwise
 */
record RunRow(
        long version,
        int run,
        boolean down,
        int done,
        boolean begun,
        String hash,
        @Nullable String before,
        @Nullable Progress progress) {

    /** A file of which {@code done} statements are done, and no more. */
    RunRow(long version, int run, boolean down, int done, String hash) {
        this(version, run, down, done, false, hash, null, null);
    }

    /** Returns the same as part of another run. */
    RunRow inRun(int other) {
        return new RunRow(version, other, down, done, begun, hash, before, progress);
    }
}
