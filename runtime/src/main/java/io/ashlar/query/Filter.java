package io.ashlar.query;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which records of a model. Made by the generated attributes and put together with {@code and}, {@code or} and
 * {@code not}: {@code _Post.status.equalTo(DRAFT).and(_Post.views.greaterThan(10))}. Comparisons have SQL's view of
 * missing values: a record without a value matches neither a comparison nor its negation. Immutable.
 *
 * <p>Softly deleted records match no filter that does not name their {@code deletedAt}.
 *
 * @param <T> the model
 */
public sealed interface Filter<T> {

    /** Returns the records that match this and {@code other}. */
    default Filter<T> and(Filter<T> other) {
        return new And<>(joined(this instanceof And<T> and ? and.filters() : List.of(this), other));
    }

    /** Returns the records that match this or {@code other}. */
    default Filter<T> or(Filter<T> other) {
        return new Or<>(joined(this instanceof Or<T> or ? or.filters() : List.of(this), other));
    }

    /** Returns the records that do not match this. */
    default Filter<T> not() {
        return new Not<>(this);
    }

    private static <T> List<Filter<T>> joined(List<Filter<T>> filters, Filter<T> other) {
        return Stream.concat(filters.stream(), Stream.of(Values.given("filter", other)))
                .toList();
    }

    /** All of them; one or more. */
    record And<T>(List<Filter<T>> filters) implements Filter<T> {

        /** Copies the list. */
        public And {
            filters = oneOrMore(filters);
        }
    }

    /** Any of them; one or more. */
    record Or<T>(List<Filter<T>> filters) implements Filter<T> {

        /** Copies the list. */
        public Or {
            filters = oneOrMore(filters);
        }
    }

    /** Not this one. */
    record Not<T>(Filter<T> filter) implements Filter<T> {}

    /**
     * An attribute compared with a value.
     *
     * @param attribute the name of an attribute of the model
     * @param value of the attribute's type, or a {@link RelatedId}; never null
     */
    record Comparison<T>(String attribute, Operator operator, Object value) implements Filter<T> {}

    /**
     * An attribute with one of several values.
     *
     * @param attribute the name of an attribute of the model
     * @param values of the attribute's type, or {@link RelatedId}s; with none, no record matches
     */
    record In<T>(String attribute, List<Object> values) implements Filter<T> {

        /** Copies the list. */
        public In {
            values = List.copyOf(values);
        }
    }

    /**
     * An attribute without a value.
     *
     * @param attribute the name of an attribute of the model
     */
    record IsNull<T>(String attribute) implements Filter<T> {}

    /** How a value is compared. */
    enum Operator {
        EQUAL,
        NOT_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        LESS,
        LESS_OR_EQUAL
    }

    private static <T> List<Filter<T>> oneOrMore(List<Filter<T>> filters) {
        if (filters.isEmpty()) {
            throw new IllegalArgumentException("a filter of no filters would match by accident");
        }
        return List.copyOf(filters);
    }
}
