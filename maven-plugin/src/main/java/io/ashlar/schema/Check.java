package io.ashlar.schema;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What every row must fulfil.
 *
 * @param columns the columns it speaks of
 */
public record Check(String name, List<String> columns, Condition condition) {

    /** Copies the list. */
    public Check {
        columns = List.copyOf(columns);
    }

    /** What is demanded. */
    public sealed interface Condition {

        /** The column has one of these values, or none. */
        record OneOf(List<String> values) implements Condition {

            /** Copies the list. */
            public OneOf {
                values = List.copyOf(values);
            }
        }

        /** SQL as the user wrote it, with the names of columns bare. */
        record Sql(String text) implements Condition {

            private static final Pattern TOKENS =
                    Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|`[^`]*`|[\\p{L}_][\\p{L}\\p{N}_$]*");

            /** Returns the text with each word as {@code change} makes it; literals and quoted names stay. */
            public String withWords(UnaryOperator<String> change) {
                Matcher tokens = TOKENS.matcher(text);
                StringBuilder changed = new StringBuilder();
                while (tokens.find()) {
                    String token = tokens.group();
                    boolean word = "'\"`".indexOf(token.charAt(0)) < 0;
                    tokens.appendReplacement(changed, Matcher.quoteReplacement(word ? change.apply(token) : token));
                }
                return tokens.appendTail(changed).toString();
            }
        }
    }
}
