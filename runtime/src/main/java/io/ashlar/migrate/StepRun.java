package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.jdbc.JdbcTemplate;
import org.flywaydb.core.internal.jdbc.Result;
import org.flywaydb.core.internal.sqlscript.SqlStatement;

/** Does what a step says, once, on a connection. */
record StepRun(Dialect dialect, Connection connection, Configuration configuration) {

    /**
     * Runs a step.
     *
     * @param range the rows that it is for, if it goes in batches
     * @return how many rows it changed
     */
    long run(Step step, Optional<KeyRange> range) throws SQLException {
        var work = step.work();
        if (work instanceof StepWork.Statement statement) {
            return run(statement.statement());
        }
        if (work instanceof StepWork.Batched) {
            try (var statement = connection.createStatement()) {
                return statement.executeLargeUpdate(Batch.within(step.sql(), range.orElseThrow()));
            }
        }
        if (work instanceof StepWork.Java java) {
            return JavaBatch.run(step(java.classes(), java.type()), dialect, connection, range);
        }
        var java = (StepWork.BatchedJava) work;
        return JavaBatch.run(step(java.classes(), java.type()), dialect, connection, range);
    }

    private static DataStep step(DataSteps classes, String type) throws SQLException {
        try {
            return classes.find(type);
        } catch (ReflectiveOperationException e) {
            throw new SQLException(e);
        }
    }

    private long run(SqlStatement statement) throws SQLException {
        var results = statement.execute(new JdbcTemplate(connection, Types.NULL), null, configuration);
        if (results.getException() != null) {
            throw results.getException();
        }
        return results.getResults().stream()
                .mapToLong(Result::updateCount)
                .filter(count -> count > 0)
                .sum();
    }
}
