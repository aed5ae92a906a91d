package io.ashlar.query;

import jakarta.data.metamodel.Attribute;

/**
 * A relation to many other records: {@code _Author.posts}. Immutable.
 *
 * @param <T> the model
 * @param <R> the related model
 */
@SuppressWarnings("UnusedTypeParameter") // ties the relation to its models at compile time
public final class ToMany<T, R> implements Attribute<T> {

    private final Class<T> model;
    private final String name;

    /** Names the relation {@code name} of {@code model}. Called by generated code. */
    public ToMany(Class<T> model, String name) {
        this.model = model;
        this.name = name;
    }

    /** Returns the name of the relation in the model. */
    @Override
    public String name() {
        return name;
    }

    /** Returns model and relation, such as {@code Author.posts}. */
    @Override
    public String toString() {
        return model.getSimpleName() + "." + name;
    }
}
