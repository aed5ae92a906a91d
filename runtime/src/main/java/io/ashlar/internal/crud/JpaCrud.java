package io.ashlar.internal.crud;

import io.ashlar.crud.Crud;
import io.ashlar.crud.NotFound;
import io.ashlar.query.Change;
import io.ashlar.query.CountedList;
import io.ashlar.query.Filter;
import io.ashlar.query.Find;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * Crud on EclipseLink: one entity manager and transaction a call. Safe for use by many threads.
 *
 * @param <T> the model
 * @param <K> the type of its id
 */
public final class JpaCrud<T, K> implements Crud<T, K> {

    private final EntityManagerFactory factory;
    private final ModelType<T> model;
    private final String module;

    /**
     * Works on {@code type} in the module behind {@code factory}, which stays the caller's to close.
     *
     * @param module its name, for messages
     * @throws IllegalArgumentException if {@code type} is no model of the module
     */
    public JpaCrud(EntityManagerFactory factory, Class<T> type, String module) {
        this.factory = factory;
        this.module = module;
        this.model = ModelType.of(type, factory.unwrap(ServerSession.class));
    }

    @Override
    public T create(T record) {
        return create(List.of(Required.value(model.name(), record))).get(0);
    }

    @Override
    public List<T> create(List<T> records) {
        Required.elements("records of " + model.name(), records);
        Set<T> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        if (!records.stream().allMatch(distinct::add)) {
            throw new IllegalArgumentException("records of " + model.name() + " - one of them is given twice");
        }
        if (records.isEmpty()) {
            return List.of();
        }
        List<Runnable> afterwards = new ArrayList<>();
        try {
            inTransaction(entities -> afterwards.add(Creation.store(records, entities)));
        } finally {
            afterwards.forEach(Runnable::run);
        }
        return List.copyOf(records);
    }

    @Override
    public T retrieve(K id) {
        Required.id(model, id);
        return reading(entities -> existing(entities, id));
    }

    @Override
    public List<T> list(Find find) {
        Required.value("find", find);
        return reading(entities -> new Reads<>(model, entities).page(null, find));
    }

    @Override
    public List<T> list(Filter<T> filter, Find find) {
        Required.value("filter", filter);
        Required.value("find", find);
        return reading(entities -> new Reads<>(model, entities).page(filter, find));
    }

    @Override
    public CountedList<T> listAndCount(Find find) {
        Required.value("find", find);
        return reading(entities -> counted(entities, null, find));
    }

    @Override
    public CountedList<T> listAndCount(Filter<T> filter, Find find) {
        Required.value("filter", filter);
        Required.value("find", find);
        return reading(entities -> counted(entities, filter, find));
    }

    @Override
    public T update(K id, List<Change<T>> changes) {
        Required.id(model, id);
        Changes checked = Changes.of(model, changes);
        return inTransaction(entities -> {
            T record = existing(entities, id);
            if (!checked.isEmpty()) {
                checked.applyTo(record, entities);
                Times.updated(model.descriptor(), record, Times.now(), entities.getAbstractSession());
            }
            return record;
        });
    }

    @Override
    public long update(Filter<T> filter, List<Change<T>> changes) {
        Required.value("filter", filter);
        Changes checked = Changes.of(model, changes);
        return inTransaction(entities -> Writes.update(model, entities, filter, checked, Times.now()));
    }

    @Override
    public void delete(K id) {
        delete(List.of(Required.id(model, id)));
    }

    @Override
    public void delete(Collection<K> ids) {
        if (!Required.ids(model, ids).isEmpty()) {
            inTransaction(entities -> {
                new Deletion<>(model, entities).byIds(ids);
                return ids;
            });
        }
    }

    @Override
    public long delete(Filter<T> filter) {
        Required.value("filter", filter);
        return inTransaction(entities -> new Deletion<>(model, entities).byFilter(filter));
    }

    @Override
    public Map<String, List<Object>> softDelete(K id) {
        return softDelete(List.of(Required.id(model, id)));
    }

    @Override
    public Map<String, List<Object>> softDelete(Collection<K> ids) {
        if (Required.ids(model, ids).isEmpty()) {
            return Map.of();
        }
        return inTransaction(entities -> new SoftDeletion<>(model, entities, Times.now()).delete(ids));
    }

    @Override
    public Map<String, List<Object>> restore(K id) {
        return restore(List.of(Required.id(model, id)));
    }

    @Override
    public Map<String, List<Object>> restore(Collection<K> ids) {
        if (Required.ids(model, ids).isEmpty()) {
            return Map.of();
        }
        return inTransaction(entities -> new SoftDeletion<>(model, entities, Times.now()).restore(ids));
    }

    private T existing(JpaEntityManager entities, K id) {
        T record = entities.find(model.type(), id);
        if (record == null || Times.isDeleted(record)) {
            throw new NotFound(model.name(), model.idName(), List.of(id));
        }
        return record;
    }

    /** Returns a page and the count of all; a page that is not full tells the count by itself. */
    private CountedList<T> counted(JpaEntityManager entities, @Nullable Filter<T> filter, Find find) {
        Reads<T> reads = new Reads<>(model, entities);
        List<T> page = reads.page(filter, find);
        boolean last = find.taken().isEmpty() || page.size() < find.taken().getAsInt();
        boolean known = last && (!page.isEmpty() || find.skipped() == 0);
        return new CountedList<>(page, known ? find.skipped() + page.size() : reads.count(filter, find));
    }

    private <R> R reading(Function<JpaEntityManager, R> work) {
        EntityManager entities = factory.createEntityManager();
        try {
            return work.apply(JpaHelper.getEntityManager(entities));
        } catch (RuntimeException e) {
            throw Errors.translated(model, module, e);
        } finally {
            entities.close();
        }
    }

    private <R> R inTransaction(Function<JpaEntityManager, R> work) {
        return reading(entities -> {
            entities.getTransaction().begin();
            try {
                R result = work.apply(entities);
                entities.getTransaction().commit();
                return result;
            } finally {
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
            }
        });
    }
}
