package io.ashlar.internal.read;

import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Container;
import io.ashlar.internal.model.Elements;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Id;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.model.Missing;
import io.ashlar.internal.model.ToMany;
import io.ashlar.internal.model.ToOne;
import io.ashlar.internal.sql.Conditions;
import io.ashlar.internal.sql.From;
import io.ashlar.internal.sql.Sql;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads related records and collections: for all records of a page in one statement. Safe for use by many threads. */
final class Relations {

    private final Store store;
    private final Selections selections;
    private final Partial partial;

    Relations(Store store, Selections selections, Partial partial) {
        this.store = store;
        this.selections = selections;
        this.partial = partial;
    }

    void markPartial(Object record) {
        partial.mark(record);
    }

    /** Fills all of {@code missing}, which are places of one attribute. */
    void load(Attribute attribute, List<Missing> missing, Fetch fetch, Known known) {
        Map<Object, List<Missing>> waiting = new LinkedHashMap<>();
        for (Missing each : missing) {
            waiting.computeIfAbsent(Id.key(each.key()), key -> new ArrayList<>(1))
                    .add(each);
        }
        List<Object[]> keys = new ArrayList<>(waiting.size());
        waiting.values().forEach(places -> keys.add(places.get(0).key()));
        if (attribute instanceof ToOne toOne) {
            toOne(toOne, waiting, keys, fetch, known);
        } else if (attribute instanceof ToMany toMany) {
            toMany(toMany, waiting, keys, fetch, known);
        } else {
            elements((Elements) attribute, waiting, keys);
        }
    }

    private void toOne(
            ToOne relation, Map<Object, List<Missing>> waiting, List<Object[]> keys, Fetch fetch, Known known) {
        boolean byId = relation.link() instanceof Link.OwnKey own && own.pointsToId();
        Map<Object, Object> found = new HashMap<>();
        List<Object[]> unknown = new ArrayList<>(keys.size());
        for (Object[] key : keys) {
            Object record = byId ? known.get(relation.target(), Id.key(key)) : null;
            if (record == null) {
                unknown.add(key);
            } else {
                found.put(Id.key(key), record);
            }
        }
        for (List<Object[]> chunk : Chunks.of(unknown)) {
            related(relation.link(), relation.target(), chunk, fetch, null, known, (key, record, ignored) -> {
                found.put(key, record);
                if (byId) {
                    known.put(relation.target(), key, record);
                }
            });
        }
        waiting.forEach((key, places) -> places.forEach(place -> place.fill(found.get(key))));
    }

    private void toMany(
            ToMany relation, Map<Object, List<Missing>> waiting, List<Object[]> keys, Fetch fetch, Known known) {
        Container container = relation.container();
        Map<Object, Collected> found = new HashMap<>();
        waiting.keySet().forEach(key -> found.put(key, new Collected(container)));
        Entity target = relation.target();
        for (List<Object[]> chunk : Chunks.of(keys)) {
            related(relation.link(), target, chunk, fetch, container, known, (key, record, value) -> {
                Collected collected = found.get(key);
                if (collected != null) {
                    collected.add(mapKey(container, target, record, value), record);
                }
            });
        }
        waiting.forEach((key, places) -> {
            Collected collected = found.get(key);
            places.forEach(place -> place.fill(collected == null ? null : collected.finished()));
        });
    }

    private static @Nullable Object mapKey(Container container, Entity target, Object record, @Nullable Object value) {
        if (container.kind() != Container.Kind.MAP || container.mapKey() != null) {
            return value;
        }
        String attribute = container.mapKeyAttribute();
        if (attribute == null || attribute.isEmpty()) {
            Object[] id = target.id().values(record);
            return id == null ? null : target.id().join(id);
        }
        return target.attribute(attribute).access().get(record);
    }

    /** Takes a related record with the key of whom it belongs to. */
    private interface Found {

        void take(Object key, Object record, @Nullable Object extra);
    }

    private void related(
            Link link,
            Entity target,
            List<Object[]> keys,
            Fetch fetch,
            @Nullable Container container,
            Known known,
            Found found) {
        Selection selection = selections.of(target, fetch);
        From from = selection.from();
        List<String> expressions = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        Sql sql = new Sql();
        String source = source(link, from, expressions, columns);
        sql.add("select ").add(selection.text());
        expressions.forEach(expression -> sql.add(", ").add(expression));
        Column mapKey = container == null ? null : container.mapKey();
        if (mapKey != null) {
            sql.add(", ").add(beside(link, from, mapKey));
        }
        sql.add(" from ").add(source).add(" where ");
        Conditions conditions = new Conditions(sql, store.dialect());
        conditions.rows(expressions, columns.stream().map(Column::binding).toList(), keys);
        if (!fetch.withDeleted() && target.deletedAt() != null) {
            sql.add(" and ");
            conditions.live(from);
        }
        if (from.isShared()) {
            sql.add(" and ");
            from.addClasses(sql);
        }
        order(sql, from, link, container);
        Page page = new Page(selection);
        store.call(target, false, unit -> {
            try (var statement = sql.prepare(unit.connection());
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    int at = selection.width();
                    Object[] key = new Object[columns.size()];
                    for (int i = 0; i < key.length; i++) {
                        at++;
                        key[i] = columns.get(i).binding().read(row, at);
                    }
                    Object value = mapKey == null ? null : mapKey.binding().read(row, at + 1);
                    found.take(Id.key(key), selection.read(row, page), value);
                }
            }
            return page;
        });
        page.complete(known);
    }

    private String source(Link link, From from, List<String> expressions, List<Column> columns) {
        if (link instanceof Link.OwnKey own) {
            for (int i = 0; i < own.columns().size(); i++) {
                expressions.add(
                        from.column(from.entity().table().name(), own.targets().get(i)));
                columns.add(own.columns().get(i));
            }
            return from.text();
        }
        if (link instanceof Link.KeyInTarget key) {
            key.columns().forEach(column -> expressions.add(from.column(column)));
            columns.addAll(key.columns());
            return from.text();
        }
        Link.JoinTable join = (Link.JoinTable) link;
        StringBuilder text = new StringBuilder(store.dialect().quote(join.table()))
                .append(" j join ")
                .append(from.text())
                .append(" on ");
        for (int i = 0; i < join.targets().size(); i++) {
            text.append(i == 0 ? "" : " and ")
                    .append("j.")
                    .append(store.dialect().quote(join.targets().get(i).name()))
                    .append(" = ")
                    .append(from.id(i));
        }
        join.sources().forEach(column -> expressions.add("j." + store.dialect().quote(column.name())));
        columns.addAll(join.sources());
        return text.toString();
    }

    private void order(Sql sql, From from, Link link, @Nullable Container container) {
        if (container == null) {
            return;
        }
        sql.add(" order by ");
        if (container.position() != null) {
            sql.add(beside(link, from, container.position())).add(", ");
        }
        for (Container.Order each : container.orderBy()) {
            if (from.entity().attribute(each.attribute()) instanceof Basic basic) {
                sql.add(from.column(basic.column())).add(each.ascending() ? ", " : " desc, ");
            }
        }
        for (int i = 0; i < from.entity().id().slots().size(); i++) {
            sql.add(i == 0 ? "" : ", ").add(from.id(i));
        }
    }

    /** Returns a column that is kept beside the key of the relation. */
    private String beside(Link link, From from, Column column) {
        return link instanceof Link.JoinTable ? "j." + store.dialect().quote(column.name()) : from.column(column);
    }

    private void elements(Elements attribute, Map<Object, List<Missing>> waiting, List<Object[]> keys) {
        Map<Object, Collected> found = new HashMap<>();
        waiting.keySet().forEach(key -> found.put(key, new Collected(attribute.container())));
        ElementRows rows = new ElementRows(attribute, store.dialect());
        Entity owner = store.metamodel().any();
        for (List<Object[]> chunk : Chunks.of(keys)) {
            Sql sql = rows.query(chunk);
            store.call(owner, false, unit -> {
                try (var statement = sql.prepare(unit.connection());
                        ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        Collected collected = found.get(rows.key(row));
                        if (collected != null) {
                            collected.add(rows.mapKey(row), rows.value(row));
                        }
                    }
                }
                return found;
            });
        }
        waiting.forEach((key, places) -> {
            Collected collected = found.get(key);
            places.forEach(place -> place.fill(collected == null ? null : collected.finished()));
        });
    }
}
