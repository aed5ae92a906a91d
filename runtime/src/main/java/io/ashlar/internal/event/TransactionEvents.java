package io.ashlar.internal.event;

import io.ashlar.event.Action;
import io.ashlar.event.ModelEvent;
import io.ashlar.internal.transaction.Unit;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one transaction has changed so far, in the order it began with each. For one thread. */
final class TransactionEvents {

    private final Map<Changed, Set<Object>> fleeting = new LinkedHashMap<>();
    private final Map<Changed, Set<Object>> durable = new LinkedHashMap<>();

    /** Returns the events of {@code unit}, which are told with its commit. */
    static TransactionEvents of(Unit unit, MemoryQueue queue) {
        TransactionEvents events = unit.kept(TransactionEvents.class, TransactionEvents::new);
        if (events.isEmpty()) {
            unit.afterCommit(() -> events.publish(queue));
        }
        return events;
    }

    void add(String module, String model, Action action, Collection<?> ids) {
        fleeting.computeIfAbsent(new Changed(module, model, action, null), none -> new LinkedHashSet<>())
                .addAll(ids);
    }

    /** Adds what goes into an outbox, from where {@code dispatcher} takes it. */
    void add(Unit unit, String module, DurableEvents outbox, String model, Action action, Collection<?> ids) {
        if (durable.isEmpty()) {
            unit.beforeCommit(this::store);
        }
        durable.computeIfAbsent(new Changed(module, model, action, outbox), none -> new LinkedHashSet<>())
                .addAll(ids);
    }

    private boolean isEmpty() {
        return fleeting.isEmpty() && durable.isEmpty();
    }

    private boolean store(Unit unit) throws SQLException {
        Instant now = Instant.now();
        for (Map.Entry<Changed, Set<Object>> each : durable.entrySet()) {
            DurableEvents target = each.getKey().outbox();
            if (target != null) {
                target.outbox().add(unit.connection(), event(each, now));
            }
        }
        return true;
    }

    private void publish(MemoryQueue queue) {
        Instant now = Instant.now();
        List<ModelEvent> events = new ArrayList<>();
        fleeting.entrySet().forEach(each -> events.add(event(each, now)));
        if (!events.isEmpty()) {
            queue.publish(events);
        }
        for (Changed each : durable.keySet()) {
            DurableEvents target = each.outbox();
            if (target != null) {
                target.dispatcher().wake();
            }
        }
    }

    private static ModelEvent event(Map.Entry<Changed, Set<Object>> changed, Instant now) {
        Changed what = changed.getKey();
        return new ModelEvent(
                EventIds.next(), what.module(), what.model(), what.action(), List.copyOf(changed.getValue()), now);
    }

    private record Changed(
            String module,
            String model,
            Action action,
            @Nullable DurableEvents outbox) {}
}
