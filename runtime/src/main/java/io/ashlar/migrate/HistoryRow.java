package io.ashlar.migrate;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A line of a module's history table.
 *
 * @param baseline whether this is where the history begins, and no migration
 * @param checksum null where Flyway has none
 */
record HistoryRow(
        long version,
        Migration migration,
        @Nullable Integer checksum,
        boolean baseline,
        boolean success,
        @Nullable LocalDateTime appliedOn) {}
