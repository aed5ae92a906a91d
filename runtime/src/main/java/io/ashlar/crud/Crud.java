package io.ashlar.crud;

import io.ashlar.query.Change;
import io.ashlar.query.CountedList;
import io.ashlar.query.Filter;
import io.ashlar.query.Find;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Creates, reads, updates and deletes the records of one model. The generated base classes delegate to it. Safe for use
 * by many threads; every call runs in a transaction of its own and returns detached records.
 *
 * @param <T> the model
 * @param <K> the type of its id
 */
public interface Crud<T, K> {

    /** Stores a new record and returns it, with its id and times. */
    T create(T record);

    /** Stores new records, all or none, and returns them in the same order. Empty gives empty and sends no SQL. */
    List<T> create(List<T> records);

    /** Returns the record with this id. */
    T retrieve(K id);

    /** Returns one page of the records that match. */
    List<T> list(Filter<T> filter, Find find);

    /** Returns one page of all records. */
    List<T> list(Find find);

    /** Returns one page of the records that match, and how many match in all. */
    CountedList<T> listAndCount(Filter<T> filter, Find find);

    /** Returns one page of all records, and how many there are. */
    CountedList<T> listAndCount(Find find);

    /** Changes one record and returns it as it is now. */
    T update(K id, List<Change<T>> changes);

    /** Changes all records that match, in one statement, and returns how many. */
    long update(Filter<T> filter, List<Change<T>> changes);

    /** Deletes for good. Empty is a no-op. */
    void delete(Collection<K> ids);

    /** Deletes all records that match for good, and returns how many. */
    long delete(Filter<T> filter);

    /** Marks as deleted; returns the ids by model, such as {@code {post_id: [...]}}. */
    Map<String, List<Object>> softDelete(Collection<K> ids);

    /** Brings softly deleted records back; returns the ids by model. */
    Map<String, List<Object>> restore(Collection<K> ids);
}
