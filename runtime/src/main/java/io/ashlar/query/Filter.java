package io.ashlar.query;

/**
 * Which records of a model. Made by the generated attributes: {@code _Post.title.equalTo("Hello")}. Immutable.
 *
 * @param <T> the model
 */
public sealed interface Filter<T> {

    /** Returns the records that match this and {@code other}. */
    default Filter<T> and(Filter<T> other) {
        return new And<>(this, other);
    }

    /** Both. */
    record And<T>(Filter<T> left, Filter<T> right) implements Filter<T> {}

    /**
     * An attribute compared with a value.
     *
     * @param attribute the name of an attribute of the model
     * @param value never null: ask {@code isNull()} for records without a value
     */
    record Equal<T>(String attribute, Object value) implements Filter<T> {}
}
