package io.ashlar.internal.event;

import static java.util.Objects.requireNonNull;

import io.ashlar.database.Database;
import io.ashlar.event.Events;
import io.ashlar.event.OutboxOptions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The events of one application: who listens, and how they are told. Safe for use by many threads once started. */
public final class EventBus implements AutoCloseable {

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(30);

    private final Catalog catalog;
    private final OutboxOptions options;
    private final ClassLoader loader;
    private final Subscribers subscribers = new Subscribers();
    private final MemoryQueue queue;
    private final Map<String, DurableEvents> durable = new LinkedHashMap<>();
    private final Map<Database, Dispatcher> dispatchers = new LinkedHashMap<>();

    /**
     * Prepares the events of these modules.
     *
     * @param models by module
     * @param loader the class loader of threads that run handlers
     */
    public EventBus(Map<String, List<Class<?>>> models, OutboxOptions options, ClassLoader loader) {
        this.catalog = new Catalog(models);
        this.options = options;
        this.loader = loader;
        this.queue = new MemoryQueue(subscribers, loader);
    }

    /**
     * Returns where a module's crud tells what it changed.
     *
     * @param outbox the database that holds the module's outbox; null if it has none
     */
    public EventLog log(String module, @Nullable Database outbox) {
        DurableEvents target = null;
        if (outbox != null) {
            target = durable(module, outbox);
            durable.put(module, target);
        }
        return new ModuleEvents(module, subscribers, queue, target);
    }

    /** Returns the events as {@code owner}, a module's name or the application, sees them. */
    public Events events(String owner) {
        return new OwnersEvents(owner, catalog, subscribers, queue, durable, dispatchers.values());
    }

    /** Begins to deliver what is in the outboxes. All who listen from the start are registered by now. */
    public void start() {
        dispatchers.values().forEach(Dispatcher::start);
    }

    /** Waits for the handlers that run, and delivers what is not durable, for up to half a minute. */
    @Override
    public void close() {
        try {
            for (Dispatcher dispatcher : dispatchers.values()) {
                dispatcher.close(LONGEST_CLOSE);
            }
            queue.close(LONGEST_CLOSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private DurableEvents durable(String module, Database database) {
        List<Class<?>> models = requireNonNull(catalog.models().get(module), module);
        IdCodec codec = new IdCodec(
                models.get(0).getClassLoader(),
                models.stream().map(Class::getPackageName).collect(Collectors.toSet()));
        Outbox outbox = new Outbox(
                module,
                database.dataSource(),
                new OutboxTable(module, database.dialect()),
                codec,
                subscribers,
                options);
        Dispatcher dispatcher = dispatchers.computeIfAbsent(
                database, first -> new Dispatcher(this::isHeard, options.pollInterval(), loader));
        dispatcher.add(module, outbox);
        return new DurableEvents(outbox, dispatcher);
    }

    private boolean isHeard(String module) {
        return subscribers.anyFor(
                module,
                catalog.models().getOrDefault(module, List.of()).stream()
                        .map(Class::getSimpleName)
                        .toList());
    }
}
