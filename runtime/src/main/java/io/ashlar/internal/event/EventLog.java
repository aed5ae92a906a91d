package io.ashlar.internal.event;

import io.ashlar.event.Action;
import io.ashlar.internal.transaction.Unit;
import java.util.List;

/** Where a module's crud tells what it changed. Safe for use by many threads. */
public interface EventLog {

    /** Nobody listens. */
    EventLog NONE = new EventLog() {
        @Override
        public boolean wants(String model, Action action) {
            return false;
        }

        @Override
        public boolean durable() {
            return false;
        }

        @Override
        public void record(Unit unit, String model, Action action, List<?> ids) {}
    };

    /**
     * Returns whether somebody wants to know; if not, the ids need not be fetched and nothing be recorded.
     *
     * @param model the simple name of the model
     */
    boolean wants(String model, Action action);

    /**
     * Returns whether events are stored in the transaction of the change: then even a single statement, of an action that is
     * wanted, needs a transaction.
     */
    boolean durable();

    /**
     * Takes note of changed records. All that is recorded in one transaction is told after its commit, as one event for each
     * model and action; none is if it does not commit. No ids are no event.
     *
     * @param unit the transaction of the change; with {@link #durable()}, never a statement that commits by itself
     * @param model the simple name of the model
     * @param ids copied
     */
    void record(Unit unit, String model, Action action, List<?> ids);
}
