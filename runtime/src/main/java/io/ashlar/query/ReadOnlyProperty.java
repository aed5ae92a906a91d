package io.ashlar.query;

import jakarta.data.metamodel.Attribute;

/**
 * An attribute of a model that nobody but the database writes: {@code _Account.total}, which is {@code @Computed}.
 * Generated for computed values that the database neither orders nor compares. Immutable.
 *
 * @param <T> the model
 * @param <V> the type of the value, boxed
 */
public sealed interface ReadOnlyProperty<T, V> extends Attribute<T> permits Property, ReadOnlySortable {

    /** Returns the records without a value. */
    Filter<T> isNull();

    /** Returns the records with a value. */
    Filter<T> isNotNull();
}
