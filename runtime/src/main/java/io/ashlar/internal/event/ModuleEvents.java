package io.ashlar.internal.event;

import io.ashlar.event.Action;
import io.ashlar.internal.transaction.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log of one module. Safe for use by many threads. */
final class ModuleEvents implements EventLog {

    private final String module;
    private final Subscribers subscribers;
    private final MemoryQueue queue;
    private final @Nullable DurableEvents durable;

    ModuleEvents(String module, Subscribers subscribers, MemoryQueue queue, @Nullable DurableEvents durable) {
        this.module = module;
        this.subscribers = subscribers;
        this.queue = queue;
        this.durable = durable;
    }

    /** What is durable is stored whoever listens: it may be another instance, or a later version of this one. */
    @Override
    public boolean wants(String model, Action action) {
        return durable != null || subscribers.wants(module, model, action);
    }

    @Override
    public boolean durable() {
        return durable != null;
    }

    @Override
    public void record(Unit unit, String model, Action action, List<?> ids) {
        if (ids.isEmpty() || !wants(model, action)) {
            return;
        }
        TransactionEvents events = TransactionEvents.of(unit, queue);
        if (durable == null) {
            events.add(module, model, action, ids);
        } else {
            events.add(unit, module, durable, model, action, ids);
        }
    }
}
