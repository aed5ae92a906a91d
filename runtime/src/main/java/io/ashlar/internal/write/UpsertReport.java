package io.ashlar.internal.write;

import io.ashlar.crud.Upserted;
import io.ashlar.internal.model.Access;
import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Metamodel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one upsert has done so far, and what it was given. For one thread. */
final class UpsertReport {

    private final boolean joins;
    private final Map<String, List<Object>> created = new LinkedHashMap<>();
    private final Map<String, List<Object>> updated = new LinkedHashMap<>();
    private final Map<String, List<Object>> deleted = new LinkedHashMap<>();
    private final Set<Object> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Entity, List<Object[]>> absent = new LinkedHashMap<>();
    private final IdentityHashMap<Object, List<Remembered>> given = new IdentityHashMap<>();

    /**
     * Nothing was done yet.
     *
     * @param joins whether the upsert is a part of a longer transaction
     */
    UpsertReport(boolean joins) {
        this.joins = joins;
    }

    private record Remembered(Access access, @Nullable Object value) {}

    boolean joins() {
        return joins;
    }

    /** Remembers what the records hold, before ids, times and defaults are put into them. */
    void remember(Metamodel metamodel, List<Object> records) {
        for (Object record : records) {
            List<Remembered> values = new ArrayList<>();
            for (Attribute attribute : metamodel.of(record).attributes()) {
                if (attribute instanceof Basic basic) {
                    values.add(new Remembered(basic.access(), basic.access().get(record)));
                }
            }
            given.putIfAbsent(record, values);
        }
    }

    /** Makes all records what they were: what is not stored may not look like it. */
    void restoreRecords() {
        restoreRecords(given.keySet());
    }

    /** Makes these records what they were. */
    void restoreRecords(Collection<Object> records) {
        for (Object record : records) {
            given.getOrDefault(record, List.of()).forEach(each -> each.access.set(record, each.value));
        }
    }

    /** Takes note of ids that were looked for and not found. */
    void absent(Entity entity, List<Object[]> ids) {
        if (!ids.isEmpty()) {
            absent.computeIfAbsent(entity, each -> new ArrayList<>()).addAll(ids);
        }
    }

    /** Returns the ids that were looked for and not found. */
    Map<Entity, List<Object[]>> absent() {
        return absent;
    }

    /** Takes note of new records, and of those that were created along. */
    void created(Entity entity, List<Object> records, List<Creation.Batch> batches) {
        fresh.addAll(records);
        for (Creation.Batch batch : batches) {
            add(
                    created,
                    batch.entity(),
                    batch.records().stream().filter(fresh::add).toList());
        }
        add(created, entity, records);
    }

    boolean isCreated(Object record) {
        return fresh.contains(record);
    }

    void updated(Entity entity, List<Object> records) {
        add(updated, entity, records);
    }

    /** Returns the ids of what was deleted, by model, to add to them. */
    Map<String, List<Object>> deleted() {
        return deleted;
    }

    private static void add(Map<String, List<Object>> ids, Entity entity, Collection<Object> records) {
        if (!records.isEmpty()) {
            List<Object[]> more = new ArrayList<>();
            records.forEach(record -> more.add(Ids.of(entity, record)));
            ids.computeIfAbsent(entity.idKey(), key -> new ArrayList<>()).addAll(Ids.joined(entity, more));
        }
    }

    <T> Upserted<T> finished(List<T> records) {
        return new Upserted<>(records, created, updated, deleted);
    }
}
