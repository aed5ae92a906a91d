package io.ashlar.internal.transaction;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection to read from.
 *
 * @param own whether it was taken for this reading, and is given back with it
 */
public record Lease(Connection connection, boolean own) implements AutoCloseable {

    @Override
    public void close() throws SQLException {
        if (own) {
            try (Connection ending = connection) {
                ending.rollback();
                ending.setAutoCommit(true);
            }
        }
    }
}
