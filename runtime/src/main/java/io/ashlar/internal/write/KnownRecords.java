package io.ashlar.internal.write;

import io.ashlar.event.Action;
import io.ashlar.internal.failure.Refused;
import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Elements;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Id;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.model.Slot;
import io.ashlar.internal.model.ToOne;
import io.ashlar.internal.read.Store;
import io.ashlar.internal.transaction.Unit;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Replaces all that records of one model hold by what they were given. Safe for use by many threads. */
final class KnownRecords {

    private final Store store;
    private final Entity entity;
    private final Shape shape;
    private final Writers writers;
    private final ManyUpdates updates;

    KnownRecords(Store store, Shape shape, Writers writers, ManyUpdates updates) {
        this.store = store;
        this.entity = shape.entity();
        this.shape = shape;
        this.writers = writers;
        this.updates = updates;
    }

    /** Replaces the records in a transaction that runs. */
    void update(Unit unit, List<Object> records) throws SQLException {
        Map<Entity, List<Object>> byClass = new LinkedHashMap<>();
        records.forEach(record -> byClass.computeIfAbsent(store.metamodel().of(record), each -> new ArrayList<>())
                .add(record));
        for (Map.Entry<Entity, List<Object>> each : byClass.entrySet()) {
            try {
                writers.of(each.getKey()).known().updateAll(unit, each.getValue());
            } catch (SQLException e) {
                throw Refused.of(each.getKey(), e);
            }
        }
    }

    private void updateAll(Unit unit, List<Object> records) throws SQLException {
        records.forEach(entity.callbacks()::preUpdate);
        List<Slot> slots = shape.updatable();
        Basic version = entity.version();
        List<Column> compared = version == null ? List.of() : List.of(version.column());
        List<Column> columns = new ArrayList<>(slots.stream().map(Slot::column).toList());
        Basic deletedAt = entity.deletedAt();
        if (deletedAt != null) {
            columns.add(deletedAt.column());
        }
        if (!shape.isOneTable()) {
            severalTables(unit, records, slots, deletedAt);
            return;
        }
        List<ManyUpdates.Row> versioned = new ArrayList<>();
        List<ManyUpdates.Row> others = new ArrayList<>();
        for (Object record : records) {
            List<@Nullable Object> values = new ArrayList<>();
            slots.forEach(slot -> values.add(slot.get(record)));
            if (deletedAt != null) {
                values.add(null);
            }
            Object expected =
                    hasVersion(record) && version != null ? version.access().get(record) : null;
            (expected != null ? versioned : others)
                    .add(new ManyUpdates.Row(
                            Ids.of(entity, record), values, expected != null ? List.of(expected) : List.of()));
        }
        Instant now = Now.get();
        Map<Object, Object> updated = new HashMap<>();
        updates.update(unit.connection(), columns, compared, versioned, true, now, updated);
        updates.update(unit.connection(), columns, List.of(), others, true, now, updated);
        for (Object record : records) {
            Object[] id = Ids.of(entity, record);
            Object read = updated.get(Id.key(id));
            if (read == null) {
                throw Updates.stale(entity, id);
            }
            takeKept(record, read);
        }
        replaceValues(unit, records);
        records.forEach(entity.callbacks()::postUpdate);
        tell(unit, records);
    }

    private void tell(Unit unit, List<Object> records) {
        if (store.events().wants(entity.name(), Action.UPDATED)) {
            List<Object[]> ids = new ArrayList<>();
            records.forEach(record -> ids.add(Ids.of(entity, record)));
            store.events().record(unit, entity.name(), Action.UPDATED, Ids.joined(entity, ids));
        }
    }

    /** Collections of values are attributes as others are. */
    private void replaceValues(Unit unit, List<Object> records) throws SQLException {
        for (Attribute attribute : entity.attributes()) {
            boolean linked = attribute instanceof ToOne toOne && toOne.link() instanceof Link.JoinTable;
            if (!linked && !(attribute instanceof Elements)) {
                continue;
            }
            List<Object[]> owners = new ArrayList<>();
            List<@Nullable Object> each = new ArrayList<>();
            for (Object record : records) {
                Object values = attribute instanceof ToOne toOne
                        ? toOne.get(record)
                        : attribute.access().get(record);
                if (linked || (values != null && !Related.isUnloaded(values))) {
                    owners.add(Ids.of(entity, record));
                    each.add(values);
                }
            }
            if (!owners.isEmpty()) {
                writers.of(entity).attachments().replaceEach(unit, attribute, owners, each);
            }
        }
    }

    private void severalTables(Unit unit, List<Object> records, List<Slot> slots, @Nullable Basic deletedAt)
            throws SQLException {
        TableUpdates tables = new TableUpdates(shape, store.dialect());
        List<Object[]> ids = new ArrayList<>();
        for (Object record : records) {
            List<Changes.Assignment> assignments = new ArrayList<>();
            slots.forEach(slot -> assignments.add(new Changes.Assignment(slot.column(), slot.get(record))));
            if (deletedAt != null) {
                assignments.add(new Changes.Assignment(deletedAt.column(), null));
            }
            Object[] id = Ids.of(entity, record);
            Basic version = entity.version();
            List<Changes.Assignment> expected = version == null || !hasVersion(record)
                    ? List.of()
                    : List.of(new Changes.Assignment(
                            version.column(), version.access().get(record)));
            List<Object[]> one = Collections.singletonList(id);
            if (!tables.update(unit.connection(), one, assignments, expected, true, Now.get())) {
                throw Updates.stale(entity, id);
            }
            ids.add(id);
        }
        Map<Object, Object> now = new HashMap<>();
        for (Object read : updates.reread(unit.connection(), ids, true)) {
            now.put(Id.key(Ids.of(entity, read)), read);
        }
        for (Object record : records) {
            Object[] id = Ids.of(entity, record);
            takeKept(record, Objects.requireNonNull(now.get(Id.key(id))));
            entity.callbacks().postUpdate(record);
        }
        replaceValues(unit, records);
        tell(unit, records);
    }

    /** A record that was put together by hand has no version, and replaces whatever is there. */
    private boolean hasVersion(Object record) {
        Basic version = entity.version();
        Object value = version == null ? null : version.access().get(record);
        return value != null && !(value instanceof Number number && number.longValue() == 0);
    }

    /** The record as given gets what the database and Ashlar keep. */
    private void takeKept(Object record, Object now) {
        for (String time : List.of(Entity.CREATED_AT, Entity.UPDATED_AT, Entity.DELETED_AT)) {
            entity.time(time)
                    .ifPresent(
                            basic -> basic.access().set(record, basic.access().get(now)));
        }
        if (entity.version() != null) {
            entity.version().access().set(record, entity.version().access().get(now));
        }
        for (Attribute attribute : entity.attributes()) {
            if (attribute instanceof Basic basic && basic.traits().computed()) {
                basic.access().set(record, basic.access().get(now));
            }
        }
    }
}
