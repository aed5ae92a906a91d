package io.ashlar.query;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a model. Made by the generated attributes and put together with {@code and}, {@code or} and
 * {@code not}: {@code _Post.status.equalTo(DRAFT).and(_Post.views.greaterThan(10))}. Comparisons have SQL's view of
 * missing values: a record without a value matches neither a comparison nor its negation. Immutable.
 *
 * <p>Softly deleted records match no filter that does not name their {@code deletedAt}, and are not found by way of a
 * relation either.
 *
 * <p>As a text, such as {@code Comparison[views GREATER ?]}, a filter names no values, since those may be sensitive.
 *
 * <p>The records below are how filters are taken apart; write filters by the attributes.
 *
 * @param <T> the model
 */
public sealed interface Filter<T> {

    /**
     * Returns the records in which one of the properties marked {@code @Searchable} holds {@code text}, in any case, as it
     * is: {@code %} and {@code _} stand for themselves.
     *
     * @throws IllegalArgumentException if {@code text} is null or blank
     */
    static <T> Filter<T> search(String text) {
        return new Search<>(text);
    }

    /**
     * Returns the records that match all of {@code filters}.
     *
     * @throws IllegalArgumentException if there is none: it would match every record by accident
     */
    static <T> Filter<T> allOf(Collection<? extends Filter<T>> filters) {
        return new And<>(List.copyOf(filters));
    }

    /**
     * Returns the records that match one or more of {@code filters}.
     *
     * @throws IllegalArgumentException if there is none
     */
    static <T> Filter<T> anyOf(Collection<? extends Filter<T>> filters) {
        return new Or<>(List.copyOf(filters));
    }

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
    record Comparison<T>(String attribute, Operator operator, Object value) implements Filter<T> {

        @Override
        public String toString() {
            return "Comparison[" + attribute + " " + operator + " ?]";
        }
    }

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

        @Override
        public String toString() {
            return "In[" + attribute + ", " + values.size() + " values]";
        }
    }

    /**
     * An attribute without a value.
     *
     * @param attribute the name of an attribute of the model
     */
    record IsNull<T>(String attribute) implements Filter<T> {}

    /**
     * A text attribute compared with a text or pattern.
     *
     * @param attribute the name of a text attribute of the model
     * @param text never null
     */
    record Text<T>(String attribute, TextOperator operator, String text) implements Filter<T> {

        @Override
        public String toString() {
            return "Text[" + attribute + " " + operator + " ?]";
        }
    }

    /**
     * A list or set of values compared with some values.
     *
     * @param attribute the name of an attribute of the model that holds several values
     * @param values of the elements' type; one or more
     */
    record Elements<T>(String attribute, ElementOperator operator, List<Object> values) implements Filter<T> {

        /** Copies the list. */
        public Elements {
            values = List.copyOf(values);
            if (values.isEmpty() && operator != ElementOperator.CONTAINED) {
                throw new IllegalArgumentException(
                        attribute + " - a comparison with no values would match by accident");
            }
        }

        @Override
        public String toString() {
            return "Elements[" + attribute + " " + operator + ", " + values.size() + " values]";
        }
    }

    /**
     * Records with, or without, related records that match.
     *
     * @param relation the name of a relation of the model
     * @param filter on the related model; null for any related record
     * @param negated whether no related record may match
     */
    record Related<T>(String relation, @Nullable Filter<?> filter, boolean negated) implements Filter<T> {}

    /**
     * A text in one of the searchable properties.
     *
     * @param text neither null nor blank
     */
    record Search<T>(String text) implements Filter<T> {

        /** Refuses what every record holds. */
        public Search {
            if (Values.given("search", text).isBlank()) {
                throw new IllegalArgumentException("search - a blank text would match every record");
            }
        }

        @Override
        public String toString() {
            return "Search[?]";
        }
    }

    /** How a text is compared. */
    enum TextOperator {
        /** With a pattern of SQL: {@code %} for any characters, {@code _} for one, a backslash before either for itself. */
        LIKE,
        /** As {@link #LIKE}, in any case. */
        ILIKE,
        /** Holds the text, as it is. */
        CONTAINS,
        /** Holds the text, as it is, in any case. */
        CONTAINS_IGNORE_CASE,
        /** Begins with the text, as it is. */
        STARTS_WITH,
        /** Ends with the text, as it is. */
        ENDS_WITH,
        /** A regular expression that matches somewhere, in the database's dialect. */
        MATCHES,
        /** Full-text search in the database's words, where it has one; else each word of the text in any case. */
        FULLTEXT
    }

    /** How several values are compared. */
    enum ElementOperator {
        /** Has one or more of the values. */
        OVERLAPS,
        /** Has all of the values. */
        CONTAINS,
        /** Has no other values. */
        CONTAINED
    }

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
