package io.ashlar.crud;

import io.ashlar.query.Change;
import io.ashlar.query.CountedList;
import io.ashlar.query.Filter;
import io.ashlar.query.Find;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Creates, reads, updates and deletes the records of one model; the generated base classes delegate to it. Safe for use
 * by many threads. Every call runs in a transaction of its own: it succeeds as a whole or changes nothing. Records
 * returned are detached, and changing them changes no row.
 *
 * <p>Softly deleted records are hidden from every method, unless a find asks for them, a filter names their
 * {@code deletedAt}, or their ids are given to delete, softDelete or restore.
 *
 * <p>Where a parameter is null, a list holds null, or a filter, change or order names an attribute the model does not
 * have, every method throws an IllegalArgumentException that says so, before any SQL is sent. What the database refuses is
 * a {@link DataException}.
 *
 * @param <T> the model
 * @param <K> the type of its id
 */
public interface Crud<T, K> {

    /**
     * Stores a new record and returns it, with its id and times.
     *
     * @throws DataException if the database refuses it
     */
    T create(T record);

    /**
     * Stores new records, all or none, and returns them in the same order. Empty gives empty and sends no SQL.
     *
     * @throws DataException if the database refuses one
     */
    List<T> create(List<T> records);

    /**
     * Returns the record with this id.
     *
     * @throws NotFound if there is none, or it is softly deleted
     */
    T retrieve(K id);

    /** Returns one page of all records, unmodifiable. */
    List<T> list(Find find);

    /** Returns one page of the records that match, unmodifiable. */
    List<T> list(Filter<T> filter, Find find);

    /** Returns one page of all records, and how many there are. */
    CountedList<T> listAndCount(Find find);

    /** Returns one page of the records that match, and how many match in all. */
    CountedList<T> listAndCount(Filter<T> filter, Find find);

    /**
     * Changes the named attributes of one record, and no other, and returns it as it is now. No changes change nothing.
     *
     * @throws NotFound if there is none, or it is softly deleted
     * @throws DataException if the database refuses it
     */
    T update(K id, List<Change<T>> changes);

    /**
     * Changes the named attributes of all records that match, in one statement, and returns how many. None is no error;
     * no changes change nothing, and give 0.
     *
     * @throws IllegalArgumentException if the filter matches every record, which only an accident makes it do
     * @throws DataException if the database refuses it
     */
    long update(Filter<T> filter, List<Change<T>> changes);

    /** Deletes one record for good; no error if there is none. */
    void delete(K id);

    /** Deletes records for good, softly deleted ones too. Empty is a no-op and sends no SQL; unknown ids are no error. */
    void delete(Collection<K> ids);

    /**
     * Deletes all records that match for good, in one statement, and returns how many.
     *
     * @throws IllegalArgumentException if the filter matches every record, which only an accident makes it do
     */
    long delete(Filter<T> filter);

    /** Marks one record as deleted; see {@link #softDelete(Collection)}. */
    Map<String, List<Object>> softDelete(K id);

    /**
     * Marks records as deleted, which hides them until they are restored. Records deleted before and unknown ids are
     * passed over.
     *
     * @return the ids of what was marked, by model: {@code {post_id: [...]}}; without entry if there was none
     */
    Map<String, List<Object>> softDelete(Collection<K> ids);

    /** Brings one softly deleted record back; see {@link #restore(Collection)}. */
    Map<String, List<Object>> restore(K id);

    /**
     * Brings softly deleted records back. Others are passed over.
     *
     * @return the ids of what was brought back, by model: {@code {post_id: [...]}}; without entry if there was none
     * @throws DataException if a record stands in their way, such as by a unique constraint
     */
    Map<String, List<Object>> restore(Collection<K> ids);
}
