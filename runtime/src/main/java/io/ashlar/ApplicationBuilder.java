package io.ashlar;

import io.ashlar.config.ApplicationConfig;
import io.ashlar.config.ModuleManifest;
import io.ashlar.database.Database;
import io.ashlar.database.DatabaseLookup;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.event.Events;
import io.ashlar.event.OutboxOptions;
import io.ashlar.internal.event.EventBus;
import io.ashlar.internal.event.EventLog;
import io.ashlar.internal.transaction.Transactions;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Starts an application without the pom:
 * {@code Application.builder().database(settings).module("blog").start()}. For one thread.
 */
public final class ApplicationBuilder {

    private final List<Registration> registrations = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Consumer<Events>> listeners = new ArrayList<>();
    private OutboxOptions outbox = OutboxOptions.defaults();
    private ClassLoader loader;
    private @Nullable DatabaseSettings shared;

    ApplicationBuilder(ClassLoader loader) {
        this.loader = loader;
    }

    /** Uses this database, exactly, for each module that has none of its own. */
    public ApplicationBuilder database(DatabaseSettings settings) {
        shared = settings;
        return this;
    }

    /** Adds the module with this name, on the shared database. */
    public ApplicationBuilder module(String name) {
        registrations.add(new Registration(name, null));
        return this;
    }

    /** Adds the module with this name, on a database of its own. */
    public ApplicationBuilder module(String name, DatabaseSettings own) {
        registrations.add(new Registration(name, own));
        return this;
    }

    /**
     * Registers what the application does on events: {@code listen(events -> events.on("blog.post.created", this::index))}.
     * Handlers that are registered here miss no durable event.
     */
    public ApplicationBuilder listen(Consumer<Events> listener) {
        listeners.add(listener);
        return this;
    }

    /** Delivers durable events as {@code options} say; without, as {@link OutboxOptions#defaults()} do. */
    public ApplicationBuilder outbox(OutboxOptions options) {
        outbox = options;
        return this;
    }

    /**
     * Adds the modules registered in the pom of the application, each on the database that {@link DatabaseLookup} finds for it,
     * as {@link Application#start()} does.
     *
     * @throws ProblemsFound if there is no list of modules
     */
    public ApplicationBuilder registered() {
        return registered(ApplicationConfig.load(loader), DatabaseLookup.ofThisProcess());
    }

    /** Looks for services with this class loader instead of the thread's context class loader. */
    public ApplicationBuilder classLoader(ClassLoader newLoader) {
        loader = newLoader;
        return this;
    }

    /**
     * Starts the modules added so far, in their order.
     *
     * @throws ProblemsFound with all that is wrong; nothing stays open
     */
    public Application start() {
        checkNames();
        Map<Registration, Services.Found> found = found();
        orThrow();
        Map<DatabaseSettings, Database> databases = new LinkedHashMap<>();
        List<StartedModule> modules = new ArrayList<>();
        try {
            found.forEach((registration, service) -> database(registration, service, databases));
            orThrow();
            Transactions transactions = new Transactions();
            EventBus bus = bus(found);
            found.forEach((registration, service) -> {
                Database database = databases.get(settings(registration));
                EventLog log = bus.log(service.name(), service.outbox() ? database : null);
                modules.add(new StartedModule(service, database, transactions, log));
            });
            modules.forEach(module -> module.service().listen(bus.events(module.name())));
            listeners.forEach(listener -> listener.accept(bus.events("application")));
            bus.start();
            return new Application(modules, databases.values(), transactions, bus);
        } catch (RuntimeException | Error e) {
            close(modules, databases.values());
            throw e;
        }
    }

    /** Adds the modules of {@code config}, on the databases that {@code lookup} finds for them. */
    ApplicationBuilder registered(ApplicationConfig config, DatabaseLookup lookup) {
        DatabaseSettings common = new DatabaseSettings(config.url(), config.user(), null);
        for (ApplicationConfig.RegisteredModule module : config.modules()) {
            String url = module.url();
            module(
                    module.name(),
                    lookup.settings(
                            module.name(), url == null ? common : new DatabaseSettings(url, module.user(), null)));
        }
        return this;
    }

    /** Closes all of them, even if some fail; then throws what failed. */
    static void close(Collection<? extends AutoCloseable> modules, Collection<? extends AutoCloseable> databases) {
        List<AutoCloseable> open = new ArrayList<>(modules);
        open.addAll(databases);
        RuntimeException failed = null;
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (Exception e) {
                if (failed == null) {
                    failed = new IllegalStateException("The application did not close cleanly", e);
                } else {
                    failed.addSuppressed(e);
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private EventBus bus(Map<Registration, Services.Found> found) {
        Map<String, List<Class<?>>> models = new LinkedHashMap<>();
        found.values().forEach(service -> models.put(service.name(), service.models()));
        return new EventBus(models, outbox, loader);
    }

    private void checkNames() {
        Set<String> names = new HashSet<>();
        for (Registration registration : registrations) {
            String name = registration.name();
            if (!ModuleManifest.isName(name)) {
                problems.add(new Problem(
                        "module-name",
                        "'" + name + "' is no name for a module",
                        "the registered modules",
                        "use lower-case letters, digits and single hyphens, a letter first"));
            } else if (!names.add(name)) {
                problems.add(new Problem(
                        "module-registered-twice",
                        "Module '" + name + "' is registered twice",
                        "the registered modules",
                        "keep one of the two"));
            }
        }
        orThrow();
    }

    private Map<Registration, Services.Found> found() {
        Services services = Services.seenBy(loader, problems);
        Map<Registration, Services.Found> found = new LinkedHashMap<>();
        for (Registration registration : registrations) {
            Optional<Services.Found> service = services.named(registration.name());
            service.ifPresent(each -> found.put(registration, each));
        }
        services.logIgnored(found.values());
        return found;
    }

    private void database(
            Registration registration, Services.Found service, Map<DatabaseSettings, Database> databases) {
        if (service.models().isEmpty()) {
            if (service.outbox()) {
                problems.add(new Problem(
                        "outbox-without-models",
                        "Module '" + registration.name() + "' has an outbox, but no data models that could change",
                        service.type().getName(),
                        "name its models in @Module(models = ...), or leave outbox away"));
            }
            return;
        }
        DatabaseSettings settings = settings(registration);
        if (settings == null) {
            problems.add(new Problem(
                    "no-database",
                    "Module '" + registration.name() + "' has data models, but no database",
                    service.type().getName(),
                    "name one with database(...) before start()"));
        } else if (!databases.containsKey(settings)) {
            try {
                databases.put(settings, Database.open(settings));
            } catch (ProblemsFound e) {
                problems.addAll(e.problems());
            }
        }
    }

    private @Nullable DatabaseSettings settings(Registration registration) {
        return registration.own() == null ? shared : registration.own();
    }

    private void orThrow() {
        if (!problems.isEmpty()) {
            List<Problem> found = List.copyOf(problems);
            problems.clear();
            throw new ProblemsFound(found);
        }
    }

    private record Registration(String name, @Nullable DatabaseSettings own) {}
}
