package io.ashlar.internal.write;

import io.ashlar.crud.Upserted;
import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Elements;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Id;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.model.Slot;
import io.ashlar.internal.model.ToMany;
import io.ashlar.internal.model.ToOne;
import io.ashlar.internal.read.Chunks;
import io.ashlar.internal.read.Store;
import io.ashlar.internal.sql.Conditions;
import io.ashlar.internal.sql.From;
import io.ashlar.internal.sql.Sql;
import io.ashlar.internal.transaction.Unit;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores records whether they are there or not, and says which were. Safe for use by many threads. */
final class Upserts {

    private final Store store;
    private final Entity entity;
    private final Shape shape;
    private final Writers writers;
    private final ManyUpdates updates;

    Upserts(Store store, Shape shape, Writers writers, ManyUpdates updates) {
        this.store = store;
        this.entity = shape.entity();
        this.shape = shape;
        this.writers = writers;
        this.updates = updates;
    }

    /** What was done so far. */
    static final class Report {

        private final Map<String, List<Object>> created = new LinkedHashMap<>();
        private final Map<String, List<Object>> updated = new LinkedHashMap<>();
        private final Map<String, List<Object>> deleted = new LinkedHashMap<>();

        private final Set<Object> fresh = Collections.newSetFromMap(new IdentityHashMap<>());

        private void created(Entity entity, List<Object> given, List<Creation.Batch> batches) {
            fresh.addAll(given);
            for (Creation.Batch batch : batches) {
                List<Object> along = batch.records().stream().filter(fresh::add).toList();
                add(created, batch.entity(), ids(batch.entity(), along));
            }
            add(created, entity, ids(entity, given));
        }

        private static void add(Map<String, List<Object>> ids, Entity entity, Collection<Object> more) {
            if (!more.isEmpty()) {
                ids.computeIfAbsent(entity.idKey(), key -> new ArrayList<>()).addAll(more);
            }
        }

        <T> Upserted<T> finished(List<T> records) {
            return new Upserted<>(records, created, updated, deleted);
        }
    }

    /** Upserts the records and makes what they are related to, by these relations, exactly what they hold. */
    Report upsert(List<Object> records, List<String> relations) {
        List<Attribute> replaced = new ArrayList<>();
        relations.forEach(name -> replaced.add(relation(name)));
        Report report = new Report();
        return store.call(entity, true, unit -> {
            upsert(unit, records, replaced, report);
            return report;
        });
    }

    private Attribute relation(String name) {
        Attribute attribute = entity.attribute(name);
        if (attribute instanceof ToMany || attribute instanceof ToOne) {
            return attribute;
        }
        throw new IllegalArgumentException(entity.name() + "." + name + " is no relation");
    }

    private void upsert(Unit unit, List<Object> records, List<Attribute> replaced, Report report) throws SQLException {
        for (Attribute attribute : replaced) {
            if (attribute instanceof ToOne toOne && !toOne.columns().isEmpty()) {
                List<Object> related = new ArrayList<>();
                records.forEach(record -> add(related, Related.loaded(toOne, record)));
                writers.of(toOne.target()).upserts().upsert(unit, related, List.of(), report);
            }
        }
        List<Object> open = records.stream()
                .filter(record -> !report.fresh.contains(record))
                .toList();
        Set<Object> there = existing(unit, open);
        List<Object> fresh = new ArrayList<>();
        List<Object> known = new ArrayList<>();
        for (Object record : open) {
            Object[] id = entity.id().values(record);
            (id != null && there.contains(Id.key(id)) ? known : fresh).add(record);
        }
        report.created(entity, fresh, writers.of(entity).create(unit, fresh));
        update(unit, known);
        Report.add(report.updated, entity, ids(entity, known));
        for (Attribute attribute : replaced) {
            if (attribute instanceof ToMany toMany) {
                replace(unit, toMany, records, report);
            } else if (attribute instanceof ToOne toOne && toOne.link() instanceof Link.KeyInTarget) {
                replaceInverse(unit, toOne, records, report);
            }
        }
    }

    private static void add(List<Object> list, @Nullable Object record) {
        if (record != null && list.stream().noneMatch(each -> each == record)) {
            list.add(record);
        }
    }

    private static List<Object> ids(Entity entity, List<Object> records) {
        return Ids.joined(
                entity,
                records.stream()
                        .map(record -> Objects.requireNonNull(entity.id().values(record)))
                        .toList());
    }

    private Set<Object> existing(Unit unit, List<Object> records) throws SQLException {
        List<Object[]> ids = new ArrayList<>();
        for (Object record : records) {
            Object[] id = entity.id().values(record);
            if (id != null) {
                ids.add(id);
            }
        }
        Set<Object> existing = new HashSet<>();
        for (List<Object[]> chunk : Chunks.of(ids)) {
            Sql sql = new Sql()
                    .add("select ")
                    .add(shape.ids())
                    .add(" from ")
                    .add(shape.from().text())
                    .add(" where ");
            new Conditions(sql, store.dialect()).ids(shape.from(), chunk);
            shape.from().andClasses(sql);
            Ids.of(unit.connection(), entity, sql).forEach(id -> existing.add(Id.key(id)));
        }
        return existing;
    }

    private void update(Unit unit, List<Object> records) throws SQLException {
        Map<Entity, List<Object>> byClass = new LinkedHashMap<>();
        records.forEach(record -> byClass.computeIfAbsent(store.metamodel().of(record), each -> new ArrayList<>())
                .add(record));
        for (Map.Entry<Entity, List<Object>> each : byClass.entrySet()) {
            writers.of(each.getKey()).upserts().updateAll(unit, each.getValue());
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
                            Objects.requireNonNull(entity.id().values(record)),
                            values,
                            expected != null ? List.of(expected) : List.of()));
        }
        Instant now = Now.get();
        Map<Object, Object> updated = new HashMap<>();
        updates.update(unit.connection(), columns, compared, versioned, true, now, updated);
        updates.update(unit.connection(), columns, List.of(), others, true, now, updated);
        for (Object record : records) {
            Object[] id = Objects.requireNonNull(entity.id().values(record));
            Object read = updated.get(Id.key(id));
            if (read == null) {
                throw Updates.stale(entity, id);
            }
            takeKept(record, read);
        }
        replaceValues(unit, records);
        records.forEach(entity.callbacks()::postUpdate);
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
                    owners.add(Objects.requireNonNull(entity.id().values(record)));
                    each.add(values);
                }
            }
            if (!owners.isEmpty()) {
                writers.of(entity).attachments().replaceEach(unit.connection(), attribute, owners, each);
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
            Object[] id = Objects.requireNonNull(entity.id().values(record));
            Basic version = entity.version();
            List<Changes.Assignment> expected = version == null || !hasVersion(record)
                    ? List.of()
                    : List.of(new Changes.Assignment(
                            version.column(), version.access().get(record)));
            List<Object[]> one = java.util.Collections.singletonList(id);
            if (!tables.update(unit.connection(), one, assignments, expected, true, Now.get())) {
                throw Updates.stale(entity, id);
            }
            ids.add(id);
        }
        Map<Object, Object> now = new HashMap<>();
        for (Object read : updates.reread(unit.connection(), ids, true)) {
            now.put(Id.key(Objects.requireNonNull(entity.id().values(read))), read);
        }
        for (Object record : records) {
            Object[] id = Objects.requireNonNull(entity.id().values(record));
            takeKept(record, Objects.requireNonNull(now.get(Id.key(id))));
            entity.callbacks().postUpdate(record);
        }
        replaceValues(unit, records);
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

    /** Deletes for good what a step leads to and is not kept. */
    private void gone(Unit unit, Cascades.Step step, List<Object[]> owners, Set<Object> kept, Report report)
            throws SQLException {
        Sql children = Cascades.targets(step, owners, store.dialect());
        if (step.target().deletedAt() != null) { // what is hidden was not among those that the caller saw
            children.add(" and ");
            new Conditions(children, store.dialect()).live(new From(step.target(), "t", store.dialect()));
        }
        List<Object[]> gone = Ids.of(unit.connection(), step.target(), children).stream()
                .filter(id -> !kept.contains(Id.key(id)))
                .toList();
        writers.of(step.target()).deletes().byIds(unit, gone, report.deleted);
    }

    /** The one record that points to each of these, and no other. */
    private void replaceInverse(Unit unit, ToOne toOne, List<Object> owners, Report report) throws SQLException {
        List<Object> related = new ArrayList<>();
        Set<Object> kept = new HashSet<>();
        List<Object[]> ownerIds = new ArrayList<>();
        for (Object owner : owners) {
            Object other = Related.loaded(toOne, owner);
            if (other != null) {
                Related.pointBack(toOne.link(), toOne.target(), other, owner);
                add(related, other);
                Object[] id = toOne.target().id().values(other);
                kept.add(id == null ? other : Id.key(id));
            }
            ownerIds.add(Objects.requireNonNull(entity.id().values(owner)));
        }
        gone(unit, new Cascades.Step(entity, toOne, toOne.link(), toOne.target()), ownerIds, kept, report);
        writers.of(toOne.target()).upserts().upsert(unit, related, List.of(), report);
    }

    private void replace(Unit unit, ToMany toMany, List<Object> owners, Report report) throws SQLException {
        Writers.Of target = writers.of(toMany.target());
        List<Object> all = new ArrayList<>();
        for (Object owner : owners) {
            for (Object child : Related.of(toMany, owner)) {
                Related.pointBack(toMany.link(), toMany.target(), child, owner);
                boolean whole = toMany.link() instanceof Link.KeyInTarget || !Creation.isStored(child);
                if (whole) {
                    add(all, child);
                }
            }
        }
        if (toMany.link() instanceof Link.KeyInTarget key) {
            List<Object[]> ownerIds = owners.stream()
                    .map(owner -> Objects.requireNonNull(entity.id().values(owner)))
                    .toList();
            Cascades.Step step = new Cascades.Step(entity, toMany, key, toMany.target());
            Set<Object> kept = new HashSet<>();
            all.forEach(child -> {
                Object[] id = toMany.target().id().values(child);
                if (id != null) {
                    kept.add(Id.key(id));
                }
            });
            gone(unit, step, ownerIds, kept, report);
        }
        target.upserts().upsert(unit, all, List.of(), report);
        for (Object owner : owners) {
            writers.of(entity)
                    .attachments()
                    .place(unit.connection(), toMany, toMany.access().get(owner));
        }
        if (toMany.link() instanceof Link.JoinTable
                || ((Link.KeyInTarget) toMany.link()).inverse().isEmpty()) {
            for (Object owner : owners) {
                Object[] id = Objects.requireNonNull(entity.id().values(owner));
                Object values = toMany.access().get(owner);
                if (!Related.isUnloaded(values)) {
                    writers.of(entity)
                            .attachments()
                            .replace(unit.connection(), toMany, java.util.Collections.singletonList(id), values);
                }
            }
        }
    }
}
