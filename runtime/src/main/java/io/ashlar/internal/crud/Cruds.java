package io.ashlar.internal.crud;

import io.ashlar.crud.Crud;
import io.ashlar.database.Dialect;
import io.ashlar.internal.event.EventLog;
import io.ashlar.internal.model.Metamodel;
import io.ashlar.internal.persistence.PersistenceUnits;
import io.ashlar.internal.read.Readers;
import io.ashlar.internal.read.Store;
import io.ashlar.internal.sql.SqlDialect;
import io.ashlar.internal.transaction.Transactions;
import io.ashlar.internal.write.Writers;
import java.util.List;
import javax.sql.DataSource;

/** The cruds of one module's models. Safe for use by many threads. */
public final class Cruds {

    private final Store store;
    private final Readers readers;
    private final Writers writers;

    /**
     * Reads the models of a module; needs no database for it.
     *
     * @param module its name
     * @param loader knows the models
     * @throws io.ashlar.problem.ProblemsFound if the models cannot be stored
     */
    public Cruds(
            String module,
            List<Class<?>> models,
            Dialect dialect,
            DataSource dataSource,
            Transactions transactions,
            EventLog events,
            ClassLoader loader) {
        Metamodel metamodel = PersistenceUnits.metamodel(module, models, dialect, loader);
        this.store = new Store(module, metamodel, SqlDialect.of(dialect), dataSource, transactions, events);
        this.readers = new Readers(store);
        this.writers = new Writers(store, readers);
    }

    /**
     * Returns the crud of one model.
     *
     * @throws IllegalArgumentException if it is no model of the module
     */
    public <T, K> Crud<T, K> of(Class<T> model) {
        return new JdbcCrud<>(store, store.metamodel().entity(model), readers, writers);
    }
}
