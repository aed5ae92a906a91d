package io.ashlar.internal.crud;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Cuts long lists of ids into statements that every database takes. */
final class Chunks {

    private static final int SIZE = 1000;

    private Chunks() {}

    /** Returns the distinct elements in their order, at most 1000 in a list. */
    static <E> List<List<E>> of(Collection<E> elements) {
        List<E> distinct = new ArrayList<>(new LinkedHashSet<>(elements));
        List<List<E>> chunks = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += SIZE) {
            chunks.add(distinct.subList(from, Math.min(from + SIZE, distinct.size())));
        }
        return chunks;
    }
}
