package io.ashlar.migrate;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One migration of a module, in one database.
 *
 * @param appliedOn when it ran, in the database's time; null if it has not
 * @param run which run of db-migrate for this module it was part of, from 1; null if it has not run, or that is not known
 */
public record MigrationStatus(
        Migration migration,
        MigrationState state,
        @Nullable LocalDateTime appliedOn,
        @Nullable Integer run) {}
