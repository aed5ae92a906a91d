package io.ashlar.crud;

import io.ashlar.query.Change;
import io.ashlar.query.CountedList;
import io.ashlar.query.Filter;
import io.ashlar.query.FilteredUpdate;
import io.ashlar.query.Find;
import io.ashlar.query.RelationAttribute;
import io.ashlar.query.Update;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Creates, reads, updates and deletes the records of one model; the generated base classes delegate to it. Safe for use
 * by many threads. A call joins the transaction that runs in its thread, or else is one of its own: it succeeds as a whole
 * or changes nothing. Records returned are detached, and changing them changes no row.
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
     * Stores the record, or, if there is one with its id, sets all its attributes to those given.
     *
     * @throws DataException if the database refuses it
     */
    Upserted<T> upsert(T record);

    /**
     * Stores each record, or, if there is one with its id, sets all its attributes to those given. Relations to many stay as
     * they are. A record that is softly deleted is restored.
     *
     * @throws DataException if the database refuses one
     */
    Upserted<T> upsert(List<T> records);

    /**
     * Upserts the record, and makes its related records by {@code relations} exactly those given; see
     * {@link #upsertWithReplace(List, List)}.
     *
     * @throws DataException if the database refuses it
     */
    Upserted<T> upsertWithReplace(T record, List<? extends RelationAttribute<T, ?>> relations);

    /**
     * Upserts the records, and makes their related records by {@code relations} exactly those given: children are upserted
     * too, those not given any more are deleted for good, and links of many-to-many relations are replaced.
     *
     * @throws DataException if the database refuses one
     */
    Upserted<T> upsertWithReplace(List<T> records, List<? extends RelationAttribute<T, ?>> relations);

    /**
     * Returns the record with this id.
     *
     * @throws NotFound if there is none, or it is softly deleted
     */
    T retrieve(K id);

    /**
     * Returns the record with this id, with the selection and relations of {@code find}, whose page and order do not matter.
     *
     * @throws NotFound if there is none, or it is softly deleted and the find does not ask for such
     */
    T retrieve(K id, Find find);

    /** Returns one page of all records, unmodifiable. */
    List<T> list(Find find);

    /** Returns one page of the records that match, unmodifiable. */
    List<T> list(Filter<T> filter, Find find);

    /** Returns one page of all records, and how many there are. */
    CountedList<T> listAndCount(Find find);

    /** Returns one page of the records that match, and how many match in all. */
    CountedList<T> listAndCount(Filter<T> filter, Find find);

    /** Returns how many records there are. */
    long count();

    /** Returns how many records match. */
    long count(Filter<T> filter);

    /** Returns whether there is a record with this id. */
    boolean exists(K id);

    /** Returns whether a record matches. */
    boolean exists(Filter<T> filter);

    /**
     * Returns all records that match, one after the other, in the order of {@code find}: for results larger than memory. Its
     * default page does not limit the stream; what its {@code take} names does. Close the stream; until then it holds a connection.
     */
    Stream<T> stream(Filter<T> filter, Find find);

    /** Returns all records, one after the other; see {@link #stream(Filter, Find)}. */
    Stream<T> stream(Find find);

    /**
     * Changes the named attributes of one record, and no other, and returns it as it is now. No changes change nothing.
     *
     * @throws NotFound if there is none, or it is softly deleted
     * @throws DataException if the database refuses it
     */
    T update(K id, List<Change<T>> changes);

    /**
     * Changes the named attributes of each record, all or none, and returns them as they are now, in the same order. Changes of
     * one record by several updates are merged.
     *
     * @throws IllegalArgumentException if two updates set one attribute of one record to different values
     * @throws NotFound naming all ids without a record
     * @throws DataException if the database refuses it
     */
    List<T> update(List<Update<T, K>> updates);

    /**
     * Changes the named attributes of all records that match, in one statement, and returns how many. None is no error;
     * no changes change nothing, and give 0.
     *
     * @throws IllegalArgumentException if the filter matches every record, which only an accident makes it do
     * @throws DataException if the database refuses it
     */
    long update(Filter<T> filter, List<Change<T>> changes);

    /**
     * Makes each update in turn, all or none, and returns how many records they changed in sum.
     *
     * @throws IllegalArgumentException if a filter matches every record
     * @throws DataException if the database refuses one
     */
    long update(Collection<FilteredUpdate<T>> updates);

    /** Deletes one record for good; no error if there is none. */
    void delete(K id);

    /** Deletes records for good, softly deleted ones too. Empty is a no-op and sends no SQL; unknown ids are no error. */
    void delete(Collection<K> ids);

    /**
     * Deletes all records that match for good, and returns how many. Records they cascade to are deleted first, in one
     * statement a level.
     *
     * @throws IllegalArgumentException if the filter matches every record, which only an accident makes it do
     */
    long delete(Filter<T> filter);

    /** Deletes all records of the model for good, softly deleted ones too, and returns how many. */
    long deleteAll();

    /** Marks one record as deleted; see {@link #softDelete(Collection)}. */
    Map<String, List<Object>> softDelete(K id);

    /**
     * Marks records as deleted, which hides them until they are restored, with the records they cascade to, in one statement a
     * level. Records deleted before and unknown ids are passed over.
     *
     * @return the ids of what was marked, by model: {@code {post_id: [...], comment_id: [...]}}; without entry for none
     */
    Map<String, List<Object>> softDelete(Collection<K> ids);

    /**
     * Marks all records that match as deleted; see {@link #softDelete(Collection)}.
     *
     * @throws IllegalArgumentException if the filter matches every record, which only an accident makes it do
     */
    Map<String, List<Object>> softDelete(Filter<T> filter);

    /** Brings one softly deleted record back; see {@link #restore(Collection)}. */
    Map<String, List<Object>> restore(K id);

    /**
     * Brings softly deleted records back, with exactly the records that were deleted along with them. Others are passed over.
     *
     * @return the ids of what was brought back, by model; without entry for none
     * @throws DataException if a record stands in their way, such as by a unique constraint
     */
    Map<String, List<Object>> restore(Collection<K> ids);

    /**
     * Brings all softly deleted records that match back; see {@link #restore(Collection)}.
     *
     * @throws IllegalArgumentException if the filter matches every record, which only an accident makes it do
     * @throws DataException if a record stands in their way
     */
    Map<String, List<Object>> restore(Filter<T> filter);

    /**
     * Returns the filter that {@code filter}, as decoded from JSON, describes, checked against the model:
     * {@code Map.of("status", "DRAFT", "views", Map.of("$gt", 10))}.
     *
     * @throws IllegalArgumentException naming the nearest if it names an attribute or operator that does not exist, or a value
     *     that is not of its attribute's type
     */
    Filter<T> filter(Map<String, ?> filter);

    /**
     * Returns the filter that {@code json} describes; see {@link #filter(Map)}.
     *
     * @throws IllegalArgumentException also if it is no JSON object
     */
    Filter<T> filter(String json);

    /**
     * Returns the find that {@code find}, as decoded from JSON, describes:
     * {@code {"take": 20, "skip": 0, "order": {"createdAt": "DESC"}, "select": ["title"], "relations": ["author"]}}.
     *
     * @throws IllegalArgumentException naming the nearest if it names what does not exist
     */
    Find find(Map<String, ?> find);
}
