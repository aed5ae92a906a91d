package io.ashlar.internal.event;

import io.ashlar.event.Action;
import io.ashlar.event.EventHandler;

/**
 * A handler and what it listens to.
 *
 * @param key the same after a restart: who registered it, for what, and the how manieth of these it is
 */
record Subscriber(String key, Interest interest, EventHandler handler) {

    /** What one listens to. */
    @FunctionalInterface
    interface Interest {

        boolean in(String module, String model, Action action);
    }
}
