package io.ashlar.internal.write;

import io.ashlar.event.Action;
import io.ashlar.internal.failure.Refused;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Id;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.read.Chunks;
import io.ashlar.internal.read.Store;
import io.ashlar.internal.sql.Conditions;
import io.ashlar.internal.sql.From;
import io.ashlar.internal.sql.Sql;
import io.ashlar.internal.transaction.Unit;
import io.ashlar.query.Filter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Marks records of one model as deleted, with what goes along with them, one statement a level. All that one call marks
 * has the same time, which no other call uses: by it a restore knows what was deleted along. Safe for use by many
 * threads.
 */
final class SoftDeletes {

    private final Store store;
    private final Entity entity;
    private final Shape shape;
    private final List<Cascades.Step> cascades;
    private final List<Cascades.Step> selves;
    private final Writers writers;

    SoftDeletes(Store store, Shape shape, Writers writers) {
        this.store = store;
        this.entity = shape.entity();
        this.shape = shape;
        List<Cascades.Step> all = Cascades.of(shape);
        this.selves = all.stream()
                .filter(step -> step.target() == entity && step.isBefore())
                .toList();
        this.cascades = all.stream().filter(step -> !selves.contains(step)).toList();
        this.writers = writers;
    }

    /** Marks the records with these ids, and returns all ids that were marked, by model. */
    Map<String, List<Object>> delete(List<Object[]> ids) {
        Map<String, List<Object>> marked = new LinkedHashMap<>();
        boolean atomic = !isOneStatement(ids.size(), Action.SOFT_DELETED);
        return store.call(entity, atomic, unit -> {
            Instant now = Now.unique();
            for (List<Object[]> chunk : Chunks.of(ids)) {
                mark(unit, now, conditions -> conditions.ids(shape.from(), chunk), chunk, marked);
            }
            return marked;
        });
    }

    private boolean isOneStatement(int ids, Action action) {
        return cascades.isEmpty()
                && selves.isEmpty()
                && shape.isOneTable()
                && ids <= Chunks.SIZE
                && store.dialect().undoesAlone()
                && store.dialect().returning("", "") != null
                && !(store.events().durable() && store.events().wants(entity.name(), action));
    }

    /** Marks all records that match. */
    Map<String, List<Object>> deleteMatching(Filter<?> filter) {
        Aim aim = Aim.at(shape, store.dialect(), "softly delete", filter);
        return aim == null ? Map.of() : store.call(entity, true, unit -> delete(aim.ids(unit.connection())));
    }

    /** Says which records. */
    private interface Which {

        void add(Conditions conditions);
    }

    private void mark(
            Unit unit, Instant now, Which which, @Nullable List<Object[]> known, Map<String, List<Object>> marked)
            throws SQLException {
        Basic deletedAt = entity.deletedAt();
        if (deletedAt == null) {
            return; // what is no Model knows no soft deletion, and stays
        }
        List<Object[]> ids = shape.isOneTable()
                ? inOneTable(unit, deletedAt, now, which, known)
                : inSeveral(unit, deletedAt, now, which);
        for (List<Object[]> level = ids; !level.isEmpty(); level = below(unit, deletedAt, now, level)) {
            List<Object> joined = Ids.joined(entity, level);
            marked.computeIfAbsent(entity.idKey(), key -> new ArrayList<>(joined.size()))
                    .addAll(joined);
            store.events().record(unit, entity.name(), Action.SOFT_DELETED, joined);
            for (Cascades.Step step : cascades) {
                for (List<Object[]> chunk : Chunks.of(level)) {
                    along(unit, now, step, chunk, marked);
                }
            }
        }
    }

    /** Marks the records of this very model that go along with those of a level, and returns them: the level below. */
    private List<Object[]> below(Unit unit, Basic deletedAt, Instant now, List<Object[]> level) throws SQLException {
        List<Object[]> below = new ArrayList<>();
        for (Cascades.Step step : selves) {
            for (List<Object[]> chunk : Chunks.of(level)) {
                Which which = conditions ->
                        Cascades.pointing(conditions, (Link.KeyInTarget) step.link(), shape.from(), chunk);
                below.addAll(
                        shape.isOneTable()
                                ? inOneTable(unit, deletedAt, now, which, null)
                                : inSeveral(unit, deletedAt, now, which));
            }
        }
        return below;
    }

    private void along(
            Unit unit, Instant now, Cascades.Step step, List<Object[]> owners, Map<String, List<Object>> marked)
            throws SQLException {
        SoftDeletes target = writers.of(step.target()).softDeletes();
        if (step.link() instanceof Link.KeyInTarget key && target.shape.isOneTable()) {
            target.mark(
                    unit,
                    now,
                    conditions -> Cascades.pointing(conditions, key, target.shape.from(), owners),
                    null,
                    marked);
            return;
        }
        List<Object[]> found =
                Ids.of(unit.connection(), step.target(), Cascades.targets(step, owners, store.dialect()));
        if (!found.isEmpty()) {
            target.mark(unit, now, conditions -> conditions.ids(target.shape.from(), found), found, marked);
        }
    }

    private List<Object[]> inOneTable(
            Unit unit, Basic deletedAt, Instant now, Which which, @Nullable List<Object[]> known) throws SQLException {
        Sql sql = update(deletedAt, now, now);
        Conditions conditions = new Conditions(sql, store.dialect());
        which.add(conditions);
        sql.add(" and ");
        conditions.live(shape.from());
        shape.from().andClasses(sql);
        String returning = store.dialect().returning(sql.toString(), shape.ids());
        if (returning != null) {
            List<Object[]> ids = Ids.of(unit.connection(), entity, sql, returning);
            return known == null ? ids : inOrder(known, ids);
        }
        int count = sql.update(unit.connection());
        if (count == 0) {
            return List.of();
        }
        if (known != null && count == known.size()) {
            return known;
        }
        Sql select = selectIds();
        Conditions again = new Conditions(select, store.dialect());
        which.add(again);
        select.add(" and ")
                .add(shape.from().column(deletedAt.column()))
                .add(" = ")
                .value(deletedAt.binding(), now);
        shape.from().andClasses(select);
        List<Object[]> ids = Ids.of(unit.connection(), entity, select);
        return known == null ? ids : inOrder(known, ids);
    }

    /** Returns those of {@code known} that are among {@code ids}, in their order, each once. */
    private static List<Object[]> inOrder(List<Object[]> known, List<Object[]> ids) {
        if (known.size() == ids.size()) {
            return known; // all of them, each once
        }
        Set<Object> there = new HashSet<>();
        ids.forEach(id -> there.add(Id.key(id)));
        return known.stream().filter(id -> there.remove(Id.key(id))).toList();
    }

    private List<Object[]> inSeveral(Unit unit, Basic deletedAt, Instant now, Which which) throws SQLException {
        Sql select = selectIds();
        Conditions conditions = new Conditions(select, store.dialect());
        which.add(conditions);
        select.add(" and ");
        conditions.live(shape.from());
        shape.from().andClasses(select);
        List<Object[]> ids = Ids.of(unit.connection(), entity, select);
        setTime(unit, deletedAt, ids, now, now);
        return ids;
    }

    /** Sets the time of deletion of records by their ids, in whichever table it is. */
    private void setTime(Unit unit, Basic deletedAt, List<Object[]> ids, @Nullable Instant time, Instant now)
            throws SQLException {
        for (Entity each : shape.isTablePerClass() ? entity.hierarchy().concrete() : List.of(entity)) {
            Shape own = each == entity ? shape : new Shape(each, store.dialect());
            for (List<Object[]> chunk : Chunks.of(ids)) {
                Sql sql = new Sql();
                begin(sql, own, deletedAt, time, now);
                List<String> key = each.table().key();
                new Conditions(sql, store.dialect())
                        .rows(
                                key.stream()
                                        .map(name -> "t." + store.dialect().quote(name))
                                        .toList(),
                                each.id().slots().stream()
                                        .map(slot -> slot.column().binding())
                                        .toList(),
                                chunk);
                try {
                    sql.update(unit.connection());
                } catch (SQLException e) { // a restored record may collide with one that took its value
                    throw Refused.of(entity, e);
                }
            }
        }
    }

    private Sql update(Basic deletedAt, @Nullable Instant time, Instant now) {
        Sql sql = new Sql();
        begin(sql, shape, deletedAt, time, now);
        return sql;
    }

    private void begin(Sql sql, Shape own, Basic deletedAt, @Nullable Instant time, Instant now) {
        sql.add("update ")
                .add(store.dialect().quote(own.entity().table().name()))
                .add(" t set ")
                .add(store.dialect().quote(deletedAt.column().name()))
                .add(" = ");
        if (time == null) {
            sql.add("null");
        } else {
            sql.value(deletedAt.binding(), time);
        }
        own.addKept(sql, 1, now);
        sql.add(" where ");
    }

    private Sql selectIds() {
        return new Sql()
                .add("select ")
                .add(shape.ids())
                .add(" from ")
                .add(shape.from().text())
                .add(" where ");
    }

    /** Brings the records with these ids back, with what was deleted along with them; returns all ids, by model. */
    Map<String, List<Object>> restore(List<Object[]> ids) {
        Map<String, List<Object>> restored = new LinkedHashMap<>();
        return store.call(entity, true, unit -> {
            for (List<Object[]> chunk : Chunks.of(ids)) {
                Map<Instant, List<Object[]>> byTime = times(unit, chunk);
                List<Object[]> deleted = new ArrayList<>();
                byTime.values().forEach(deleted::addAll);
                revive(unit, deleted, byTime.keySet(), restored);
            }
            return restored;
        });
    }

    /** Brings all deleted records that match back. */
    Map<String, List<Object>> restoreMatching(Filter<?> filter) {
        Aim aim = Aim.at(shape, store.dialect(), "restore", filter, true);
        return aim == null ? Map.of() : store.call(entity, true, unit -> restore(aim.ids(unit.connection())));
    }

    /** Returns the ids of those that are deleted, by the time of the deletion. */
    private Map<Instant, List<Object[]>> times(Unit unit, List<Object[]> ids) throws SQLException {
        Map<Instant, List<Object[]>> times = new LinkedHashMap<>();
        Basic deletedAt = entity.deletedAt();
        if (deletedAt == null) {
            return times;
        }
        From from = shape.from();
        Sql sql = new Sql()
                .add("select ")
                .add(shape.ids())
                .add(", ")
                .add(from.column(deletedAt.column()))
                .add(" from ")
                .add(from.text())
                .add(" where ");
        new Conditions(sql, store.dialect()).ids(from, ids);
        from.andClasses(sql);
        sql.add(" and ").add(from.column(deletedAt.column())).add(" is not null");
        try (var statement = sql.prepare(unit.connection());
                var row = statement.executeQuery()) {
            int width = entity.id().slots().size();
            while (row.next()) {
                Object[] id = new Object[width];
                for (int i = 0; i < width; i++) {
                    id[i] = entity.id().slots().get(i).column().binding().read(row, i + 1);
                }
                Instant time = (Instant) deletedAt.binding().read(row, width + 1);
                if (time != null) {
                    times.computeIfAbsent(time, each -> new ArrayList<>()).add(id);
                }
            }
        }
        return times;
    }

    private void revive(Unit unit, List<Object[]> ids, Set<Instant> times, Map<String, List<Object>> restored)
            throws SQLException {
        Basic deletedAt = entity.deletedAt();
        if (deletedAt == null) {
            return;
        }
        List<Object[]> level = ids;
        while (!level.isEmpty()) {
            setTime(unit, deletedAt, level, null, Now.get());
            restored.computeIfAbsent(entity.idKey(), key -> new ArrayList<>()).addAll(Ids.joined(entity, level));
            store.events().record(unit, entity.name(), Action.RESTORED, Ids.joined(entity, level));
            for (Cascades.Step step : cascades) {
                SoftDeletes target = writers.of(step.target()).softDeletes();
                target.revive(unit, deletedAlong(unit, step, level, times), times, restored);
            }
            List<Object[]> below = new ArrayList<>();
            for (Cascades.Step step : selves) {
                below.addAll(deletedAlong(unit, step, level, times));
            }
            level = below;
        }
    }

    /** Returns what a step leads to and was deleted by one of the same calls. */
    private List<Object[]> deletedAlong(Unit unit, Cascades.Step step, List<Object[]> owners, Set<Instant> times)
            throws SQLException {
        List<Object[]> along = new ArrayList<>();
        if (step.target().deletedAt() == null) {
            return along;
        }
        SoftDeletes target = writers.of(step.target()).softDeletes();
        List<Object[]> found =
                Ids.of(unit.connection(), step.target(), Cascades.targets(step, owners, store.dialect()));
        for (List<Object[]> chunk : Chunks.of(found)) {
            target.times(unit, chunk).forEach((time, those) -> {
                if (times.contains(time)) {
                    along.addAll(those);
                }
            });
        }
        return along;
    }
}
