package io.ashlar.internal.write;

import io.ashlar.crud.AlreadyExists;
import io.ashlar.crud.TransactionConflict;
import io.ashlar.internal.failure.Errors;
import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Id;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.model.ToMany;
import io.ashlar.internal.model.ToOne;
import io.ashlar.internal.read.Chunks;
import io.ashlar.internal.read.Store;
import io.ashlar.internal.sql.Conditions;
import io.ashlar.internal.sql.Sql;
import io.ashlar.internal.transaction.Unit;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Stores records whether they are there or not, and says which were. Where another caller stores one of them at the same
 * time, it is there. Safe for use by many threads.
 */
final class Upserts {

    private static final int MOST_ATTEMPTS = 10;

    private final Store store;
    private final Entity entity;
    private final Shape shape;
    private final Writers writers;
    private final KnownRecords known;
    private final Replacements replacements;

    Upserts(Store store, Shape shape, Writers writers, KnownRecords known) {
        this.store = store;
        this.entity = shape.entity();
        this.shape = shape;
        this.writers = writers;
        this.known = known;
        this.replacements = new Replacements(store, entity, writers);
    }

    /** Upserts the records and makes what they are related to, by these relations, exactly what they hold. */
    UpsertReport upsert(List<Object> records, List<String> relations) {
        List<Attribute> replaced = new ArrayList<>();
        relations.forEach(name -> replaced.add(relation(name)));
        boolean joins = store.transactions().isRunning();
        for (int attempt = 1; ; attempt++) {
            var report = new UpsertReport(joins);
            try {
                return store.call(entity, true, unit -> {
                    upsert(unit, records, replaced, report);
                    return report;
                });
            } catch (AlreadyExists | TransactionConflict e) {
                report.restoreRecords();
                boolean mine = e instanceof AlreadyExists && !joins && !isStoredMeanwhile(report);
                if (joins || mine || report.absent().isEmpty() || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            } catch (RuntimeException | Error e) {
                report.restoreRecords();
                throw e;
            }
        }
    }

    /** Returns whether a record that was new when it was looked for is there now: then another caller was faster. */
    private boolean isStoredMeanwhile(UpsertReport report) {
        return report.absent().entrySet().stream()
                .anyMatch(each -> store.call(
                        entity,
                        false,
                        unit -> !writers.of(each.getKey())
                                .upserts()
                                .existing(unit, each.getValue(), "")
                                .isEmpty()));
    }

    private Attribute relation(String name) {
        Attribute attribute = entity.attribute(name);
        if (attribute instanceof ToMany || attribute instanceof ToOne) {
            return attribute;
        }
        throw new IllegalArgumentException(entity.name() + "." + name + " is no relation");
    }

    /** Upserts records in a transaction that runs. */
    void upsert(Unit unit, List<Object> records, List<Attribute> replaced, UpsertReport report) throws SQLException {
        for (Attribute attribute : replaced) {
            if (attribute instanceof ToOne toOne && !toOne.columns().isEmpty()) {
                Set<Object> related = Collections.newSetFromMap(new IdentityHashMap<>());
                List<Object> inOrder = new ArrayList<>();
                for (Object record : records) {
                    Object other = Related.loaded(toOne, record);
                    if (other != null && related.add(other)) {
                        inOrder.add(other);
                    }
                }
                writers.of(toOne.target()).upserts().upsert(unit, inOrder, List.of(), report);
            }
        }
        List<Object> open =
                records.stream().filter(record -> !report.isCreated(record)).toList();
        report.remember(store.metamodel(), open);
        Set<Object> there = existing(unit, ids(open), "");
        List<Object> fresh = new ArrayList<>();
        List<Object> stored = new ArrayList<>();
        split(open, there, fresh, stored);
        create(unit, fresh, stored, report);
        known.update(unit, stored);
        report.updated(entity, stored);
        for (Attribute attribute : replaced) {
            if (attribute instanceof ToMany toMany) {
                replacements.ofMany(unit, toMany, records, report);
            } else if (attribute instanceof ToOne toOne && toOne.link() instanceof Link.KeyInTarget) {
                replacements.ofInverse(unit, toOne, records, report);
            }
        }
    }

    private void split(List<Object> records, Set<Object> there, List<Object> fresh, List<Object> stored) {
        for (Object record : records) {
            Object[] id = entity.id().values(record);
            (id != null && there.contains(Id.key(id)) ? stored : fresh).add(record);
        }
    }

    /** Creates the records; those that another transaction stored first are moved to {@code stored}. */
    private void create(Unit unit, List<Object> fresh, List<Object> stored, UpsertReport report) throws SQLException {
        List<Object[]> absent = ids(fresh);
        report.absent(entity, absent);
        boolean guarded = report.joins() && !absent.isEmpty(); // alone, the whole transaction is tried again
        Savepoint before = guarded ? unit.connection().setSavepoint() : null;
        List<Creation.Batch> batches;
        try {
            batches = writers.of(entity).create(unit, fresh);
        } catch (SQLException e) {
            if (before == null || !Errors.isDuplicate(e)) {
                throw e;
            }
            unit.connection().rollback(before);
            Set<Object> there = existing(unit, absent, " for update"); // sees what was committed a moment ago
            if (there.isEmpty()) {
                throw e;
            }
            report.restoreRecords(fresh);
            List<Object> left = new ArrayList<>();
            split(fresh, there, left, stored);
            create(unit, left, stored, report);
            return;
        }
        if (before != null) {
            unit.connection().releaseSavepoint(before);
        }
        report.created(entity, fresh, batches);
    }

    /** Returns the ids of those that have one. */
    private List<Object[]> ids(List<Object> records) {
        List<Object[]> ids = new ArrayList<>();
        Set<Object> distinct = new HashSet<>();
        for (Object record : records) {
            Object[] id = entity.id().values(record);
            if (id != null) {
                if (!distinct.add(Id.key(id))) {
                    throw new IllegalArgumentException("records of " + entity.name() + " - two of them have the id "
                            + entity.id().join(id) + ": one would replace the other");
                }
                ids.add(id);
            }
        }
        return ids;
    }

    private Set<Object> existing(Unit unit, List<Object[]> ids, String lock) throws SQLException {
        Set<Object> existing = new HashSet<>();
        for (List<Object[]> chunk : Chunks.of(ids)) {
            Sql sql = new Sql()
                    .add("select ")
                    .add(shape.ids())
                    .add(" from ")
                    .add(shape.from().text())
                    .add(" where ");
            new Conditions(sql, store.dialect()).ids(shape.from(), chunk);
            shape.from().andClasses(sql);
            sql.add(lock);
            Ids.of(unit.connection(), entity, sql).forEach(id -> existing.add(Id.key(id)));
        }
        return existing;
    }
}
