package io.ashlar.internal.write;

import io.ashlar.internal.failure.Errors;
import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Elements;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.model.ToMany;
import io.ashlar.internal.model.ToOne;
import io.ashlar.internal.read.Chunks;
import io.ashlar.internal.sql.Conditions;
import io.ashlar.internal.sql.From;
import io.ashlar.internal.sql.RelatedKeys;
import io.ashlar.internal.sql.Sql;
import io.ashlar.internal.sql.SqlDialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a record keeps outside its own rows: links, collections of values, keys in the rows of others. */
final class Attachments {

    private final Entity entity;
    private final SqlDialect dialect;
    private final Map<Attribute, LinkRows> rows = new LinkedHashMap<>();
    private final List<LinkRows> deleted = new ArrayList<>();

    Attachments(Shape shape, SqlDialect dialect) {
        this.entity = shape.entity();
        this.dialect = dialect;
        for (Attribute attribute : entity.attributes()) {
            LinkRows links = rows(attribute);
            if (links != null) {
                rows.put(attribute, links);
            }
        }
        for (Attribute attribute : shape.allAttributes()) {
            LinkRows links = rows(attribute);
            if (links != null) {
                deleted.add(links);
            }
        }
    }

    private @Nullable LinkRows rows(Attribute attribute) {
        if (attribute instanceof Elements elements) {
            return LinkRows.of(elements, dialect);
        }
        if (attribute instanceof ToMany toMany && toMany.link() instanceof Link.JoinTable join) {
            return LinkRows.of(join, toMany.container(), dialect);
        }
        return attribute instanceof ToOne toOne && toOne.link() instanceof Link.JoinTable join
                ? LinkRows.of(join, null, dialect)
                : null;
    }

    /** Returns whether records can have any. */
    boolean isEmpty() {
        return rows.isEmpty() && entity.attributes().stream().noneMatch(ToMany.class::isInstance);
    }

    /** Returns whether one of {@code records} has any to store. */
    boolean has(List<Object> records) {
        return !isEmpty() && records.stream().anyMatch(this::has);
    }

    private boolean has(Object record) {
        return entity.attributes().stream().anyMatch(attribute -> {
            if (attribute instanceof Elements || attribute instanceof ToMany) {
                return !Related.values(attribute.access().get(record)).isEmpty();
            }
            return attribute instanceof ToOne toOne
                    && toOne.link() instanceof Link.JoinTable
                    && toOne.get(record) != null;
        });
    }

    /** Stores what new records have; children that were created along with them have their keys already. */
    void insert(Connection connection, List<Object> records, Creation creation) throws SQLException {
        if (!has(records)) {
            return;
        }
        for (Map.Entry<Attribute, LinkRows> each : rows.entrySet()) {
            List<Object> all = new ArrayList<>();
            for (Object record : records) {
                Object[] owner = Objects.requireNonNull(entity.id().values(record));
                Object value = valueOf(each.getKey(), record);
                if (isWritten(each.getKey()) && !Related.isUnloaded(value)) {
                    each.getValue().rows(owner, value, other -> parts(each.getKey(), other), all);
                }
            }
            each.getValue().insert(connection, all);
        }
        for (Attribute attribute : entity.attributes()) {
            if (attribute instanceof ToMany toMany && toMany.link() instanceof Link.KeyInTarget key) {
                for (Object record : records) {
                    children(connection, toMany, key, record, creation);
                }
            }
        }
    }

    private void children(Connection connection, ToMany toMany, Link.KeyInTarget key, Object record, Creation creation)
            throws SQLException {
        List<Object[]> open = new ArrayList<>();
        for (Object child : Related.of(toMany, record)) {
            if (!creation.contains(child) || key.inverse().isEmpty()) {
                open.add(RelatedKeys.idOf(entity, toMany, toMany.target(), child));
            }
        }
        attach(connection, toMany, key, Objects.requireNonNull(entity.id().values(record)), open);
        place(connection, toMany, toMany.access().get(record));
    }

    /** Keeps the places of children in a list, or their keys in a map, where a column of theirs holds them. */
    void place(Connection connection, ToMany toMany, @Nullable Object children) throws SQLException {
        Column column = toMany.container().position() == null
                ? toMany.container().mapKey()
                : toMany.container().position();
        Collection<?> values = Related.values(children);
        if (column == null || !(toMany.link() instanceof Link.KeyInTarget) || values.isEmpty()) {
            return;
        }
        Entity target = toMany.target();
        StringBuilder sql = new StringBuilder(
                "update " + dialect.quote(column.table()) + " set " + dialect.quote(column.name()) + " = ? where ");
        for (int i = 0; i < target.table().key().size(); i++) {
            sql.append(i == 0 ? "" : " and ")
                    .append(dialect.quote(target.table().key().get(i)))
                    .append(" = ?");
        }
        try (var statement = connection.prepareStatement(sql.toString())) {
            int at = 0;
            for (Object child : values) {
                Object place = children instanceof Map<?, ?> map ? keyOf(map, child) : (Object) at;
                column.binding().bind(statement, 1, place);
                Object[] id = RelatedKeys.idOf(entity, toMany, target, child);
                for (int i = 0; i < id.length; i++) {
                    target.id().slots().get(i).column().binding().bind(statement, i + 2, id[i]);
                }
                statement.addBatch();
                at++;
            }
            statement.executeBatch();
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

    /** The side of a join table that does not own it writes it only where it is asked to. */
    private static boolean isWritten(Attribute attribute) {
        return !(attribute instanceof ToMany toMany) || toMany.isOwner();
    }

    private static @Nullable Object valueOf(Attribute attribute, Object record) {
        return attribute instanceof ToOne toOne
                ? toOne.get(record)
                : attribute.access().get(record);
    }

    private Object[] parts(Attribute attribute, @Nullable Object value) {
        if (attribute instanceof Elements elements) {
            return LinkRows.parts(elements, value);
        }
        Entity target = attribute instanceof ToMany toMany ? toMany.target() : ((ToOne) attribute).target();
        if (value == null) {
            throw new IllegalArgumentException(
                    entity.name() + "." + attribute.name() + " - one of its records is null");
        }
        return RelatedKeys.idOf(entity, attribute, target, value);
    }

    /** Makes {@code values} all that these records have in an attribute. */
    void replace(Connection connection, Attribute attribute, List<Object[]> owners, @Nullable Object values)
            throws SQLException {
        LinkRows links = rows.get(attribute);
        if (links != null) {
            links.delete(connection, owners);
            List<Object> all = new ArrayList<>();
            owners.forEach(owner -> links.rows(owner, values, value -> parts(attribute, value), all));
            links.insert(connection, all);
        } else if (attribute instanceof ToMany toMany && toMany.link() instanceof Link.KeyInTarget key) {
            replaceKeys(connection, toMany, key, owners, Related.values(values));
            place(connection, toMany, values);
        }
    }

    /** Returns whether the attribute is kept in rows of its own, which {@link #replaceEach} writes for many owners at once. */
    boolean isInRows(Attribute attribute) {
        return rows.containsKey(attribute);
    }

    /** Replaces what each owner has in an attribute that {@link #isInRows}: owners and values are side by side. */
    void replaceEach(Connection connection, Attribute attribute, List<Object[]> owners, List<@Nullable Object> values)
            throws SQLException {
        LinkRows links = Objects.requireNonNull(rows.get(attribute));
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < owners.size(); i++) {
            links.rows(owners.get(i), values.get(i), value -> parts(attribute, value), all);
        }
        for (List<Object[]> chunk : Chunks.of(owners)) {
            links.delete(connection, chunk);
        }
        links.insert(connection, all);
    }

    private void replaceKeys(
            Connection connection, ToMany toMany, Link.KeyInTarget key, List<Object[]> owners, Collection<?> values)
            throws SQLException {
        List<Object[]> children = new ArrayList<>();
        for (Object value : values) {
            children.add(RelatedKeys.idOf(entity, toMany, toMany.target(), value));
        }
        if (owners.size() > 1 && !children.isEmpty()) {
            throw new IllegalArgumentException(entity.name() + "." + toMany.name()
                    + " cannot give the same records to several: they belong to one");
        }
        detachOthers(connection, toMany, key, owners, children);
        for (Object[] owner : owners) {
            attach(connection, toMany, key, owner, children);
        }
    }

    private void detachOthers(
            Connection connection, ToMany toMany, Link.KeyInTarget key, List<Object[]> owners, List<Object[]> kept)
            throws SQLException {
        Entity target = toMany.target();
        boolean required = !key.inverse().isEmpty()
                && target.byPath().get(key.inverse()) instanceof ToOne back
                && back.traits().required();
        From from = new From(target, "t", dialect);
        Sql sql = new Sql();
        if (required) {
            sql.add("select count(*) from ").add(from.text()).add(" where ");
        } else {
            sql.add("update ").add(dialect.quote(key.columns().get(0).table())).add(" t set ");
            for (int i = 0; i < key.columns().size(); i++) {
                sql.add(i == 0 ? "" : ", ")
                        .add(dialect.quote(key.columns().get(i).name()))
                        .add(" = null");
            }
            sql.add(" where ");
        }
        Conditions conditions = new Conditions(sql, dialect);
        conditions.rows(
                key.columns().stream()
                        .map(column -> "t." + dialect.quote(column.name()))
                        .toList(),
                key.columns().stream().map(Column::binding).toList(),
                owners);
        if (!kept.isEmpty()) {
            sql.add(" and not (");
            conditions.ids(from, kept);
            sql.add(")");
        }
        if (!required) {
            sql.update(connection);
            return;
        }
        try (var statement = sql.prepare(connection);
                var row = statement.executeQuery()) {
            if (row.next() && row.getLong(1) > 0) {
                throw Errors.required(target, key.inverse(), null);
            }
        }
    }

    private void attach(
            Connection connection, ToMany toMany, Link.KeyInTarget key, Object[] owner, List<Object[]> children)
            throws SQLException {
        Entity target = toMany.target();
        for (List<Object[]> chunk : Chunks.of(children)) {
            Sql sql = new Sql();
            sql.add("update ").add(dialect.quote(key.columns().get(0).table())).add(" t set ");
            for (int i = 0; i < key.columns().size(); i++) {
                sql.add(i == 0 ? "" : ", ")
                        .add(dialect.quote(key.columns().get(i).name()))
                        .add(" = ")
                        .value(key.columns().get(i).binding(), owner[i]);
            }
            sql.add(" where ");
            new Conditions(sql, dialect).ids(new From(target, "t", dialect), chunk);
            if (sql.update(connection) < chunk.size()) {
                throw Errors.missing(
                        entity,
                        toMany.name(),
                        toMany.name(),
                        chunk.stream().map(java.util.Arrays::toString).toList(),
                        null);
            }
        }
    }

    /** Deletes the rows of records that go for good. */
    void delete(Connection connection, List<Object[]> owners) throws SQLException {
        for (LinkRows links : deleted) {
            links.delete(connection, owners);
        }
    }

    /** Returns whether deleting a record takes rows beside its own. */
    boolean isDeletedAlong() {
        return !deleted.isEmpty();
    }
}
