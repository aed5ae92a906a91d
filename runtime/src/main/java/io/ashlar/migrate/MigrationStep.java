package io.ashlar.migrate;

/**
 * One statement of a migration that is being run.
 *
 * @param down whether the migration is being undone
 * @param number of the statement, from 1
 * @param of how many the migration has
 * @param sql without comments before it
 */
public record MigrationStep(String module, Migration migration, boolean down, int number, int of, String sql) {}
