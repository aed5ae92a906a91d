package io.ashlar.query;

import jakarta.data.Sort;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * How to list: which page, in which order: {@code Find.take(20).skip(40).order(_Post.createdAt.desc())}. Immutable.
 *
 * <p>Where the order leaves records equal, or none is given, the id decides, ascending; so pages never overlap.
 */
public final class Find {

    /** How many records a list holds when nothing else is asked for. */
    public static final int DEFAULT_TAKE = 15;

    private static final Find DEFAULTS = new Find(0, OptionalInt.of(DEFAULT_TAKE), List.of(), false);

    private final int skip;
    private final OptionalInt take;
    private final List<Sort<?>> order;
    private final boolean withDeleted;

    private Find(int skip, OptionalInt take, List<Sort<?>> order, boolean withDeleted) {
        this.skip = skip;
        this.take = take;
        this.order = order;
        this.withDeleted = withDeleted;
    }

    /** Returns the first {@value #DEFAULT_TAKE} by ascending id, none of them deleted: what a list without find gives. */
    public static Find defaults() {
        return DEFAULTS;
    }

    /**
     * Returns the first {@code count}.
     *
     * @param count 1 or more
     * @throws IllegalArgumentException if {@code count} is below 1
     */
    public static Find take(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("take(" + count + "): take 1 or more, or ask for all()");
        }
        return new Find(0, OptionalInt.of(count), List.of(), false);
    }

    /** Returns all, in one list: only for models known to have few records. */
    public static Find all() {
        return new Find(0, OptionalInt.empty(), List.of(), false);
    }

    /**
     * Returns the same after passing over the first {@code count}.
     *
     * @param count 0 or more
     * @throws IllegalArgumentException if {@code count} is negative
     */
    public Find skip(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("skip(" + count + "): skip 0 or more");
        }
        return new Find(count, take, order, withDeleted);
    }

    /** Returns the same in this order, most significant first, instead of any given before. */
    public Find order(Sort<?>... sorts) {
        return order(Arrays.asList(sorts));
    }

    /** Returns the same in this order, most significant first, instead of any given before. */
    public Find order(List<? extends Sort<?>> sorts) {
        if (sorts.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("order - one of the sorts is null");
        }
        return new Find(skip, take, List.copyOf(sorts), withDeleted);
    }

    /** Returns the same with the softly deleted records among the others. */
    public Find withDeleted() {
        return new Find(skip, take, order, true);
    }

    /** Returns how many to pass over. */
    public int skipped() {
        return skip;
    }

    /** Returns how many to give at the most; empty for all. */
    public OptionalInt taken() {
        return take;
    }

    /** Returns the order, most significant first; empty for ascending id. */
    public List<Sort<?>> sorts() {
        return order;
    }

    /** Returns whether softly deleted records are among the others. */
    public boolean includesDeleted() {
        return withDeleted;
    }
}
