package io.ashlar.internal.write;

import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Id;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.model.ToMany;
import io.ashlar.internal.model.ToOne;
import io.ashlar.internal.read.Store;
import io.ashlar.internal.sql.Conditions;
import io.ashlar.internal.sql.From;
import io.ashlar.internal.sql.Sql;
import io.ashlar.internal.transaction.Unit;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes what records of one model are related to exactly what they hold, in a number of statements that does not grow with
 * them. Safe for use by many threads.
 */
final class Replacements {

    private final Store store;
    private final Entity entity;
    private final Writers writers;

    Replacements(Store store, Entity entity, Writers writers) {
        this.store = store;
        this.entity = entity;
        this.writers = writers;
    }

    /** The one record that points to each of these, and no other. */
    void ofInverse(Unit unit, ToOne toOne, List<Object> records, UpsertReport report) throws SQLException {
        List<Object> owners = records.stream()
                .filter(record -> !Related.isUnloaded(toOne, record)) // nobody saw what it has, so it stays
                .toList();
        List<Object> related = new ArrayList<>();
        for (Object owner : owners) {
            Object other = Related.loaded(toOne, owner);
            if (other != null) {
                Related.pointBack(toOne.link(), toOne.target(), other, owner);
                related.add(other);
            }
        }
        var step = new Cascades.Step(entity, toOne, toOne.link(), toOne.target());
        List<Object> distinct = distinct(related);
        gone(unit, step, ids(owners), distinct, report);
        writers.of(toOne.target()).upserts().upsert(unit, distinct, List.of(), report);
    }

    /** The records that each of these holds, and no others. */
    void ofMany(Unit unit, ToMany toMany, List<Object> records, UpsertReport report) throws SQLException {
        List<Object> owners = records.stream()
                .filter(record -> !Related.isUnloaded(toMany.access().get(record))) // nobody saw what it has
                .toList();
        boolean children = toMany.link() instanceof Link.KeyInTarget;
        List<Object> whole = new ArrayList<>();
        for (Object owner : owners) {
            for (Object child : Related.of(toMany, owner)) {
                Related.pointBack(toMany.link(), toMany.target(), child, owner);
                if (children || !Creation.isStored(child)) { // what is linked only stays as it is
                    whole.add(child);
                }
            }
        }
        List<Object> distinct = distinct(whole);
        if (children) {
            gone(
                    unit,
                    new Cascades.Step(entity, toMany, toMany.link(), toMany.target()),
                    ids(owners),
                    distinct,
                    report);
        }
        writers.of(toMany.target()).upserts().upsert(unit, distinct, List.of(), report);
        List<@Nullable Object> containers = new ArrayList<>();
        owners.forEach(owner -> containers.add(toMany.access().get(owner)));
        Attachments attachments = writers.of(entity).attachments();
        if (toMany.link() instanceof Link.KeyInTarget key && !key.inverse().isEmpty()) {
            attachments.place(unit, toMany, containers); // the keys came with the children
        } else if (!owners.isEmpty()) {
            attachments.replaceEach(unit, toMany, ids(owners), containers);
        }
    }

    private static List<Object> distinct(Collection<Object> records) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return records.stream().filter(seen::add).toList();
    }

    private List<Object[]> ids(List<Object> owners) {
        List<Object[]> ids = new ArrayList<>(owners.size());
        owners.forEach(owner -> ids.add(Ids.of(entity, owner)));
        return ids;
    }

    /** Deletes for good what a step leads to and is not kept. */
    private void gone(Unit unit, Cascades.Step step, List<Object[]> owners, List<Object> kept, UpsertReport report)
            throws SQLException {
        Set<Object> keys = new HashSet<>();
        for (Object record : kept) {
            Object[] id = step.target().id().values(record);
            if (id != null) {
                keys.add(Id.key(id));
            }
        }
        if (owners.isEmpty()) {
            return;
        }
        Sql children = Cascades.targets(step, owners, store.dialect());
        if (step.target().deletedAt() != null) { // what is hidden was not among those that the caller saw
            children.add(" and ");
            new Conditions(children, store.dialect()).live(new From(step.target(), "t", store.dialect()));
        }
        List<Object[]> gone = Ids.of(unit.connection(), step.target(), children).stream()
                .filter(id -> !keys.contains(Id.key(id)))
                .toList();
        writers.of(step.target()).deletes().byIds(unit, gone, report.deleted());
    }
}
