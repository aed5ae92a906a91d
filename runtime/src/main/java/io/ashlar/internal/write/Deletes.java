package io.ashlar.internal.write;

import io.ashlar.event.Action;
import io.ashlar.internal.failure.Refused;
import io.ashlar.internal.model.Binding;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Id;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.model.Table;
import io.ashlar.internal.read.Chunks;
import io.ashlar.internal.read.Store;
import io.ashlar.internal.sql.Conditions;
import io.ashlar.internal.sql.Sql;
import io.ashlar.internal.transaction.Unit;
import io.ashlar.query.Filter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Deletes records of one model for good, and what goes along with them: one statement for each table and level, however many
 * records there are. Safe for use by many threads.
 */
final class Deletes {

    private final Store store;
    private final Entity entity;
    private final Shape shape;
    private final Attachments attachments;
    private final List<Cascades.Step> cascades;
    private final List<Cascades.Step> selves;
    private final Writers writers;
    private final List<Place> places;
    private final List<Binding> idBindings;

    Deletes(Store store, Shape shape, Attachments attachments, Writers writers) {
        this.store = store;
        this.entity = shape.entity();
        this.shape = shape;
        this.attachments = attachments;
        List<Cascades.Step> all = Cascades.of(shape);
        this.selves = all.stream()
                .filter(step -> step.target() == entity && step.isBefore())
                .toList();
        this.cascades = all.stream().filter(step -> !selves.contains(step)).toList();
        this.writers = writers;
        this.places = places();
        this.idBindings = entity.id().slots().stream()
                .map(slot -> slot.column().binding())
                .toList();
    }

    private boolean isAlone() {
        return cascades.isEmpty()
                && selves.isEmpty()
                && !isPart()
                && !attachments.isDeletedAlong()
                && shape.isOneTable();
    }

    /** Deletes the records with these ids, hidden ones too, and returns how many. */
    long byIds(List<Object[]> ids) {
        boolean wanted = store.events().wants(entity.name(), Action.DELETED);
        boolean atomic = !isAlone() || ids.size() > Chunks.SIZE || wanted;
        return store.call(entity, atomic, unit -> byIds(unit, ids, null));
    }

    /** Deletes records in a transaction that runs, and adds the ids of all that went, by model, to {@code gone}, if it is there. */
    long byIds(Unit unit, List<Object[]> ids, @Nullable Map<String, List<Object>> gone) throws SQLException {
        boolean wanted = store.events().wants(entity.name(), Action.DELETED);
        if (selves.isEmpty()) {
            return level(unit, ids, wanted || isPart(), gone);
        }
        List<Object[]> there = new ArrayList<>();
        for (List<Object[]> chunk : Chunks.of(ids)) {
            there.addAll(existing(unit, chunk));
        }
        List<List<Object[]>> levels = levels(unit, there);
        for (int i = levels.size() - 1; i >= 0; i--) {
            level(unit, levels.get(i), false, gone);
        }
        return there.size();
    }

    private long level(Unit unit, List<Object[]> ids, boolean checked, @Nullable Map<String, List<Object>> gone)
            throws SQLException {
        long count = 0;
        for (List<Object[]> chunk : Chunks.of(ids)) {
            List<Object[]> there = checked ? existing(unit, chunk) : chunk;
            if (there.isEmpty()) {
                continue;
            }
            count += chunk(unit, there, gone);
            if (gone != null) {
                gone.computeIfAbsent(entity.idKey(), key -> new ArrayList<>()).addAll(Ids.joined(entity, there));
            }
            if (store.events().wants(entity.name(), Action.DELETED)) {
                store.events().record(unit, entity.name(), Action.DELETED, Ids.joined(entity, there));
            }
        }
        return count;
    }

    /** Returns whether tables of the model hold records of other classes too, which an id may mean by mistake. */
    private boolean isPart() {
        return entity.hierarchy().isPolymorphic() && !entity.hierarchy().isRoot();
    }

    /** Returns the records with those of their own model that go along, each on a level below all that it points to. */
    private List<List<Object[]>> levels(Unit unit, List<Object[]> ids) throws SQLException {
        Map<Object, Integer> depths = new LinkedHashMap<>();
        Map<Object, Object[]> all = new LinkedHashMap<>();
        List<Object[]> level = ids;
        for (int depth = 0; !level.isEmpty() && depth <= all.size(); depth++) { // a circle ends it, too
            for (Object[] id : level) {
                all.put(Id.key(id), id);
                depths.put(Id.key(id), depth);
            }
            Map<Object, Object[]> next = new LinkedHashMap<>();
            for (List<Object[]> chunk : Chunks.of(level)) {
                for (Cascades.Step step : selves) {
                    for (Object[] id :
                            Ids.of(unit.connection(), entity, Cascades.targets(step, chunk, store.dialect()))) {
                        next.put(Id.key(id), id);
                    }
                }
            }
            level = List.copyOf(next.values());
        }
        TreeMap<Integer, List<Object[]>> levels = new TreeMap<>();
        depths.forEach((key, depth) ->
                levels.computeIfAbsent(depth, each -> new ArrayList<>()).add(Objects.requireNonNull(all.get(key))));
        return List.copyOf(levels.values());
    }

    private List<Object[]> existing(Unit unit, List<Object[]> ids) throws SQLException {
        Sql sql = new Sql()
                .add("select ")
                .add(shape.ids())
                .add(" from ")
                .add(shape.from().text())
                .add(" where ");
        new Conditions(sql, store.dialect()).ids(shape.from(), ids);
        shape.from().andClasses(sql);
        return Ids.of(unit.connection(), entity, sql);
    }

    private long chunk(Unit unit, List<Object[]> ids, @Nullable Map<String, List<Object>> gone) throws SQLException {
        Map<Cascades.Step, List<Object[]>> after = new LinkedHashMap<>();
        for (Cascades.Step step : cascades) {
            Deletes target = writers.of(step.target()).deletes();
            boolean wanted = store.events().wants(step.target().name(), Action.DELETED);
            if (step.link() instanceof Link.KeyInTarget key && target.isAlone() && !wanted) {
                Sql sql = new Sql()
                        .add(store.dialect().deleteFrom(step.target().table().name()))
                        .add(" where ");
                Cascades.pointing(new Conditions(sql, store.dialect()), key, target.shape.from(), ids);
                target.shape.from().andClasses(sql);
                update(unit, step.target(), sql);
                continue;
            }
            List<Object[]> found =
                    Ids.of(unit.connection(), step.target(), Cascades.targets(step, ids, store.dialect()));
            if (step.isBefore()) {
                target.byIds(unit, found, gone);
            } else {
                after.put(step, found);
            }
        }
        attachments.delete(unit.connection(), ids);
        long count = rows(unit, ids);
        for (Map.Entry<Cascades.Step, List<Object[]>> each : after.entrySet()) {
            writers.of(each.getKey().target()).deletes().byIds(unit, each.getValue(), gone);
        }
        return count;
    }

    private long rows(Unit unit, List<Object[]> ids) throws SQLException {
        long count = 0;
        for (Place place : places) {
            Sql sql = new Sql().add(place.delete);
            new Conditions(sql, store.dialect()).rows(place.key, idBindings, ids);
            shape.from().andClasses(sql);
            int deleted = update(unit, entity, sql);
            count = shape.isTablePerClass() ? count + deleted : deleted;
        }
        return count;
    }

    private static int update(Unit unit, Entity refused, Sql sql) throws SQLException {
        try {
            return sql.update(unit.connection());
        } catch (SQLException e) {
            throw Refused.of(refused, e);
        }
    }

    /** A table in which the records can have rows: the statement that deletes from it, and the columns of its key. */
    private record Place(String delete, List<String> key) {}

    /** Returns the tables in which the records can have rows: those that point first, the root's last. */
    private List<Place> places() {
        List<Table> tables = new ArrayList<>();
        for (Entity each : entity.hierarchy().concrete()) {
            for (Table table : each.tables()) {
                if (!tables.contains(table)) {
                    tables.add(0, table);
                }
            }
        }
        if (tables.remove(entity.table())) { // whichever class came first
            tables.add(entity.table());
        }
        List<Place> all = new ArrayList<>();
        for (Table table : tables) {
            List<String> key = new ArrayList<>();
            table.key().forEach(name -> key.add("t." + store.dialect().quote(name)));
            all.add(new Place(store.dialect().deleteFrom(table.name()) + " where ", List.copyOf(key)));
        }
        return List.copyOf(all);
    }

    /** Deletes all records that match, and returns how many. */
    long matching(Filter<?> filter) {
        Aim aim = Aim.at(shape, store.dialect(), "delete", filter);
        if (aim == null) {
            return 0;
        }
        boolean alone = isAlone() && !store.events().wants(entity.name(), Action.DELETED);
        return store.call(entity, !alone, unit -> {
            if (!alone) {
                return byIds(unit, aim.ids(unit.connection()), null);
            }
            Sql sql = new Sql()
                    .add(store.dialect().deleteFrom(entity.table().name()))
                    .add(" where ");
            aim.add(sql);
            return (long) sql.update(unit.connection());
        });
    }

    /** Deletes all records, hidden ones too, and returns how many. */
    long all() {
        return store.call(entity, true, unit -> {
            Sql sql = new Sql()
                    .add("select ")
                    .add(shape.ids())
                    .add(" from ")
                    .add(shape.from().text());
            if (shape.from().isShared()) {
                sql.add(" where ");
                shape.from().addClasses(sql);
            }
            if (isAlone() && !shape.from().isShared() && !store.events().wants(entity.name(), Action.DELETED)) {
                return (long) new Sql()
                        .add("delete from ")
                        .add(store.dialect().quote(entity.table().name()))
                        .update(unit.connection());
            }
            return byIds(unit, Ids.of(unit.connection(), entity, sql), null);
        });
    }
}
