package io.ashlar.internal.event;

import static java.util.Objects.requireNonNull;

import io.ashlar.crud.DataException;
import io.ashlar.event.Action;
import io.ashlar.event.DeadEvent;
import io.ashlar.event.EventFailure;
import io.ashlar.event.EventHandler;
import io.ashlar.event.Events;
import io.ashlar.event.Subscription;
import io.ashlar.problem.Nearest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The events as one owner of subscriptions sees them. */
final class OwnersEvents implements Events {

    private final String owner;
    private final Catalog catalog;
    private final Subscribers subscribers;
    private final MemoryQueue queue;
    private final Map<String, DurableEvents> durable;
    private final Collection<Dispatcher> dispatchers;

    OwnersEvents(
            String owner,
            Catalog catalog,
            Subscribers subscribers,
            MemoryQueue queue,
            Map<String, DurableEvents> durable,
            Collection<Dispatcher> dispatchers) {
        this.owner = owner;
        this.catalog = catalog;
        this.subscribers = subscribers;
        this.queue = queue;
        this.durable = durable;
        this.dispatchers = dispatchers;
    }

    @Override
    public Subscription on(String names, EventHandler handler) {
        return add(names, catalog.of(requireNonNull(names, "names: null")), handler);
    }

    @Override
    public Subscription on(Class<?> model, EventHandler handler) {
        return add(model.getSimpleName(), catalog.of(model, List.of()), handler);
    }

    @Override
    public Subscription on(Class<?> model, Action action, EventHandler handler) {
        return add(model.getSimpleName() + " " + action, catalog.of(model, List.of(action)), handler);
    }

    @Override
    public Subscription onFailure(Consumer<EventFailure> reporter) {
        return subscribers.add(requireNonNull(reporter, "reporter: null"));
    }

    @Override
    public boolean await(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        try {
            for (Dispatcher each : dispatchers) {
                if (!each.await(left(end))) {
                    return false;
                }
            }
            return queue.await(left(end));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public long pending(String module) {
        return ask(module, Outbox::pending);
    }

    @Override
    public List<DeadEvent> dead(String module) {
        return ask(module, Outbox::dead);
    }

    @Override
    public int retryDead(String module) {
        int revived = ask(module, Outbox::retryDead);
        dispatchers.forEach(Dispatcher::wake);
        return revived;
    }

    private Subscription add(String what, Subscriber.Interest interest, EventHandler handler) {
        Subscription added = subscribers.add(owner, what, interest, requireNonNull(handler, "handler: null"));
        dispatchers.forEach(Dispatcher::wake);
        return added;
    }

    private <R> R ask(String module, Question<R> question) {
        DurableEvents target = durable.get(module);
        if (target == null) {
            throw new IllegalArgumentException("Module '" + module + "' has no outbox."
                    + Nearest.question(module, durable.keySet()) + " Those with one: "
                    + (durable.isEmpty() ? "none" : String.join(", ", durable.keySet())));
        }
        try {
            return question.of(target.outbox());
        } catch (SQLException e) {
            throw new DataException("", null, "The outbox of module '" + module + "' cannot be read", e);
        }
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    @FunctionalInterface
    private interface Question<R> {

        R of(Outbox outbox) throws SQLException;
    }
}
