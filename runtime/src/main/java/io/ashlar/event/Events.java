package io.ashlar.event;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The events of an application. Handlers run after the commit, in a thread of the application: those of one event in the
 * order in which they were registered, and the events of one thread in the order of its commits. Safe for use by many
 * threads.
 *
 * <p>Events of a module with {@code @Module(outbox = true)} are durable: stored with the change, delivered at least once even
 * if the JVM dies, and for each record in the order of its changes. Those of others are delivered at most once.
 */
public interface Events {

    /**
     * Has {@code handler} told of the events with these names: {@code blog.post.created}, {@code blog.post.*},
     * {@code *.*.deleted}; a {@code *} stands for any characters except dots.
     *
     * @throws IllegalArgumentException naming the nearest if no model of a registered module, or no action, has such a name
     */
    Subscription on(String names, EventHandler handler);

    /**
     * Has {@code handler} told of all that happens to a model's records.
     *
     * @throws IllegalArgumentException if it is no model of a registered module
     */
    Subscription on(Class<?> model, EventHandler handler);

    /**
     * Has {@code handler} told when this happens to a model's records.
     *
     * @throws IllegalArgumentException if it is no model of a registered module
     */
    Subscription on(Class<?> model, Action action, EventHandler handler);

    /** Has {@code reporter} told of handlers that fail, which the log says anyway; for metrics and alarms. */
    Subscription onFailure(Consumer<EventFailure> reporter);

    /**
     * Waits until all events committed before are handled, as far as they are due; for tests.
     *
     * @return false if that took longer than {@code longest}
     */
    boolean await(Duration longest);

    /**
     * Returns how many durable events of a module are still to be delivered, without those that were given up.
     *
     * @throws IllegalArgumentException if the module has no outbox
     */
    long pending(String module);

    /**
     * Returns the durable events of a module that were given up, the oldest first.
     *
     * @throws IllegalArgumentException if the module has no outbox
     */
    List<DeadEvent> dead(String module);

    /**
     * Has the durable events of a module that were given up delivered again, and returns how many.
     *
     * @throws IllegalArgumentException if the module has no outbox
     */
    int retryDead(String module);
}
