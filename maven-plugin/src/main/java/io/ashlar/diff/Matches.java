package io.ashlar.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Constraints of one kind, of one table, before and after: which only got another name, which go and which come. One that
 * keeps its name and demands something else goes and comes.
 */
record Matches<T>(Map<T, T> renamed, List<T> gone, List<T> added) {

    static <T> Matches<T> of(List<T> before, List<T> after, Function<T, String> name, BiPredicate<T, T> same) {
        List<T> gone = new ArrayList<>(before);
        List<T> added = new ArrayList<>(after);
        for (T now : after) {
            gone.stream()
                    .filter(old -> name.apply(old).equals(name.apply(now)) && same.test(old, now))
                    .findFirst()
                    .ifPresent(old -> {
                        gone.remove(old);
                        added.remove(now);
                    });
        }
        Map<T, T> renamed = new LinkedHashMap<>();
        for (T now : List.copyOf(added)) {
            // a name that someone else gives up in the same step is not free yet
            boolean taken = before.stream().anyMatch(old -> name.apply(old).equals(name.apply(now)));
            if (!taken) {
                gone.stream().filter(old -> same.test(old, now)).findFirst().ifPresent(old -> {
                    gone.remove(old);
                    added.remove(now);
                    renamed.put(old, now);
                });
            }
        }
        return new Matches<>(renamed, gone, added);
    }
}
