package io.ashlar.ddl;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SQL of a check as the user wrote it: names of columns stand bare, and literals stay as they are. */
record CheckText(String text) {

    private static final Pattern TOKENS =
            Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|`[^`]*`|[\\p{L}_][\\p{L}\\p{N}_$]*");

    /** Returns the text with each of {@code columns} quoted, so that no database folds its case. */
    String quoting(List<String> columns, UnaryOperator<String> quote) {
        Matcher tokens = TOKENS.matcher(text);
        StringBuilder quoted = new StringBuilder();
        while (tokens.find()) {
            String token = tokens.group();
            String replacement = columns.contains(token) ? quote.apply(token) : token;
            tokens.appendReplacement(quoted, Matcher.quoteReplacement(replacement));
        }
        return tokens.appendTail(quoted).toString();
    }
}
