package io.ashlar.internal.write;

import io.ashlar.crud.NotFound;
import io.ashlar.event.Action;
import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Column;
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
            list.add(records.get(Id.key(entity.id().split(update.id()))));
        }
        return list;
    }

    /** Returns the changes by record; two updates of one record are one, unless they contradict each other. */
    private Map<Object, Target> merged(List<? extends Update<?, ?>> updates) {
        Map<Object, List<Change<?>>> changes = new LinkedHashMap<>();
        Map<Object, Object[]> ids = new LinkedHashMap<>();
        for (Update<?, ?> update : updates) {
            Object[] id = entity.id().split(update.id());
            ids.put(Id.key(id), id);
            changes.computeIfAbsent(Id.key(id), key -> new ArrayList<>()).addAll(update.changes());
        }
        Map<Object, Target> targets = new LinkedHashMap<>();
        changes.forEach((key, all) -> {
            Object[] id = ids.get(key);
            if (id != null) {
                targets.put(key, new Target(id, Changes.of(entity, all)));
            }
        });
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
        Map<List<Column>, Map<List<Column>, List<ManyUpdates.Row>>> groups = new LinkedHashMap<>();
        Map<Object, Object> updated = new LinkedHashMap<>();
        targets.forEach((key, target) -> {
            if (target.changes.isEmpty()) {
                Object record = reads.byId(target.id, null);
                if (record != null) {
                    updated.put(key, record);
                }
                return;
            }
            groups.computeIfAbsent(columns(target.changes.assignments()), columns -> new LinkedHashMap<>())
                    .computeIfAbsent(columns(target.changes.expected()), columns -> new ArrayList<>())
                    .add(new ManyUpdates.Row(
                            target.id, values(target.changes.assignments()), values(target.changes.expected())));
        });
        for (Map.Entry<List<Column>, Map<List<Column>, List<ManyUpdates.Row>>> columns : groups.entrySet()) {
            for (Map.Entry<List<Column>, List<ManyUpdates.Row>> group :
                    columns.getValue().entrySet()) {
                updated.putAll(many.update(
                        unit.connection(), columns.getKey(), group.getKey(), group.getValue(), false, Now.get()));
            }
        }
        outside(unit, targets, updated);
        if (store.events().wants(entity.name(), Action.UPDATED)) {
            List<Object[]> ids = new ArrayList<>();
            targets.values().forEach(target -> ids.add(target.id));
            store.events().record(unit, entity.name(), Action.UPDATED, Ids.joined(entity, ids));
        }
        return updated;
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
            attachments.replaceEach(unit.connection(), attribute, owners, values);
        }
        for (List<Object[]> chunk : Chunks.of(List.copyOf(changed.values()))) {
            for (Object record : many.reread(unit.connection(), chunk, false)) {
                updated.put(Id.key(Objects.requireNonNull(entity.id().values(record))), record);
            }
        }
    }

    private static List<Column> columns(List<Changes.Assignment> assignments) {
        return assignments.stream().map(Changes.Assignment::column).toList();
    }

    private static List<@Nullable Object> values(List<Changes.Assignment> assignments) {
        List<@Nullable Object> values = new ArrayList<>();
        assignments.forEach(assignment -> values.add(assignment.value()));
        return values;
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
