package io.ashlar.internal.crud;

import io.ashlar.crud.Crud;
import io.ashlar.crud.NotFound;
import io.ashlar.crud.Upserted;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.read.Readers;
import io.ashlar.internal.read.Reads;
import io.ashlar.internal.read.Store;
import io.ashlar.internal.request.Requests;
import io.ashlar.internal.write.Writers;
import io.ashlar.query.Change;
import io.ashlar.query.CountedList;
import io.ashlar.query.Filter;
import io.ashlar.query.FilteredUpdate;
import io.ashlar.query.Find;
import io.ashlar.query.RelationAttribute;
import io.ashlar.query.Update;
import io.ashlar.transaction.TransactionOptions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Crud on JDBC, by EclipseLink's mapping of the model. Checks what it is given, and leaves the work to readers and writers. Safe
 * for use by many threads.
 *
 * @param <T> the model
 * @param <K> the type of its id
 */
final class JdbcCrud<T, K> implements Crud<T, K> {

    private final Store store;
    private final Entity entity;
    private final Reads reads;
    private final Writers.Of writer;
    private final RequestModel described;
    private final Given<T, K> given;
    private final String changesOf; // in messages
    private final String updatesOf;

    JdbcCrud(Store store, Entity entity, Readers readers, Writers writers) {
        this.store = store;
        this.entity = entity;
        this.reads = new Reads(store, entity, readers);
        this.writer = writers.of(entity);
        this.described = new RequestModel(entity);
        this.given = new Given<>(entity, readers.partial());
        this.changesOf = "changes of " + entity.name();
        this.updatesOf = "updates of " + entity.name();
    }

    @Override
    public T create(T record) {
        writer.create(List.of(given.record(record)));
        return record;
    }

    @Override
    public List<T> create(List<T> records) {
        if (given.records(records).isEmpty()) {
            return List.of();
        }
        List<T> copy = List.copyOf(records);
        writer.create(copy);
        return copy;
    }

    @Override
    public Upserted<T> upsert(T record) {
        return upsert(List.of(Required.value(entity.name(), record)));
    }

    @Override
    public Upserted<T> upsert(List<T> records) {
        return upsertWithReplace(records, List.of());
    }

    @Override
    public Upserted<T> upsertWithReplace(T record, List<? extends RelationAttribute<T, ?>> relations) {
        return upsertWithReplace(List.of(Required.value(entity.name(), record)), relations);
    }

    @Override
    public Upserted<T> upsertWithReplace(List<T> records, List<? extends RelationAttribute<T, ?>> relations) {
        List<String> names = Required.elements("relations of " + entity.name(), relations).stream()
                .map(RelationAttribute::name)
                .toList();
        if (given.records(records).isEmpty()) {
            return new Upserted<>(List.of(), Map.of(), Map.of(), Map.of());
        }
        return writer.upsert(records, names);
    }

    @Override
    public T retrieve(K id) {
        return found(reads.byId(split(id), null), id);
    }

    @Override
    public T retrieve(K id, Find find) {
        Required.value("find", find);
        return found(reads.byId(split(id), find.isDefault() ? null : find), id);
    }

    @Override
    public List<T> list(Find find) {
        return typed(reads.page(null, Required.value("find", find)));
    }

    @Override
    public List<T> list(Filter<T> filter, Find find) {
        Required.value("filter", filter);
        return typed(reads.page(filter, Required.value("find", find)));
    }

    @Override
    public CountedList<T> listAndCount(Find find) {
        return counted(reads.counted(null, Required.value("find", find)));
    }

    @Override
    public CountedList<T> listAndCount(Filter<T> filter, Find find) {
        Required.value("filter", filter);
        return counted(reads.counted(filter, Required.value("find", find)));
    }

    @Override
    public long count() {
        return reads.count(null, false);
    }

    @Override
    public long count(Filter<T> filter) {
        return reads.count(Required.value("filter", filter), false);
    }

    @Override
    public boolean exists(K id) {
        return reads.exists(split(id));
    }

    @Override
    public boolean exists(Filter<T> filter) {
        return reads.exists(Required.value("filter", filter));
    }

    @Override
    public Stream<T> stream(Filter<T> filter, Find find) {
        Required.value("filter", filter);
        return typed(reads.stream(filter, Required.value("find", find)));
    }

    @Override
    public Stream<T> stream(Find find) {
        return typed(reads.stream(null, Required.value("find", find)));
    }

    @Override
    public T update(K id, List<Change<T>> changes) {
        given.id(id);
        return typed(writer.update(id, Required.elements(changesOf, changes)));
    }

    @Override
    public List<T> update(List<Update<T, K>> updates) {
        Required.elements(updatesOf, updates);
        if (updates.isEmpty()) {
            return List.of();
        }
        updates.forEach(update -> given.id(update.id()));
        if (updates.size() == 1) {
            return List.of(update(updates.get(0).id(), updates.get(0).changes()));
        }
        return typed(writer.update(updates));
    }

    @Override
    public long update(Filter<T> filter, List<Change<T>> changes) {
        Required.value("filter", filter);
        return writer.updateMatching(filter, Required.elements(changesOf, changes));
    }

    @Override
    public long update(Collection<FilteredUpdate<T>> updates) {
        Required.elements(updatesOf, updates);
        if (updates.isEmpty()) {
            return 0;
        }
        if (updates.size() == 1) {
            FilteredUpdate<T> only = updates.iterator().next();
            return update(only.filter(), only.changes());
        }
        Filter<T> contradicted = Contradictions.of(List.copyOf(updates));
        return store.transactions().run(TransactionOptions.defaults(), () -> {
            if (contradicted != null && reads.exists(contradicted)) {
                throw new IllegalArgumentException("updates of " + entity.name()
                        + " - some records match two of them that set an attribute to different values");
            }
            return updates.stream()
                    .mapToLong(update -> update(update.filter(), update.changes()))
                    .sum();
        });
    }

    @Override
    public void delete(K id) {
        writer.delete(List.of(given.id(id)));
    }

    @Override
    public void delete(Collection<K> ids) {
        if (!given.ids(ids).isEmpty()) {
            writer.delete(ids);
        }
    }

    @Override
    public long delete(Filter<T> filter) {
        return writer.deleteMatching(Required.value("filter", filter));
    }

    @Override
    public long deleteAll() {
        return writer.deleteAll();
    }

    @Override
    public Map<String, List<Object>> softDelete(K id) {
        return softDelete(List.of(given.id(id)));
    }

    @Override
    public Map<String, List<Object>> softDelete(Collection<K> ids) {
        return given.ids(ids).isEmpty() ? Map.of() : writer.softDelete(ids);
    }

    @Override
    public Map<String, List<Object>> softDelete(Filter<T> filter) {
        return writer.softDeleteMatching(Required.value("filter", filter));
    }

    @Override
    public Map<String, List<Object>> restore(K id) {
        return restore(List.of(given.id(id)));
    }

    @Override
    public Map<String, List<Object>> restore(Collection<K> ids) {
        return given.ids(ids).isEmpty() ? Map.of() : writer.restore(ids);
    }

    @Override
    public Map<String, List<Object>> restore(Filter<T> filter) {
        return writer.restoreMatching(Required.value("filter", filter));
    }

    @Override
    public Filter<T> filter(Map<String, ?> filter) {
        return Requests.filter(described, filter);
    }

    @Override
    public Filter<T> filter(String json) {
        return Requests.filter(described, json);
    }

    @Override
    public Find find(Map<String, ?> find) {
        return Requests.find(described, find);
    }

    private Object[] split(@Nullable K id) {
        return entity.id().split(given.id(id));
    }

    private T found(@Nullable Object record, K id) {
        if (record == null) {
            throw new NotFound(entity.name(), entity.id().name(), List.of(id));
        }
        return typed(record);
    }

    @SuppressWarnings("unchecked") // the model reads records of its class
    private T typed(Object record) {
        return (T) record;
    }

    @SuppressWarnings("unchecked") // the model reads records of its class
    private List<T> typed(List<Object> records) {
        return (List<T>) records;
    }

    @SuppressWarnings("unchecked") // the model reads records of its class
    private Stream<T> typed(Stream<Object> records) {
        return (Stream<T>) records;
    }

    @SuppressWarnings("unchecked") // the model reads records of its class
    private CountedList<T> counted(CountedList<Object> counted) {
        return (CountedList<T>) (CountedList<?>) counted;
    }
}
