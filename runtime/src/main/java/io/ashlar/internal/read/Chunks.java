package io.ashlar.internal.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Cuts long lists of ids into statements that every database takes. */
public final class Chunks {

    /** How many are in one statement at the most. */
    public static final int SIZE = 10_000;

    private Chunks() {}

    /** Returns the distinct elements in their order, at most 10 000 in a list. */
    public static <E> List<List<E>> of(Collection<E> elements) {
        List<E> distinct = new ArrayList<>(new LinkedHashSet<>(elements));
        List<List<E>> chunks = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += SIZE) {
            chunks.add(distinct.subList(from, Math.min(from + SIZE, distinct.size())));
        }
        return chunks;
    }
}
