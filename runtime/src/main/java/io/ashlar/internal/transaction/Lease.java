package io.ashlar.internal.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A connection to read from.
 *
 * @param own whether it was taken for this reading, and is given back with it
 */
public record Lease(Connection connection, boolean own) implements AutoCloseable {

    /** Takes a connection of {@code source} for one reading. */
    static Lease of(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        try {
            connection.setAutoCommit(false); // or else PostgreSQL's driver reads all rows at once
            return new Lease(connection, true);
        } catch (SQLException | RuntimeException | Error e) {
            try (connection) {
                throw e;
            }
        }
    }

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
