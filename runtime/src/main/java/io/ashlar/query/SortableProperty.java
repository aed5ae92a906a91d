package io.ashlar.query;

import jakarta.data.Sort;
import java.util.Arrays;
import java.util.Collection;

/**
 * An attribute that can be compared for equality and sorted by: booleans, enums, UUIDs. Immutable.
 *
 * @param <T> the model
 * @param <V> the type of the value, boxed
 */
public sealed class SortableProperty<T, V> extends Property<T, V> implements ReadOnlySortable<T, V>
        permits ComparableProperty {

    /** Names the attribute {@code name} of {@code model}. Called by generated code. */
    public SortableProperty(Class<T> model, String name) {
        super(model, name);
    }

    /**
     * Returns the records with this value.
     *
     * @throws IllegalArgumentException if {@code value} is null: ask {@link #isNull()}
     */
    @Override
    public final Filter<T> equalTo(V value) {
        return compared(Filter.Operator.EQUAL, value);
    }

    /**
     * Returns the records with another value. As in SQL, records without a value are not among them.
     *
     * @throws IllegalArgumentException if {@code value} is null: ask {@link #isNotNull()}
     */
    @Override
    public final Filter<T> notEqualTo(V value) {
        return compared(Filter.Operator.NOT_EQUAL, value);
    }

    /**
     * Returns the records with one of these values; none for no values.
     *
     * @throws IllegalArgumentException if one of the values is null
     */
    @Override
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public final Filter<T> in(V... values) {
        return in(Arrays.asList(values));
    }

    /**
     * Returns the records with one of these values; none for no values.
     *
     * @throws IllegalArgumentException if one of the values is null
     */
    @Override
    public final Filter<T> in(Collection<? extends V> values) {
        return new Filter.In<>(name(), Values.copy(toString(), values));
    }

    /**
     * Returns the records with another value than these; with no values, all that have one. As in SQL, records without a
     * value are not among them.
     *
     * @throws IllegalArgumentException if one of the values is null
     */
    @Override
    public final Filter<T> notIn(Collection<? extends V> values) {
        return in(values).not().and(isNotNull());
    }

    /** Returns ascending order; records without a value come last, unless the find says otherwise. */
    @Override
    public final Sort<T> asc() {
        return Sort.asc(name());
    }

    /** Returns descending order; records without a value come first, unless the find says otherwise. */
    @Override
    public final Sort<T> desc() {
        return Sort.desc(name());
    }

    final Filter<T> compared(Filter.Operator operator, V value) {
        return new Filter.Comparison<>(name(), operator, Values.given(toString(), value));
    }
}
