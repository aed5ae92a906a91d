package io.ashlar;

import static java.util.Objects.requireNonNull;

import io.ashlar.config.ApplicationConfig;
import io.ashlar.database.Database;
import io.ashlar.database.DatabaseLookup;
import io.ashlar.event.Events;
import io.ashlar.internal.event.EventBus;
import io.ashlar.internal.transaction.Transactions;
import io.ashlar.problem.Nearest;
import io.ashlar.transaction.TransactionOptions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The running modules of an application, each with its service and its database.
 *
 * <p>Safe for use by many threads. Whoever starts it closes it, best by try-with-resources.
 */
public final class Application implements AutoCloseable {

    private final Map<String, StartedModule> modules;
    private final List<Database> databases;
    private final Transactions transactions;
    private final EventBus bus;
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile boolean closed;

    Application(
            Collection<StartedModule> modules,
            Collection<Database> databases,
            Transactions transactions,
            EventBus bus) {
        Map<String, StartedModule> byName = new LinkedHashMap<>();
        modules.forEach(module -> byName.put(module.name(), module));
        this.modules = byName;
        this.databases = List.copyOf(databases);
        this.transactions = transactions;
        this.bus = bus;
    }

    /**
     * Starts the modules registered in the pom of the application, as the goal {@code modules:config} has listed them.
     *
     * <p>Each module uses the database that {@link DatabaseLookup} finds for it. Services are created, in the order of the
     * pom; a database is connected to once, for a module that has models.
     *
     * @throws io.ashlar.problem.ProblemsFound with all that is wrong: no list of modules, a registered module that is not on
     *     the path, a service that fails, a database that cannot be reached
     */
    public static Application start() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? ClassLoader.getSystemClassLoader() : context;
        return start(ApplicationConfig.load(loader), loader);
    }

    /**
     * Starts the modules of {@code config}, whose services {@code loader} sees.
     *
     * @throws io.ashlar.problem.ProblemsFound as {@link #start()} does
     */
    public static Application start(ApplicationConfig config, ClassLoader loader) {
        return new ApplicationBuilder(loader)
                .registered(config, DatabaseLookup.ofThisProcess())
                .start();
    }

    /** Returns a builder to start with databases and modules named in code, as tests do. */
    public static ApplicationBuilder builder() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return new ApplicationBuilder(context == null ? ClassLoader.getSystemClassLoader() : context);
    }

    /** Returns the names of the modules, in the order they were registered. */
    public List<String> modules() {
        return List.copyOf(modules.keySet());
    }

    /**
     * Returns the service of the module with this name.
     *
     * @throws IllegalArgumentException naming the nearest if there is no such module
     * @throws IllegalStateException if the application is closed
     */
    public ModuleService resolve(String name) {
        StartedModule module = open().get(name);
        if (module == null) {
            throw new IllegalArgumentException(
                    "No module '" + name + "'." + Nearest.question(name, modules.keySet()) + registered());
        }
        return module.service();
    }

    /**
     * Returns the service of this class, or the one service that extends or implements it.
     *
     * @throws IllegalArgumentException naming the registered services if there is no such service, or several
     * @throws IllegalStateException if the application is closed
     */
    public <S> S resolve(Class<S> type) {
        List<ModuleService> services =
                open().values().stream().map(StartedModule::service).toList();
        List<S> found =
                services.stream().filter(type::isInstance).map(type::cast).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        return found.stream()
                .filter(service -> service.getClass() == type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException((found.isEmpty() ? "No module" : "More than one module")
                        + " has a service of type " + type.getName() + "." + registered()));
    }

    /**
     * Runs {@code work} as one transaction: all calls of services in it succeed together or change nothing. They must be on
     * one database. Joins the transaction that runs in this thread, if there is one; calls in other threads do not join.
     *
     * @throws io.ashlar.crud.TransactionRolledBack if a call in it failed, even if the work caught that
     * @throws io.ashlar.crud.TransactionConflict if the database refused it for what others did at the same time
     * @throws IllegalStateException if a call is on another database than one before, or the application is closed
     */
    public <R> R transaction(Supplier<R> work) {
        return transaction(TransactionOptions.defaults(), work);
    }

    /** Runs {@code work} as one transaction, as {@link #transaction(Supplier)} does. */
    public void transaction(Runnable work) {
        transaction(TransactionOptions.defaults(), work);
    }

    /**
     * Runs {@code work} as one transaction, as {@link #transaction(Supplier)} does, with these options. Inside another
     * transaction, only that one's retries count.
     *
     * @throws IllegalStateException if a transaction runs in this thread that is less strict
     */
    public <R> R transaction(TransactionOptions options, Supplier<R> work) {
        open();
        return transactions.run(options, work);
    }

    /** Runs {@code work} as one transaction, as {@link #transaction(TransactionOptions, Supplier)} does. */
    public void transaction(TransactionOptions options, Runnable work) {
        requireNonNull(work, "work: null");
        transaction(options, () -> {
            work.run();
            return true;
        });
    }

    /**
     * Returns the events: who listens from now on, and what became of durable ones. What must miss none is registered before
     * the start, by {@link ApplicationBuilder#listen} or {@link ModuleService#listen}.
     *
     * @throws IllegalStateException if the application is closed
     */
    public Events events() {
        open();
        return bus.events("application");
    }

    /**
     * Waits for event handlers that run, and for those of events that are not durable, up to half a minute; then stops the
     * modules and closes their databases. A second call does nothing.
     */
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            bus.close(); // handlers still use the services
            closed = true;
            ApplicationBuilder.close(modules.values(), databases);
        }
    }

    private Map<String, StartedModule> open() {
        if (closed) {
            throw new IllegalStateException("The application is closed");
        }
        return modules;
    }

    private String registered() {
        if (modules.isEmpty()) {
            return " Registered: none";
        }
        return " Registered: "
                + String.join(
                        ", ",
                        modules.values().stream()
                                .map(module -> module.name() + " ("
                                        + module.service().getClass().getName() + ")")
                                .toList());
    }
}
