package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Bounds how long a statement waits for a lock: while it waits, every later reader and writer of the table waits behind
 * it.
 */
record LockTimeout(Dialect dialect, Duration timeout) {

    /** Bounds the statements of the current transaction. */
    void inTransaction(Connection connection) throws SQLException {
        if (dialect == Dialect.POSTGRESQL && !timeout.isZero()) {
            execute(connection, "SET LOCAL lock_timeout = " + timeout.toMillis());
        }
    }

    /** Bounds the next statement; an index that is built concurrently holds nobody up, and may wait. */
    void of(StepKind kind, Connection connection) throws SQLException {
        if (timeout.isZero()) {
            return;
        }
        if (dialect == Dialect.POSTGRESQL) {
            var millis = kind == StepKind.INDEX_CONCURRENTLY ? 0 : timeout.toMillis();
            execute(connection, "SET lock_timeout = " + millis);
        } else if (dialect == Dialect.MARIADB) {
            execute(connection, "SET SESSION lock_wait_timeout = " + Math.max(1, timeout.toSeconds()));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
