package io.ashlar.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses null: compared in SQL, it would quietly match nothing, or, negated, too much. */
final class Values {

    private Values() {}

    static <V> V given(String attribute, @Nullable V value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    attribute + " - cannot be compared with null: ask isNull() or isNotNull()");
        }
        return value;
    }

    static <T> List<Change<T>> changes(@Nullable List<Change<T>> changes) {
        if (changes == null) {
            throw new IllegalArgumentException("changes - must be defined; to change nothing, give an empty list");
        }
        for (Change<T> change : changes) {
            if (change == null) {
                throw new IllegalArgumentException("changes - one of them is null");
            }
        }
        return List.copyOf(changes);
    }

    static List<Object> copy(String attribute, @Nullable Collection<?> values) {
        List<Object> copy = new ArrayList<>();
        for (Object value : given(attribute, values)) {
            copy.add(given(attribute, value));
        }
        return List.copyOf(copy);
    }
}
