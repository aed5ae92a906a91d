package io.ashlar.internal.write;

import io.ashlar.event.Action;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.read.Chunks;
import io.ashlar.internal.read.Store;
import io.ashlar.internal.sql.Conditions;
import io.ashlar.internal.sql.Sql;
import io.ashlar.internal.transaction.Unit;
import io.ashlar.query.Filter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        this.selves = Cascades.selves(all);
        this.cascades = Cascades.others(all);
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
        Sql sql = new DeletionTime(store, shape, deletedAt).update(now);
        Conditions conditions = new Conditions(sql, store.dialect());
        which.add(conditions);
        sql.add(" and ");
        conditions.live(shape.from());
        shape.from().andClasses(sql);
        String returning = store.dialect().returning(sql.toString(), shape.ids());
        if (returning != null) {
            return known == null
                    ? Ids.of(unit.connection(), entity, sql, returning)
                    : Ids.among(known, unit.connection(), entity, sql, returning);
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
        return known == null ? ids : Ids.inOrder(known, ids);
    }

    private List<Object[]> inSeveral(Unit unit, Basic deletedAt, Instant now, Which which) throws SQLException {
        Sql select = selectIds();
        Conditions conditions = new Conditions(select, store.dialect());
        which.add(conditions);
        select.add(" and ");
        conditions.live(shape.from());
        shape.from().andClasses(select);
        List<Object[]> ids = Ids.of(unit.connection(), entity, select);
        new DeletionTime(store, shape, deletedAt).set(unit, ids, now, now);
        return ids;
    }

    private Sql selectIds() {
        return new Sql()
                .add("select ")
                .add(shape.ids())
                .add(" from ")
                .add(shape.from().text())
                .add(" where ");
    }
}
