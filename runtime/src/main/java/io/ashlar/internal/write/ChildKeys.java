package io.ashlar.internal.write;

import io.ashlar.internal.failure.Errors;
import io.ashlar.internal.failure.Refused;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Id;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.model.ToMany;
import io.ashlar.internal.model.ToOne;
import io.ashlar.internal.read.Chunks;
import io.ashlar.internal.read.Store;
import io.ashlar.internal.sql.Conditions;
import io.ashlar.internal.sql.From;
import io.ashlar.internal.sql.RelatedKeys;
import io.ashlar.internal.sql.Sql;
import io.ashlar.internal.sql.SqlDialect;
import io.ashlar.internal.transaction.Unit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A relation to many whose key lies in the rows of the related records, its children. Safe for use by many threads. */
final class ChildKeys {

    private final Entity entity;
    private final ToMany toMany;
    private final Link.KeyInTarget key;
    private final Entity target;
    private final SqlDialect dialect;
    private final From from;
    private final LinkEvents events;
    private final ChildRows rows;

    ChildKeys(Store store, Entity entity, ToMany toMany, Link.KeyInTarget key) {
        this.entity = entity;
        this.toMany = toMany;
        this.key = key;
        this.target = toMany.target();
        this.dialect = store.dialect();
        this.from = new From(target, "t", dialect);
        this.events = new LinkEvents(store, entity, target);
        this.rows = new ChildRows(entity, toMany, dialect);
    }

    /** Points children of new records, which others may have had so far, to them; those of {@code creation} do already. */
    void insert(Unit unit, List<Object> records, Creation creation) throws SQLException {
        Children told = new Children(entity.name() + "." + toMany.name());
        Children all = new Children(entity.name() + "." + toMany.name());
        for (Object record : records) {
            Object[] owner = Ids.of(entity, record);
            for (Object child : Related.of(toMany, record)) {
                boolean isNew = creation.contains(child);
                if (!isNew || key.inverse().isEmpty()) {
                    all.add(owner, id(child));
                }
                if (!isNew) {
                    told.add(owner, id(child));
                }
            }
        }
        tell(unit, List.of(), told);
        try {
            attach(unit.connection(), all);
            place(
                    unit.connection(),
                    records.stream().map(record -> toMany.access().get(record)).toList());
        } catch (SQLException e) {
            throw Refused.of(target, e);
        }
    }

    /** Makes {@code values} all children of their owners: owners and values are side by side. */
    void replace(Unit unit, List<Object[]> owners, List<? extends @Nullable Object> values) throws SQLException {
        Children children = new Children(entity.name() + "." + toMany.name());
        for (int i = 0; i < owners.size(); i++) {
            for (Object child : Related.values(values.get(i))) {
                children.add(owners.get(i), id(child));
            }
        }
        tell(unit, owners, children);
        try {
            detachOthers(unit.connection(), owners, children.ids());
            attach(unit.connection(), children);
            place(unit.connection(), values);
        } catch (SQLException e) {
            throw Refused.of(target, e);
        }
    }

    private Object[] id(Object child) {
        return RelatedKeys.idOf(entity, toMany, target, child);
    }

    private void tell(Unit unit, List<Object[]> owners, Children children) throws SQLException {
        if (!events.isWanted()) {
            return;
        }
        Set<LinkEvents.Pair> before = new LinkedHashSet<>();
        for (List<Object[]> chunk : Chunks.of(owners)) {
            Sql sql = pairs();
            Cascades.pointing(new Conditions(sql, dialect), key, from, chunk);
            read(unit.connection(), sql, before);
        }
        for (List<Object[]> chunk : Chunks.of(children.ids())) {
            Sql sql = pairs();
            new Conditions(sql, dialect).ids(from, chunk);
            sql.add(" and ").add(from.column(key.columns().get(0))).add(" is not null");
            read(unit.connection(), sql, before);
        }
        events.tell(unit, before, children.pairs());
    }

    private Sql pairs() {
        Sql sql = new Sql().add("select ");
        for (int i = 0; i < target.id().slots().size(); i++) {
            sql.add(from.id(i)).add(", ");
        }
        sql.add(String.join(", ", key.columns().stream().map(from::column).toList()));
        return sql.add(" from ").add(from.text()).add(" where ");
    }

    private void read(Connection connection, Sql sql, Set<LinkEvents.Pair> pairs) throws SQLException {
        try (PreparedStatement statement = sql.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Object[] child = new Object[target.id().slots().size()];
                for (int i = 0; i < child.length; i++) {
                    child[i] = target.id().slots().get(i).column().binding().read(row, i + 1);
                }
                Object[] owner = new Object[key.columns().size()];
                for (int i = 0; i < owner.length; i++) {
                    owner[i] = key.columns().get(i).binding().read(row, child.length + i + 1);
                }
                pairs.add(LinkEvents.Pair.of(owner, child));
            }
        }
    }

    private void detachOthers(Connection connection, List<Object[]> owners, List<Object[]> kept) throws SQLException {
        boolean required = !key.inverse().isEmpty()
                && target.byPath().get(key.inverse()) instanceof ToOne back
                && back.traits().required();
        for (List<Object[]> chunk : Chunks.of(owners)) {
            Sql sql = required ? new Sql().add("select count(*) from ").add(from.text()) : update(null);
            sql.add(" where ");
            Conditions conditions = new Conditions(sql, dialect);
            if (required) {
                Cascades.pointing(conditions, key, from, chunk);
            } else { // an update knows one table, and calls it t
                conditions.rows(
                        key.columns().stream()
                                .map(column -> "t." + dialect.quote(column.name()))
                                .toList(),
                        key.columns().stream().map(Column::binding).toList(),
                        chunk);
            }
            if (!kept.isEmpty()) {
                sql.add(" and not (");
                conditions.ids(from, kept);
                sql.add(")");
            }
            if (!required) {
                sql.update(connection);
            } else if (count(connection, sql) > 0) {
                throw Errors.required(target, key.inverse(), null);
            }
        }
    }

    private static long count(Connection connection, Sql sql) throws SQLException {
        try (PreparedStatement statement = sql.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private Sql update(Object @Nullable [] owner) {
        Sql sql = new Sql()
                .add("update ")
                .add(dialect.quote(key.columns().get(0).table()))
                .add(" t set ");
        for (int i = 0; i < key.columns().size(); i++) {
            sql.add(i == 0 ? "" : ", ")
                    .add(dialect.quote(key.columns().get(i).name()))
                    .add(" = ");
            if (owner == null) {
                sql.add("null");
            } else {
                sql.value(key.columns().get(i).binding(), owner[i]);
            }
        }
        return sql;
    }

    private void attach(Connection connection, Children children) throws SQLException {
        Object[] only = children.only();
        for (List<Object[]> chunk : Chunks.of(children.ids())) {
            if (only == null) {
                rows.update(connection, key.columns(), chunk, children::owner);
                continue;
            }
            Sql sql = update(only).add(" where ");
            new Conditions(sql, dialect).ids(from, chunk);
            if (sql.update(connection) < chunk.size()) {
                throw rows.missing(chunk);
            }
        }
    }

    /** Keeps the places of children in lists, or their keys in maps, where a column of theirs holds them. */
    void place(Connection connection, List<? extends @Nullable Object> containers) throws SQLException {
        Column column = toMany.container().position() == null
                ? toMany.container().mapKey()
                : toMany.container().position();
        if (column == null) {
            return;
        }
        Map<Object, Object[]> ids = new LinkedHashMap<>();
        Map<Object, @Nullable Object> places = new LinkedHashMap<>();
        for (Object container : containers) {
            int at = 0;
            for (Object child : Related.values(container)) {
                Object[] id = id(child);
                ids.put(Id.key(id), id);
                places.put(Id.key(id), container instanceof Map<?, ?> map ? keyOf(map, child) : (Object) at);
                at++;
            }
        }
        if (!ids.isEmpty()) {
            rows.update(connection, List.of(column), List.copyOf(ids.values()), child ->
                    new @Nullable Object[] {places.get(Id.key(child))});
        }
    }

    private static @Nullable Object keyOf(Map<?, ?> map, Object value) {
        for (Map.Entry<?, ?> each : map.entrySet()) {
            if (each.getValue() == value) {
                return each.getKey();
            }
        }
        return null;
    }
}
