package io.ashlar.transaction;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Hand-written SQL.
 *
 * @param <R> what comes of it
 */
@FunctionalInterface
public interface SqlWork<R> {

    /**
     * Does it.
     *
     * @param connection in a transaction that commits once this and all around it has succeeded: committing, rolling back,
     *     closing it and changing its isolation is not this work's to do
     */
    R run(Connection connection) throws SQLException;
}
