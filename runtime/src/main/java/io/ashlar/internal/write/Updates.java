package io.ashlar.internal.write;

import io.ashlar.crud.NotFound;
import io.ashlar.crud.StaleVersion;
import io.ashlar.database.Dialect;
import io.ashlar.event.Action;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Slot;
import io.ashlar.internal.read.Readers;
import io.ashlar.internal.read.Reads;
import io.ashlar.internal.read.Store;
import io.ashlar.internal.sql.Conditions;
import io.ashlar.internal.sql.Sql;
import io.ashlar.internal.transaction.Unit;
import io.ashlar.query.Filter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Updates records of one model: one by id, or all that match a filter. Safe for use by many threads. */
final class Updates {

    private static final int MOST_STATEMENTS = 1000;

    private final Map<List<Column>, String> statements = new ConcurrentHashMap<>();
    private final Store store;
    private final Entity entity;
    private final Shape shape;
    private final Reads reads;
    private final Readers readers;
    private final Attachments attachments;

    Updates(Store store, Shape shape, Reads reads, Readers readers, Attachments attachments) {
        this.store = store;
        this.entity = shape.entity();
        this.shape = shape;
        this.reads = reads;
        this.readers = readers;
        this.attachments = attachments;
    }

    /** Changes one record and returns it as it is now. */
    Object one(Object[] id, Changes changes) {
        if (changes.isEmpty()) {
            return found(reads.byId(id, null), id);
        }
        boolean plain = shape.isOneTable()
                && changes.outside().isEmpty()
                && entity.callbacks().isEmpty()
                && store.dialect().dialect() != Dialect.MARIADB;
        boolean wanted = store.events().wants(entity.name(), Action.UPDATED);
        boolean atomic = !plain
                || !store.dialect().undoesAlone()
                || (wanted && store.events().durable());
        return store.call(entity, atomic, changes, unit -> {
            Object record = plain ? inOneStatement(unit, id, changes) : inSeveral(unit, id, changes);
            if (wanted) {
                store.events()
                        .record(
                                unit,
                                entity.name(),
                                Action.UPDATED,
                                List.of(entity.id().join(id)));
            }
            return record;
        });
    }

    private Object inOneStatement(Unit unit, Object[] id, Changes changes) throws SQLException {
        List<Object> records;
        try (PreparedStatement statement =
                        changes.expected().isEmpty() && !shape.from().isShared()
                                ? prepared(unit.connection(), id, changes)
                                : made(unit.connection(), id, changes);
                ResultSet row = statement.executeQuery()) {
            records = readers.records(entity, row);
        }
        return records.isEmpty() ? notUpdated(id, changes) : records.get(0);
    }

    private PreparedStatement made(Connection connection, Object[] id, Changes changes) throws SQLException {
        Sql sql = statement(id, changes.assignments(), changes);
        return sql.prepare(connection, returning(sql));
    }

    private String returning(Sql sql) {
        return Objects.requireNonNull(store.dialect().returning(sql.toString(), readers.columns(entity)));
    }

    /** The text depends on the columns alone, and is made once for each set of them. */
    private PreparedStatement prepared(Connection connection, Object[] id, Changes changes) throws SQLException {
        List<Column> columns = changes.columns();
        String text = statements.get(columns);
        if (text == null) {
            text = returning(statement(id, changes.assignments(), changes));
            if (statements.size() < MOST_STATEMENTS) {
                statements.put(columns, text);
            }
        }
        PreparedStatement statement = connection.prepareStatement(text);
        try {
            int at = 0;
            for (Changes.Assignment assignment : changes.assignments()) {
                at++;
                assignment.column().binding().bind(statement, at, assignment.value());
            }
            Instant now = Now.get();
            for (Basic kept : shape.keptTimes()) {
                at++;
                kept.binding().bind(statement, at, now);
            }
            for (int i = 0; i < id.length; i++) {
                at++;
                entity.id().slots().get(i).column().binding().bind(statement, at, id[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException | Error e) {
            statement.close();
            throw e;
        }
    }

    private Object inSeveral(Unit unit, Object[] id, Changes changes) throws SQLException {
        Object before = found(reads.byId(id, null), id);
        Entity concrete = store.metamodel().of(before);
        List<Changes.Assignment> assignments = changes.assignments();
        if (!concrete.callbacks().isEmpty()) {
            assignments = afterCallbacks(concrete, before, changes);
        }
        write(unit.connection(), concrete, id, assignments, changes);
        for (Map.Entry<io.ashlar.internal.model.Attribute, @Nullable Object> each :
                changes.outside().entrySet()) {
            attachments.replace(unit, each.getKey(), Collections.singletonList(id), each.getValue());
        }
        Object after = found(reads.byId(id, null), id);
        concrete.callbacks().postUpdate(after);
        return after;
    }

    /** The model's own methods may change more than the caller did, so all columns are written. */
    private List<Changes.Assignment> afterCallbacks(Entity concrete, Object record, Changes changes) {
        changes.applyTo(record);
        List<Slot> slots = new Shape(concrete, store.dialect()).updatable();
        List<@Nullable Object> before = stored(slots, record);
        concrete.callbacks().preUpdate(record);
        List<@Nullable Object> after = stored(slots, record);
        List<Changes.Assignment> all = new ArrayList<>(changes.assignments());
        for (int i = 0; i < slots.size(); i++) { // what a callback left alone stays as the database has it
            if (!Objects.deepEquals(before.get(i), after.get(i))) {
                Column column = slots.get(i).column();
                all.removeIf(each -> each.column().name().equals(column.name()));
                all.add(new Changes.Assignment(column, slots.get(i).get(record)));
            }
        }
        return all;
    }

    private static List<@Nullable Object> stored(List<Slot> slots, Object record) {
        List<@Nullable Object> values = new ArrayList<>(slots.size());
        slots.forEach(slot -> values.add(slot.column().binding().store(slot.get(record))));
        return values;
    }

    private void write(
            Connection connection, Entity concrete, Object[] id, List<Changes.Assignment> assignments, Changes changes)
            throws SQLException {
        Shape own = concrete == entity ? shape : new Shape(concrete, store.dialect());
        TableUpdates tables = new TableUpdates(own, store.dialect());
        if (!tables.update(
                connection, Collections.singletonList(id), assignments, changes.expected(), false, Now.get())) {
            notUpdated(id, changes);
        }
    }

    private Sql statement(Object[] id, List<Changes.Assignment> assignments, Changes changes) {
        Sql sql = new Sql();
        TableUpdates.addSet(sql, shape, store.dialect(), assignments, Now.get());
        sql.add(" where ");
        Conditions conditions = new Conditions(sql, store.dialect());
        for (int i = 0; i < id.length; i++) {
            sql.add(i == 0 ? "" : " and ")
                    .add(shape.from().id(i))
                    .add(" = ")
                    .value(entity.id().slots().get(i).column().binding(), id[i]);
        }
        if (entity.deletedAt() != null) {
            sql.add(" and ");
            conditions.live(shape.from());
        }
        shape.from().andClasses(sql);
        TableUpdates.addExpected(sql, shape, changes.expected());
        return sql;
    }

    private Object notUpdated(Object[] id, Changes changes) {
        if (!changes.expected().isEmpty() && reads.exists(id)) {
            throw stale(entity, id);
        }
        throw new NotFound(
                entity.name(), entity.id().name(), List.of(entity.id().join(id)));
    }

    static StaleVersion stale(Entity entity, Object[] id) {
        Object given = entity.id().join(id);
        return new StaleVersion(
                entity.name(),
                entity.id().name(),
                given,
                entity.name() + " with " + entity.id().name() + ": " + given
                        + " was changed by another since it was read: read it again",
                null);
    }

    private Object found(@Nullable Object record, Object[] id) {
        if (record == null) {
            throw new NotFound(
                    entity.name(), entity.id().name(), List.of(entity.id().join(id)));
        }
        return record;
    }

    /** Changes all records that match, and returns how many. */
    long matching(Filter<?> filter, Changes changes) {
        Aim aim = Aim.at(shape, store.dialect(), "update", filter);
        if (!changes.expected().isEmpty()) {
            throw new IllegalArgumentException(
                    entity.name() + " - expect(...) is for updates by id: put the condition into the filter");
        }
        if (changes.isEmpty() || aim == null) {
            return 0;
        }
        boolean wanted = store.events().wants(entity.name(), Action.UPDATED);
        boolean plain = shape.isOneTable() && changes.outside().isEmpty() && !wanted;
        return store.call(entity, !plain, changes, unit -> {
            if (plain) {
                Sql sql = new Sql();
                TableUpdates.addSet(sql, shape, store.dialect(), changes.assignments(), Now.get());
                sql.add(" where ");
                aim.add(sql);
                return (long) sql.update(unit.connection());
            }
            return byIds(unit, aim.ids(unit.connection()), changes, wanted);
        });
    }

    private long byIds(Unit unit, List<Object[]> ids, Changes changes, boolean wanted) throws SQLException {
        if (ids.isEmpty()) {
            return 0;
        }
        for (Entity concrete : shape.isTablePerClass() ? entity.hierarchy().concrete() : List.of(entity)) {
            TableUpdates tables = new TableUpdates(
                    concrete == entity ? shape : new Shape(concrete, store.dialect()), store.dialect());
            tables.update(unit.connection(), ids, changes.assignments(), List.of(), false, Now.get());
        }
        for (Map.Entry<io.ashlar.internal.model.Attribute, @Nullable Object> each :
                changes.outside().entrySet()) {
            attachments.replace(unit, each.getKey(), ids, each.getValue());
        }
        if (wanted) {
            store.events().record(unit, entity.name(), Action.UPDATED, Ids.joined(entity, ids));
        }
        return ids.size();
    }
}
