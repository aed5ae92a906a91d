package io.ashlar.internal.transaction;

import java.sql.SQLException;

/**
 * Something to do on a connection.
 *
 * @param <R> what comes of it
 */
@FunctionalInterface
public interface Work<R> {

    /** Does it. */
    R run(Unit unit) throws SQLException;
}
