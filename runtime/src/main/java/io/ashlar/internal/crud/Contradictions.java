package io.ashlar.internal.crud;

import io.ashlar.query.Change;
import io.ashlar.query.Filter;
import io.ashlar.query.FilteredUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds updates of one call that would undo each other. */
final class Contradictions {

    private Contradictions() {}

    /**
     * Returns the records that two of {@code updates} want to change differently in the same attribute; null if no two
     * updates do.
     */
    static <T> @Nullable Filter<T> of(List<FilteredUpdate<T>> updates) {
        List<Filter<T>> both = new ArrayList<>();
        for (int i = 0; i < updates.size(); i++) {
            for (FilteredUpdate<T> later : updates.subList(i + 1, updates.size())) {
                if (contradict(updates.get(i).changes(), later.changes())) {
                    both.add(updates.get(i).filter().and(later.filter()));
                }
            }
        }
        return both.isEmpty() ? null : Filter.anyOf(both);
    }

    private static boolean contradict(List<? extends Change<?>> changes, List<? extends Change<?>> others) {
        return changes.stream()
                .anyMatch(change -> others.stream()
                        .anyMatch(other -> change.attribute().equals(other.attribute())
                                && !Objects.deepEquals(change.value(), other.value())));
    }
}
