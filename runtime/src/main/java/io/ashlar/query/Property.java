package io.ashlar.query;

import org.jspecify.annotations.Nullable;

/**
 * An attribute of a model that holds a value: {@code _Post.settings}. Generated for values the database neither orders
 * nor compares (JSON, lists, binaries, embedded values); the subclasses add what more can be asked. Immutable.
 *
 * @param <T> the model
 * @param <V> the type of the value, boxed
 */
public sealed class Property<T, V> implements ReadOnlyProperty<T, V> permits SortableProperty, ElementsProperty {

    private final Class<T> model;
    private final String name;

    /** Names the attribute {@code name} of {@code model}. Called by generated code. */
    public Property(Class<T> model, String name) {
        this.model = model;
        this.name = name;
    }

    /** Returns the name of the attribute in the model. */
    @Override
    public final String name() {
        return name;
    }

    /** Returns the change of this attribute to {@code value}; null empties an optional attribute. */
    public final Change<T> set(@Nullable V value) {
        return new Change<>(name, value);
    }

    /**
     * Returns the condition that the record has still this value, for an update by id: if another has changed it since,
     * nothing is changed, and the update throws a {@code StaleVersion}. For versions, and for any other
     * attribute of one column.
     */
    public final Change<T> expect(@Nullable V value) {
        return new Change<>(name, value, true);
    }

    /** Returns the records without a value. */
    @Override
    public final Filter<T> isNull() {
        return new Filter.IsNull<>(name);
    }

    /** Returns the records with a value. */
    @Override
    public final Filter<T> isNotNull() {
        return isNull().not();
    }

    /** Returns model and attribute, such as {@code Post.title}. */
    @Override
    public final String toString() {
        return model.getSimpleName() + "." + name;
    }
}
