package io.ashlar.query;

import jakarta.data.Sort;
import jakarta.data.metamodel.TextAttribute;

/**
 * An attribute that holds text. Its order, and so what is greater, is the database's collation. Immutable.
 *
 * @param <T> the model
 */
public final class TextProperty<T> extends ComparableProperty<T, String> implements TextAttribute<T> {

    /** Names the attribute {@code name} of {@code model}. Called by generated code. */
    public TextProperty(Class<T> model, String name) {
        super(model, name);
    }

    /** Returns ascending order of the lower-case text. */
    @Override
    public Sort<T> ascIgnoreCase() {
        return Sort.ascIgnoreCase(name());
    }

    /** Returns descending order of the lower-case text. */
    @Override
    public Sort<T> descIgnoreCase() {
        return Sort.descIgnoreCase(name());
    }
}
