package io.ashlar.migrate;

/**
 * A table that a migration changes.
 *
 * @param rows how many it has
 * @param counted whether they were counted; else the number is the database's estimate
 */
public record TouchedTable(String table, long rows, boolean counted) {}
