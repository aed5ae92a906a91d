package io.ashlar.internal.sql;

import io.ashlar.internal.model.Basic;
import io.ashlar.query.Filter;
import java.util.List;

/** Writes conditions over texts: patterns, parts of them, and the search over all searchable attributes. For one thread. */
final class TextConditions {

    private final Sql sql;
    private final SqlDialect dialect;

    TextConditions(Sql sql, SqlDialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    /** Adds that an attribute matches a text or pattern. */
    void add(From from, Filter.Text<?> text) {
        if (!(from.entity().attribute(text.attribute()) instanceof Basic basic) || !isText(basic)) {
            throw new IllegalArgumentException(from.entity().name() + "." + text.attribute()
                    + " is no text, and cannot be compared with a pattern");
        }
        String column = from.column(basic.column());
        String given = text.text();
        switch (text.operator()) {
            case LIKE -> like(column, checkedPattern(given));
            case ILIKE -> dialect.likeIgnoreCase(sql, column, checkedPattern(given));
            case CONTAINS -> like(column, "%" + SqlDialect.escaped(given) + "%");
            case CONTAINS_IGNORE_CASE -> dialect.likeIgnoreCase(sql, column, "%" + SqlDialect.escaped(given) + "%");
            case STARTS_WITH -> like(column, SqlDialect.escaped(given) + "%");
            case ENDS_WITH -> like(column, "%" + SqlDialect.escaped(given));
            case MATCHES -> dialect.matches(sql, column, given);
            case FULLTEXT -> {
                if (given.isBlank()) {
                    throw new IllegalArgumentException(
                            from.entity().name() + "." + text.attribute() + " - the text to search for is blank");
                }
                dialect.fulltext(sql, column, given);
            }
        }
    }

    private void like(String column, String pattern) {
        sql.add(column).add(" like ").text(pattern);
    }

    /** A backslash at the end would escape nothing, which the databases take each in its own way. */
    private static String checkedPattern(String pattern) {
        int backslashes = 0;
        while (backslashes < pattern.length() && pattern.charAt(pattern.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        if (backslashes % 2 == 1) {
            throw new IllegalArgumentException(
                    "the pattern ends with a backslash that stands before nothing: write two");
        }
        return pattern;
    }

    private static boolean isText(Basic basic) {
        return switch (basic.binding().storage().kind()) {
            case VARCHAR, TEXT, CHAR -> true;
            default -> false;
        };
    }

    /** Adds that one of the searchable attributes contains {@code text}, whichever case it is in. */
    void search(From from, String text) {
        List<Basic> searchable = from.entity().byPath().values().stream()
                .filter(Basic.class::isInstance)
                .map(Basic.class::cast)
                .filter(basic -> basic.traits().searchable())
                .toList();
        if (searchable.isEmpty()) {
            throw new IllegalArgumentException(
                    from.entity().name() + " has no attribute to search in: annotate text attributes with @Searchable");
        }
        String pattern = "%" + SqlDialect.escaped(text) + "%";
        sql.add("(");
        for (int i = 0; i < searchable.size(); i++) {
            sql.add(i == 0 ? "" : " or ");
            dialect.likeIgnoreCase(sql, from.column(searchable.get(i).column()), pattern);
        }
        sql.add(")");
    }
}
