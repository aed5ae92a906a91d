package io.ashlar.migrate;

import java.sql.SQLException;

/** Shows in each row how often it was met. */
final class AddOne implements DataStep {

    @Override
    public long run(DataBatch batch) throws SQLException {
        try (var statement = batch.connection().createStatement()) {
            return statement.executeUpdate("UPDATE entry SET n = n + 1 WHERE " + batch.in("id"));
        }
    }
}
