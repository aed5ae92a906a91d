package io.ashlar.internal.write;

import io.ashlar.event.Action;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Entity;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings softly deleted records of one model back, with just what was deleted along with them: what has the same time.
 * Safe for use by many threads.
 */
final class Restores {

    private final Store store;
    private final Entity entity;
    private final Shape shape;
    private final List<Cascades.Step> cascades;
    private final List<Cascades.Step> selves;
    private final Writers writers;

    Restores(Store store, Shape shape, Writers writers) {
        this.store = store;
        this.entity = shape.entity();
        this.shape = shape;
        List<Cascades.Step> all = Cascades.of(shape);
        this.selves = Cascades.selves(all);
        this.cascades = Cascades.others(all);
        this.writers = writers;
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
            new DeletionTime(store, shape, deletedAt).set(unit, level, null, Now.get());
            restored.computeIfAbsent(entity.idKey(), key -> new ArrayList<>()).addAll(Ids.joined(entity, level));
            store.events().record(unit, entity.name(), Action.RESTORED, Ids.joined(entity, level));
            for (Cascades.Step step : cascades) {
                Restores target = writers.of(step.target()).restores();
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
        Restores target = writers.of(step.target()).restores();
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
