package io.ashlar.query;

import java.util.Arrays;
import java.util.List;

/**
 * Changes of one record, for updating many in one call: {@code new Update<>(id, _Post.views.set(1))}.
 *
 * @param <T> the model
 * @param <K> the type of its id
 * @param id of the record
 * @param changes of its attributes
 */
public record Update<T, K>(K id, List<Change<T>> changes) {

    /** Copies the list; null, or null in it, is an IllegalArgumentException. */
    public Update {
        changes = Values.changes(changes);
    }

    /** Makes the changes of the record with this id. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public Update(K id, Change<T>... changes) {
        this(id, Arrays.asList(changes));
    }
}
