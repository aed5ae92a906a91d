package io.ashlar.internal.read;

import java.util.ArrayList;
import java.util.List;

/** Cuts long lists of ids into statements that every database takes. */
public final class Chunks {

    /** How many are in one statement at the most. */
    public static final int SIZE = 10_000;

    private Chunks() {}

    /** Returns the elements in their order, in lists of at most {@link #SIZE}. */
    public static <E> List<List<E>> of(List<E> elements) {
        if (elements.isEmpty()) {
            return List.of();
        }
        if (elements.size() <= SIZE) {
            return List.of(elements);
        }
        List<List<E>> chunks = new ArrayList<>();
        for (int from = 0; from < elements.size(); from += SIZE) {
            chunks.add(elements.subList(from, Math.min(from + SIZE, elements.size())));
        }
        return chunks;
    }
}
