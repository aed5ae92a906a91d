package io.ashlar.internal.write;

import io.ashlar.crud.NotFound;
import io.ashlar.event.Action;
import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Id;
import io.ashlar.internal.read.Chunks;
import io.ashlar.internal.read.Readers;
import io.ashlar.internal.read.Reads;
import io.ashlar.internal.read.Store;
import io.ashlar.internal.transaction.Unit;
import io.ashlar.query.Change;
import io.ashlar.query.Update;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Updates many records of one model, each in its own way: those with changes of the same columns in one statement. */
final class UpdatesById {

    private final Store store;
    private final Entity entity;
    private final Shape shape;
    private final Reads reads;
    private final Updates single;
    private final ManyUpdates many;
    private final Attachments attachments;

    UpdatesById(Store store, Shape shape, Reads reads, Readers readers, Updates single, Attachments attachments) {
        this.store = store;
        this.entity = shape.entity();
        this.shape = shape;
        this.reads = reads;
        this.single = single;
        this.many = new ManyUpdates(shape, store.dialect(), readers);
        this.attachments = attachments;
    }

    /** One record to update, and what of it. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Target(Object[] id, Changes changes) {}

    /** Makes all updates and returns the records in their order. */
    List<Object> update(List<? extends Update<?, ?>> updates) {
        Map<Object, Target> targets = merged(updates);
        boolean together = shape.isOneTable()
                && entity.callbacks().isEmpty()
                && targets.values().stream()
                        .allMatch(target ->
                                target.changes.outside().keySet().stream().allMatch(attachments::isInRows));
        Map<Object, Object> records = store.call(entity, true, unit -> {
            Map<Object, Object> updated = together ? together(unit, targets) : oneByOne(targets);
            missing(targets, updated);
            return updated;
        });
        List<Object> list = new ArrayList<>(updates.size());
        for (Update<?, ?> update : updates) {
            list.add(Objects.requireNonNull(records.get(entity.id().keyOfId(update.id()))));
        }
        return list;
    }

    /** Returns the changes by record; two updates of one record are one, unless they contradict each other. */
    private Map<Object, Target> merged(List<? extends Update<?, ?>> updates) {
        Map<Object, Target> targets = new LinkedHashMap<>(updates.size() * 2);
        Map<Object, List<Change<?>>> repeated = new HashMap<>();
        for (Update<?, ?> update : updates) {
            Object[] id = entity.id().split(update.id());
            Target target = new Target(id, Changes.of(entity, update.changes()));
            Target earlier = targets.put(Id.key(id), target);
            if (earlier != null) {
                List<Change<?>> all =
                        repeated.computeIfAbsent(Id.key(id), key -> new ArrayList<>(earlier.changes.all()));
                all.addAll(update.changes());
                targets.put(Id.key(id), new Target(id, Changes.of(entity, all)));
            }
        }
        return targets;
    }

    private Map<Object, Object> oneByOne(Map<Object, Target> targets) {
        Map<Object, Object> updated = new LinkedHashMap<>();
        targets.forEach((key, target) -> {
            try {
                updated.put(key, single.one(target.id, target.changes));
            } catch (NotFound e) { // all that are missing are told together
                updated.remove(key);
            }
        });
        return updated;
    }

    private Map<Object, Object> together(Unit unit, Map<Object, Target> targets) throws SQLException {
        List<Group> groups = new ArrayList<>(1);
        Map<Object, Object> updated = new HashMap<>(targets.size() * 2);
        targets.forEach((key, target) -> {
            if (!target.changes.isEmpty()) {
                group(groups, target.changes)
                        .add(new ManyUpdates.Row(target.id, target.changes.values(), target.changes.expectedValues()));
                return;
            }
            Object record = reads.byId(target.id, null);
            if (record != null) {
                updated.put(key, record);
            }
        });
        for (Group group : groups) {
            many.update(
                    unit.connection(),
                    group.like.columns(),
                    group.like.compared(),
                    group.rows,
                    false,
                    Now.get(),
                    updated);
        }
        outside(unit, targets, updated);
        if (store.events().wants(entity.name(), Action.UPDATED)) {
            List<Object[]> ids = new ArrayList<>();
            targets.values().forEach(target -> ids.add(target.id));
            store.events().record(unit, entity.name(), Action.UPDATED, Ids.joined(entity, ids));
        }
        return updated;
    }

    /** Records whose changes are of the same columns. */
    private record Group(Changes like, List<ManyUpdates.Row> rows) {}

    private static List<ManyUpdates.Row> group(List<Group> groups, Changes changes) {
        for (int i = groups.size() - 1; i >= 0; i--) {
            if (groups.get(i).like.isLike(changes)) {
                return groups.get(i).rows;
            }
        }
        Group group = new Group(changes, new ArrayList<>());
        groups.add(group);
        return group.rows;
    }

    /** Replaces what is kept in rows of their own, of all records together, and reads the records again. */
    private void outside(Unit unit, Map<Object, Target> targets, Map<Object, Object> updated) throws SQLException {
        Set<Attribute> attributes = new LinkedHashSet<>();
        targets.values()
                .forEach(target -> attributes.addAll(target.changes.outside().keySet()));
        Map<Object, Object[]> changed = new LinkedHashMap<>();
        for (Attribute attribute : attributes) {
            List<Object[]> owners = new ArrayList<>();
            List<@Nullable Object> values = new ArrayList<>();
            targets.forEach((key, target) -> {
                if (updated.containsKey(key) && target.changes.outside().containsKey(attribute)) {
                    owners.add(target.id);
                    values.add(target.changes.outside().get(attribute));
                    changed.put(key, target.id);
                }
            });
            attachments.replaceEach(unit, attribute, owners, values);
        }
        for (List<Object[]> chunk : Chunks.of(List.copyOf(changed.values()))) {
            for (Object record : many.reread(unit.connection(), chunk, false)) {
                updated.put(entity.id().keyOf(record), record);
            }
        }
    }

    private void missing(Map<Object, Target> targets, Map<Object, Object> updated) {
        List<Object> missing = new ArrayList<>();
        targets.forEach((key, target) -> {
            if (!updated.containsKey(key)) {
                if (!target.changes.expected().isEmpty() && reads.exists(target.id)) {
                    throw Updates.stale(entity, target.id);
                }
                missing.add(entity.id().join(target.id));
            }
        });
        if (!missing.isEmpty()) {
            throw new NotFound(entity.name(), entity.id().name(), missing);
        }
    }
}
