package io.ashlar.query;

/**
 * A computed number, date, time, or text: compared by its order. Immutable.
 *
 * @param <T> the model
 * @param <V> the type of the value, boxed
 */
public sealed interface ReadOnlyComparable<T, V extends Comparable<? super V>> extends ReadOnlySortable<T, V>
        permits ComparableProperty, ReadOnlyText {

    /** Returns the records with a value after {@code value}. */
    Filter<T> greaterThan(V value);

    /** Returns the records with {@code value} or one after it. */
    Filter<T> greaterThanOrEqualTo(V value);

    /** Returns the records with a value before {@code value}. */
    Filter<T> lessThan(V value);

    /** Returns the records with {@code value} or one before it. */
    Filter<T> lessThanOrEqualTo(V value);

    /** Returns the records with a value from {@code low} to {@code high}, both included. */
    Filter<T> between(V low, V high);
}
