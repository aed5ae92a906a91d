package io.ashlar.query;

import jakarta.data.metamodel.TextAttribute;

/**
 * A computed text: {@code _Account.fullName}. Immutable.
 *
 * @param <T> the model
 */
public sealed interface ReadOnlyText<T> extends ReadOnlyComparable<T, String>, TextAttribute<T> permits TextProperty {

    /** Returns the records whose text is like {@code pattern}; see {@link TextProperty#like}. */
    Filter<T> like(String pattern);

    /** Returns the records whose text is like {@code pattern}, in any case. */
    Filter<T> likeIgnoreCase(String pattern);

    /** Returns the records whose text holds {@code part}, as it is. */
    Filter<T> contains(String part);

    /** Returns the records whose text holds {@code part}, in any case. */
    Filter<T> containsIgnoreCase(String part);

    /** Returns the records whose text begins with {@code start}, as it is. */
    Filter<T> startsWith(String start);

    /** Returns the records whose text ends with {@code end}, as it is. */
    Filter<T> endsWith(String end);

    /** Returns the records in whose text {@code regex} matches somewhere, in the database's dialect. */
    Filter<T> matches(String regex);

    /** Returns the records that full-text search finds by {@code words}; see {@link TextProperty#fulltext}. */
    Filter<T> fulltext(String words);
}
