package io.ashlar.internal.read;

import io.ashlar.crud.DataException;
import io.ashlar.internal.event.EventLog;
import io.ashlar.internal.failure.Errors;
import io.ashlar.internal.failure.Refused;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Metamodel;
import io.ashlar.internal.sql.SqlDialect;
import io.ashlar.internal.transaction.Transactions;
import io.ashlar.internal.transaction.Work;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Where the records of one module are, and how to reach them.
 *
 * @param module its name
 */
public record Store(
        String module,
        Metamodel metamodel,
        SqlDialect dialect,
        DataSource dataSource,
        Transactions transactions,
        EventLog events) {

    /**
     * Runs work that a call on {@code entity} asks for; see {@link Transactions#call}.
     *
     * @throws DataException in the model's words, if the database refuses
     */
    public <R> R call(Entity entity, boolean atomic, Work<R> work) {
        return call(entity, atomic, column -> null, work);
    }

    /**
     * Does the same, with the values that the caller gave, by column: not every database tells which one it refused.
     *
     * @throws DataException in the model's words, if the database refuses
     */
    public <R> R call(Entity entity, boolean atomic, Errors.Given given, Work<R> work) {
        try {
            return transactions.call(dataSource, atomic, work);
        } catch (SQLException e) {
            RuntimeException told = Refused.translated(entity, module, given, e);
            if (told instanceof DataException explained) {
                transactions.explain(e, explained);
            }
            throw told;
        }
    }
}
