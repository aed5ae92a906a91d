package io.ashlar.internal.read;

import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Container;
import io.ashlar.internal.model.Elements;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Id;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.model.Missing;
import io.ashlar.internal.model.ToMany;
import io.ashlar.internal.model.ToOne;
import io.ashlar.internal.sql.Sql;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** Returns the query for the records of a relation, of which {@code fetch} is read. */
    RelatedQuery query(Attribute relation, Fetch fetch) {
        Entity target = relation instanceof ToMany toMany ? toMany.target() : ((ToOne) relation).target();
        return new RelatedQuery(relation, selections.of(target, fetch), store.dialect());
    }

    /** Fills all of {@code missing}, which are places of one attribute. */
    void load(Related related, List<Missing> missing, Known known) {
        Map<Object, List<Missing>> waiting = new LinkedHashMap<>();
        for (Missing each : missing) {
            waiting.computeIfAbsent(Id.key(each.key()), key -> new ArrayList<>(1))
                    .add(each);
        }
        List<Object[]> keys = new ArrayList<>(waiting.size());
        waiting.values().forEach(places -> keys.add(places.get(0).key()));
        if (related.attribute() instanceof ToOne toOne) {
            toOne(toOne, related.query(), waiting, keys, known);
        } else if (related.attribute() instanceof ToMany toMany) {
            toMany(toMany, related.query(), waiting, keys, known);
        } else {
            elements((Elements) related.attribute(), waiting, keys);
        }
    }

    private void toOne(
            ToOne relation, RelatedQuery query, Map<Object, List<Missing>> waiting, List<Object[]> keys, Known known) {
        boolean byId = relation.link() instanceof Link.OwnKey own && own.pointsToId();
        Map<Object, Object> found = new HashMap<>();
        List<Object[]> unknown = new ArrayList<>(keys.size());
        for (Object[] key : keys) {
            Object record = byId ? known.get(query.selection(), Id.key(key)) : null;
            if (record == null) {
                unknown.add(key);
            } else {
                found.put(Id.key(key), record);
            }
        }
        for (List<Object[]> chunk : Chunks.of(unknown)) {
            related(query, chunk, known, (key, record, ignored) -> {
                found.put(key, record);
                if (byId) {
                    known.put(query.selection(), key, record);
                }
            });
        }
        waiting.forEach((key, places) -> places.forEach(place -> place.fill(found.get(key))));
    }

    private void toMany(
            ToMany relation, RelatedQuery query, Map<Object, List<Missing>> waiting, List<Object[]> keys, Known known) {
        Container container = relation.container();
        Map<Object, Collected> found = new HashMap<>();
        waiting.keySet().forEach(key -> found.put(key, new Collected(container)));
        Entity target = relation.target();
        for (List<Object[]> chunk : Chunks.of(keys)) {
            related(query, chunk, known, (key, record, value) -> {
                Collected collected = found.get(key);
                if (collected != null) {
                    collected.add(mapKey(container, target, record, value), record);
                }
            });
        }
        fill(waiting, found, query.order());
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

    private void related(RelatedQuery query, List<Object[]> keys, Known known, Found found) {
        Selection selection = query.selection();
        Page page = new Page(selection, known);
        store.call(selection.from().entity(), false, unit -> {
            try (var statement = query.of(keys).prepare(unit.connection());
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.take(query.key(row), selection.read(row, page), query.mapKey(row));
                }
            }
            return page;
        });
        page.complete();
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
        fill(waiting, found, null);
    }

    private static void fill(
            Map<Object, List<Missing>> waiting, Map<Object, Collected> found, @Nullable Comparator<Object> order) {
        waiting.forEach((key, places) -> {
            Collected collected = found.get(key);
            places.forEach(place -> place.fill(collected == null ? null : collected.finished(order)));
        });
    }
}
