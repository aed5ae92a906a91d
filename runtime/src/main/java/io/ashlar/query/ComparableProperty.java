package io.ashlar.query;

/**
 * An attribute whose values have an order that Java and the databases agree on: numbers, dates, times, durations.
 * Immutable.
 *
 * @param <T> the model
 * @param <V> the type of the value, boxed
 */
public sealed class ComparableProperty<T, V extends Comparable<? super V>> extends SortableProperty<T, V>
        implements ReadOnlyComparable<T, V> permits TextProperty {

    /** Names the attribute {@code name} of {@code model}. Called by generated code. */
    public ComparableProperty(Class<T> model, String name) {
        super(model, name);
    }

    /** Returns the records with a value above {@code value}; null is an IllegalArgumentException. */
    @Override
    public final Filter<T> greaterThan(V value) {
        return compared(Filter.Operator.GREATER, value);
    }

    /** Returns the records with this value or one above it; null is an IllegalArgumentException. */
    @Override
    public final Filter<T> greaterThanOrEqualTo(V value) {
        return compared(Filter.Operator.GREATER_OR_EQUAL, value);
    }

    /** Returns the records with a value below {@code value}; null is an IllegalArgumentException. */
    @Override
    public final Filter<T> lessThan(V value) {
        return compared(Filter.Operator.LESS, value);
    }

    /** Returns the records with this value or one below it; null is an IllegalArgumentException. */
    @Override
    public final Filter<T> lessThanOrEqualTo(V value) {
        return compared(Filter.Operator.LESS_OR_EQUAL, value);
    }

    /** Returns the records with a value from {@code low} to {@code high}, both included. */
    @Override
    public final Filter<T> between(V low, V high) {
        return greaterThanOrEqualTo(low).and(lessThanOrEqualTo(high));
    }
}
