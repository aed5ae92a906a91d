package com.acme.blog;

import io.ashlar.migrate.DataBatch;
import io.ashlar.migrate.DataStep;
import java.sql.SQLException;

/** Gives each post the summary that is now required. */
public final class Summaries implements DataStep {

    @Override
    public long run(DataBatch batch) throws SQLException {
        try (var statement = batch.connection().createStatement()) {
            return statement.executeUpdate("update \"post\" set \"summary\" = concat('On ', \"title\")");
        }
    }
}
