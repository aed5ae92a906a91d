package io.ashlar.query;

import jakarta.data.metamodel.SortableAttribute;
import java.util.Collection;

/**
 * A computed attribute that can be compared for equality, and ordered by. Immutable.
 *
 * @param <T> the model
 * @param <V> the type of the value, boxed
 */
public sealed interface ReadOnlySortable<T, V> extends ReadOnlyProperty<T, V>, SortableAttribute<T>
        permits SortableProperty, ReadOnlyComparable {

    /** Returns the records with this value. */
    Filter<T> equalTo(V value);

    /** Returns the records with another value; those without any are not among them. */
    Filter<T> notEqualTo(V value);

    /** Returns the records with one of these values; with none given, no record matches. */
    @SuppressWarnings("unchecked") // only read
    Filter<T> in(V... values);

    /** Returns the records with one of these values; with none given, no record matches. */
    Filter<T> in(Collection<? extends V> values);

    /** Returns the records with another value than these; those without any are not among them. */
    Filter<T> notIn(Collection<? extends V> values);
}
