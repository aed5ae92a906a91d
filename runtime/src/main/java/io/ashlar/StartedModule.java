package io.ashlar;

import io.ashlar.crud.Crud;
import io.ashlar.crud.DataException;
import io.ashlar.database.Database;
import io.ashlar.event.Action;
import io.ashlar.internal.crud.Cruds;
import io.ashlar.internal.event.EventLog;
import io.ashlar.internal.transaction.Transactions;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.transaction.SqlWork;
import io.ashlar.transaction.TransactionOptions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One running module: its service, and the persistence of its models, which starts with its first use. */
final class StartedModule implements ModuleContext, AutoCloseable {

    private final Services.Found found;
    private final @Nullable Database database;
    private final Transactions transactions;
    private final EventLog events;
    private final ModuleService service;
    private final Map<Class<?>, Crud<?, ?>> cruds = new ConcurrentHashMap<>();
    private @Nullable Cruds persistence;
    private volatile boolean closed;

    /**
     * Creates the service.
     *
     * @param database null for a module without models
     * @param transactions of the application
     * @param events where crud tells what it changed
     * @throws ProblemsFound with {@code [service-failed]} if the service's constructor fails
     */
    StartedModule(Services.Found found, @Nullable Database database, Transactions transactions, EventLog events) {
        this.found = found;
        this.database = database;
        this.transactions = transactions;
        this.events = events;
        this.service = created(found);
        service.bind(this);
    }

    String name() {
        return found.name();
    }

    ModuleService service() {
        return service;
    }

    @Override
    @SuppressWarnings("unchecked") // each crud was made for the model it is kept under; the generated code knows its id
    public <T, K> Crud<T, K> crud(Class<T> model) {
        checkOpen();
        Crud<?, ?> known = cruds.get(model);
        return (Crud<T, K>) (known == null ? started(model) : known);
    }

    @Override
    public <R> R transaction(TransactionOptions options, Supplier<R> work) {
        checkOpen();
        return transactions.run(options, work);
    }

    @Override
    public <R> R jdbc(SqlWork<R> work) {
        checkOpen();
        if (database == null) {
            throw new IllegalStateException("Module '" + name() + "' has no data models, and so no database");
        }
        return transactions.jdbc(database.dataSource(), work);
    }

    @Override
    public void changed(Class<?> model, Action action, List<?> ids) {
        checkOpen();
        if (database == null || !found.models().contains(model)) {
            throw noModel(model);
        }
        if (ids.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("The ids of " + model.getSimpleName() + " hold null");
        }
        if (!ids.isEmpty() && events.wants(model.getSimpleName(), action)) {
            try {
                transactions.call(database.dataSource(), events.durable(), unit -> {
                    events.record(unit, model.getSimpleName(), action, ids);
                    return true;
                });
            } catch (SQLException e) {
                throw new DataException(model.getSimpleName(), null, "The event cannot be stored", e);
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        cruds.clear();
        persistence = null;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("Module '" + name() + "' is stopped: its application is closed");
        }
    }

    private synchronized Crud<?, ?> started(Class<?> model) {
        checkOpen();
        Crud<?, ?> crud = persistence(model).of(model);
        cruds.put(model, crud);
        return crud;
    }

    private Cruds persistence(Class<?> model) {
        if (database == null || !found.models().contains(model)) {
            throw noModel(model);
        }
        Cruds current = persistence;
        if (current == null) {
            current = new Cruds(
                    name(),
                    found.models(),
                    database.dialect(),
                    database.dataSource(),
                    transactions,
                    events,
                    found.type().getClassLoader());
            persistence = current;
        }
        return current;
    }

    private IllegalArgumentException noModel(Class<?> model) {
        return new IllegalArgumentException(model.getName() + " is no model of module '" + name()
                + "': name it in @Module(models = ...) of " + found.type().getName());
    }

    private static ModuleService created(Services.Found found) {
        try {
            return found.provider().get();
        } catch (ServiceConfigurationError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof ProblemsFound problems) {
                throw problems;
            }
            throw new ProblemsFound(
                    List.of(new Problem(
                            "service-failed",
                            "The service of module '" + found.name() + "' cannot be created: " + cause,
                            found.type().getName(),
                            "make its constructor work; it runs before the service has its database")),
                    cause);
        }
    }
}
