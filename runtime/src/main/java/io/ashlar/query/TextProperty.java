package io.ashlar.query;

import jakarta.data.Sort;

/**
 * An attribute that holds text. Its order, and so what is greater, is the database's collation. Immutable.
 *
 * @param <T> the model
 */
public final class TextProperty<T> extends ComparableProperty<T, String> implements ReadOnlyText<T> {

    /** Names the attribute {@code name} of {@code model}. Called by generated code. */
    public TextProperty(Class<T> model, String name) {
        super(model, name);
    }

    /**
     * Returns the records whose text is like {@code pattern}: {@code %} stands for any characters, {@code _} for one, and a
     * backslash before either for itself.
     */
    @Override
    public Filter<T> like(String pattern) {
        return text(Filter.TextOperator.LIKE, pattern);
    }

    /** Returns the records whose text is like {@code pattern}, in any case; see {@link #like}. */
    @Override
    public Filter<T> likeIgnoreCase(String pattern) {
        return text(Filter.TextOperator.ILIKE, pattern);
    }

    /** Returns the records whose text holds {@code part}, as it is: {@code %} and {@code _} stand for themselves. */
    @Override
    public Filter<T> contains(String part) {
        return text(Filter.TextOperator.CONTAINS, part);
    }

    /** Returns the records whose text holds {@code part} in any case; {@code %} and {@code _} stand for themselves. */
    @Override
    public Filter<T> containsIgnoreCase(String part) {
        return text(Filter.TextOperator.CONTAINS_IGNORE_CASE, part);
    }

    /** Returns the records whose text begins with {@code start}, as it is. */
    @Override
    public Filter<T> startsWith(String start) {
        return text(Filter.TextOperator.STARTS_WITH, start);
    }

    /** Returns the records whose text ends with {@code end}, as it is. */
    @Override
    public Filter<T> endsWith(String end) {
        return text(Filter.TextOperator.ENDS_WITH, end);
    }

    /** Returns the records in whose text {@code regex}, in the database's own dialect, matches somewhere. */
    @Override
    public Filter<T> matches(String regex) {
        return text(Filter.TextOperator.MATCHES, regex);
    }

    /**
     * Returns the records whose text has all words of {@code words}. PostgreSQL stems none of them and knows no stop words
     * (configuration {@code simple}); the others look for each word in any case.
     */
    @Override
    public Filter<T> fulltext(String words) {
        return text(Filter.TextOperator.FULLTEXT, words);
    }

    /** Returns ascending order of the lower-case text. */
    @Override
    public Sort<T> ascIgnoreCase() {
        return Sort.ascIgnoreCase(name());
    }

    /** Returns descending order of the lower-case text. */
    @Override
    public Sort<T> descIgnoreCase() {
        return Sort.descIgnoreCase(name());
    }

    private Filter<T> text(Filter.TextOperator operator, String text) {
        return new Filter.Text<>(name(), operator, Values.given(toString(), text));
    }
}
