package io.ashlar.query;

import java.util.Collection;
import java.util.List;

/**
 * An attribute that holds several values: a JSON list or set, or an element collection. Immutable.
 *
 * @param <T> the model
 * @param <V> the type of the attribute, such as {@code List<String>}
 * @param <E> the type of its elements
 */
public final class ElementsProperty<T, V, E> extends Property<T, V> {

    /** Names the attribute {@code name} of {@code model}. Called by generated code. */
    public ElementsProperty(Class<T> model, String name) {
        super(model, name);
    }

    /** Returns the records that have {@code element} among their values; null is an IllegalArgumentException. */
    public Filter<T> contains(E element) {
        return compared(Filter.ElementOperator.CONTAINS, List.of(Values.given(toString(), element)));
    }

    /** Returns the records that have all of {@code elements}; none, or null among them, is an IllegalArgumentException. */
    public Filter<T> containsAll(Collection<? extends E> elements) {
        return compared(Filter.ElementOperator.CONTAINS, elements);
    }

    /** Returns the records that have one or more of {@code elements}; none, or null among them, is refused as above. */
    public Filter<T> overlaps(Collection<? extends E> elements) {
        return compared(Filter.ElementOperator.OVERLAPS, elements);
    }

    /** Returns the records that have no other values than {@code elements}; those with no values at all are among them. */
    public Filter<T> containedIn(Collection<? extends E> elements) {
        return compared(Filter.ElementOperator.CONTAINED, elements);
    }

    private Filter<T> compared(Filter.ElementOperator operator, Collection<?> elements) {
        return new Filter.Elements<>(name(), operator, Values.copy(toString(), elements));
    }
}
