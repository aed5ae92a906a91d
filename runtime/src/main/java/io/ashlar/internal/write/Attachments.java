package io.ashlar.internal.write;

import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Elements;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.model.ToMany;
import io.ashlar.internal.model.ToOne;
import io.ashlar.internal.read.Chunks;
import io.ashlar.internal.read.Store;
import io.ashlar.internal.sql.RelatedKeys;
import io.ashlar.internal.sql.SqlDialect;
import io.ashlar.internal.transaction.Unit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a record keeps outside its own rows: links, collections of values, keys in the rows of others. */
final class Attachments {

    private final Entity entity;
    private final SqlDialect dialect;
    private final Map<Attribute, LinkRows> rows = new LinkedHashMap<>();
    private final Map<Attribute, LinkEvents> events = new LinkedHashMap<>();
    private final Map<Attribute, ChildKeys> children = new LinkedHashMap<>();
    private final List<LinkRows> deleted = new ArrayList<>();

    Attachments(Store store, Shape shape) {
        this.entity = shape.entity();
        this.dialect = store.dialect();
        for (Attribute attribute : entity.attributes()) {
            LinkRows links = rows(attribute);
            if (links != null) {
                rows.put(attribute, links);
            }
            if (links != null && !(attribute instanceof Elements)) {
                events.put(attribute, new LinkEvents(store, entity, target(attribute)));
            }
            if (attribute instanceof ToMany toMany && toMany.link() instanceof Link.KeyInTarget key) {
                children.put(attribute, new ChildKeys(store, entity, toMany, key));
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
    void insert(Unit unit, List<Object> records, Creation creation) throws SQLException {
        if (!has(records)) {
            return;
        }
        for (Map.Entry<Attribute, LinkRows> each : rows.entrySet()) {
            List<Object> all = new ArrayList<>();
            for (Object record : records) {
                Object value = valueOf(each.getKey(), record);
                if (isWritten(each.getKey()) && !Related.isUnloaded(value)) {
                    each.getValue().rows(Ids.of(entity, record), value, other -> parts(each.getKey(), other), all);
                }
            }
            each.getValue().insert(unit.connection(), all);
            LinkEvents told = events.get(each.getKey());
            if (told != null && !all.isEmpty() && told.isWanted()) {
                told.tell(unit, Set.of(), each.getValue().pairs(all));
            }
        }
        for (ChildKeys each : children.values()) {
            each.insert(unit, records, creation);
        }
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

    private static Entity target(Attribute attribute) {
        return attribute instanceof ToMany toMany ? toMany.target() : ((ToOne) attribute).target();
    }

    private Object[] parts(Attribute attribute, @Nullable Object value) {
        if (attribute instanceof Elements elements) {
            return LinkRows.parts(elements, value);
        }
        if (value == null) {
            throw new IllegalArgumentException(
                    entity.name() + "." + attribute.name() + " - one of its records is null");
        }
        return RelatedKeys.idOf(entity, attribute, target(attribute), value);
    }

    /** Makes {@code values} all that these records have in an attribute. */
    void replace(Unit unit, Attribute attribute, List<Object[]> owners, @Nullable Object values) throws SQLException {
        replaceEach(unit, attribute, owners, Collections.nCopies(owners.size(), values));
    }

    /** Returns whether the attribute is kept in rows of its own. */
    boolean isInRows(Attribute attribute) {
        return rows.containsKey(attribute);
    }

    /** Replaces what each owner has in an attribute, of all together: owners and values are side by side. */
    void replaceEach(Unit unit, Attribute attribute, List<Object[]> owners, List<? extends @Nullable Object> values)
            throws SQLException {
        LinkRows links = rows.get(attribute);
        ChildKeys keys = children.get(attribute);
        if (links != null) {
            replaceRows(unit, attribute, links, owners, values);
        } else if (keys != null) {
            keys.replace(unit, owners, values);
        }
    }

    private void replaceRows(
            Unit unit,
            Attribute attribute,
            LinkRows links,
            List<Object[]> owners,
            List<? extends @Nullable Object> values)
            throws SQLException {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < owners.size(); i++) {
            links.rows(owners.get(i), values.get(i), value -> parts(attribute, value), all);
        }
        LinkEvents told = events.get(attribute);
        if (told != null && told.isWanted()) {
            told.tell(unit, links.pairs(unit.connection(), owners), links.pairs(all));
        }
        for (List<Object[]> chunk : Chunks.of(owners)) {
            links.delete(unit.connection(), chunk);
        }
        links.insert(unit.connection(), all);
    }

    /** Keeps the places of children in these containers, of several records. */
    void place(Unit unit, ToMany toMany, List<? extends @Nullable Object> containers) throws SQLException {
        ChildKeys keys = children.get(toMany);
        if (keys != null) {
            keys.place(unit.connection(), containers);
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
