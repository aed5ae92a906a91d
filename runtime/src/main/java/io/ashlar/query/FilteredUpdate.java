package io.ashlar.query;

import java.util.Arrays;
import java.util.List;

/**
 * Changes of all records that match a filter, for several such updates in one call.
 *
 * @param <T> the model
 * @param filter which records
 * @param changes of their attributes
 */
public record FilteredUpdate<T>(Filter<T> filter, List<Change<T>> changes) {

    /** Copies the list; null, or null in it, is an IllegalArgumentException. */
    public FilteredUpdate {
        changes = Values.changes(changes);
    }

    /** Makes the changes of the records that match. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public FilteredUpdate(Filter<T> filter, Change<T>... changes) {
        this(filter, Arrays.asList(changes));
    }
}
