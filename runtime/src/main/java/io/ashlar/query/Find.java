package io.ashlar.query;

import jakarta.data.Sort;
import jakarta.data.metamodel.Attribute;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How to list: which page, in which order, with what: {@code Find.take(20).skip(40).order(_Post.createdAt.desc())}.
 * Immutable.
 *
 * <p>Where the order leaves records equal, or none is given, the id decides, ascending; so pages never overlap. Records
 * without a value come last in ascending and first in descending order, on every database.
 */
public final class Find {

    /** How many records a list holds when nothing else is asked for. */
    public static final int DEFAULT_TAKE = 15;

    private static final Find DEFAULTS = new Find(new Parts());

    private final Parts parts;

    private Find(Parts parts) {
        this.parts = parts;
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
        Parts parts = new Parts();
        parts.take = OptionalInt.of(count);
        parts.chosen = true;
        return new Find(parts);
    }

    /** Returns all, in one list: only for models known to have few records. */
    public static Find all() {
        Parts parts = new Parts();
        parts.take = OptionalInt.empty();
        return new Find(parts);
    }

    /**
     * Returns the same after passing over the first {@code count}. The database still reads what is passed over; for later
     * pages of long lists, {@link #after} is faster.
     *
     * @param count 0 or more
     * @throws IllegalArgumentException if {@code count} is negative
     */
    public Find skip(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("skip(" + count + "): skip 0 or more");
        }
        Parts changed = parts.copy();
        changed.skip = count;
        return new Find(changed);
    }

    /**
     * Returns the page that follows {@code last}, a record as listed by the same order; fast for any page, where the order
     * has an index, and steady while records come and go. The attributes of the order must be loaded in it.
     */
    public Find after(Object last) {
        Parts changed = parts.copy();
        changed.after = Objects.requireNonNull(last, "after - the last record of the page before must be defined");
        return new Find(changed);
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
        Parts changed = parts.copy();
        changed.order = List.copyOf(sorts);
        return new Find(changed);
    }

    /** Returns the same with records without a value of {@code attributes} first, which the order must name. */
    public Find nullsFirst(Attribute<?>... attributes) {
        Parts changed = parts.copy();
        changed.nullsFirst = names(attributes);
        return new Find(changed);
    }

    /** Returns the same with records without a value of {@code attributes} last, which the order must name. */
    public Find nullsLast(Attribute<?>... attributes) {
        Parts changed = parts.copy();
        changed.nullsLast = names(attributes);
        return new Find(changed);
    }

    /**
     * Returns the same with these attributes and the id only; the other attributes of the records stay empty. Such a record
     * is for reading: it cannot be created or upserted again. Attributes of related records are named by their relation:
     * {@code _Post.author.get(_Author.name)}.
     */
    public Find select(Attribute<?>... attributes) {
        return select(names(attributes));
    }

    /** Returns the same with the attributes of these names and the id only; see {@link #select(Attribute[])}. */
    public Find select(List<String> attributes) {
        Parts changed = parts.copy();
        changed.select = List.copyOf(attributes);
        return new Find(changed);
    }

    /**
     * Returns the same with the records of these relations loaded along, in one statement a relation, however many records
     * there are. Relations not named load when they are first touched, for all records of the page at once.
     */
    public Find relations(RelationAttribute<?, ?>... relations) {
        return relations(names(relations));
    }

    /** Returns the same with the relations of these names or paths, such as {@code posts.comments}, loaded along. */
    public Find relations(List<String> relations) {
        Parts changed = parts.copy();
        changed.relations = List.copyOf(relations);
        return new Find(changed);
    }

    /** Returns the same with the softly deleted records among the others. */
    public Find withDeleted() {
        Parts changed = parts.copy();
        changed.withDeleted = true;
        return new Find(changed);
    }

    /** Returns how many to pass over. */
    public int skipped() {
        return parts.skip;
    }

    /** Returns how many to give at the most; empty for all. */
    public OptionalInt taken() {
        return parts.take;
    }

    /** Returns whether this is {@link #defaults()}. */
    public boolean isDefault() {
        return this == DEFAULTS;
    }

    /** Returns whether nobody chose how many to give, so that it is {@value #DEFAULT_TAKE}. */
    public boolean isLimitedByDefault() {
        return !parts.chosen && parts.take.isPresent();
    }

    /** Returns the same without a limit. */
    public Find unlimited() {
        Parts changed = parts.copy();
        changed.take = OptionalInt.empty();
        return new Find(changed);
    }

    /** Returns the record after which the page starts; null for none. */
    public @Nullable Object startsAfter() {
        return parts.after;
    }

    /** Returns the order, most significant first; empty for ascending id. */
    public List<Sort<?>> sorts() {
        return parts.order;
    }

    /** Returns the names of the attributes whose missing values come first. */
    public List<String> missingFirst() {
        return parts.nullsFirst;
    }

    /** Returns the names of the attributes whose missing values come last. */
    public List<String> missingLast() {
        return parts.nullsLast;
    }

    /** Returns the names or paths of the attributes to read; empty for all. */
    public List<String> selected() {
        return parts.select;
    }

    /** Returns the names or paths of the relations to load. */
    public List<String> related() {
        return parts.relations;
    }

    /** Returns whether the softly deleted records are among the others. */
    public boolean includesDeleted() {
        return parts.withDeleted;
    }

    private static List<String> names(Attribute<?>... attributes) {
        return Arrays.stream(attributes).map(Attribute::name).toList();
    }

    /** What a find is made of; never changed once a find holds it. */
    private static final class Parts {

        private int skip;
        private OptionalInt take = OptionalInt.of(DEFAULT_TAKE);
        private boolean chosen;
        private @Nullable Object after;
        private List<Sort<?>> order = List.of();
        private List<String> nullsFirst = List.of();
        private List<String> nullsLast = List.of();
        private List<String> select = List.of();
        private List<String> relations = List.of();
        private boolean withDeleted;

        Parts copy() {
            Parts copy = new Parts();
            copy.skip = skip;
            copy.take = take;
            copy.chosen = chosen;
            copy.after = after;
            copy.order = order;
            copy.nullsFirst = nullsFirst;
            copy.nullsLast = nullsLast;
            copy.select = select;
            copy.relations = relations;
            copy.withDeleted = withDeleted;
            return copy;
        }
    }
}
