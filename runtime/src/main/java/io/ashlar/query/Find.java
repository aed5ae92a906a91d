package io.ashlar.query;

import jakarta.data.Sort;
import java.util.List;

/** How to list: which page, in which order. Immutable; {@code Find.take(20).skip(40)}. */
public final class Find {

    /** How many records a list holds when nothing else is asked for. */
    public static final int DEFAULT_TAKE = 15;

    private static final Find DEFAULT = new Find(0, DEFAULT_TAKE, List.of());

    private final int skip;
    private final int take;
    private final List<Sort<?>> order;

    private Find(int skip, int take, List<Sort<?>> order) {
        this.skip = skip;
        this.take = take;
        this.order = order;
    }

    /** Returns the first {@value #DEFAULT_TAKE} by ascending id. */
    public static Find first() {
        return DEFAULT;
    }

    /** Returns how many to pass over. */
    public int skipped() {
        return skip;
    }

    /** Returns how many to give at the most. */
    public int taken() {
        return take;
    }

    /** Returns the order, most significant first; empty for ascending id. */
    public List<Sort<?>> sorts() {
        return order;
    }
}
