package io.ashlar.pull;

import io.ashlar.database.Dialect;
import io.ashlar.schema.ColumnType;
import io.ashlar.schema.DefaultText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Constants in SQL. */
final class Literal {

    private static final Pattern CONSTANT = Pattern.compile(
            "\\(?(?:'((?:[^']|'')*)'|(-?[0-9.]+(?:E-?[0-9]+)?|true|false))\\)?(?:::[a-z ]+(?:\\(.*\\))?)?",
            Pattern.CASE_INSENSITIVE);

    private Literal() {}

    /** Returns a default's value in the form of {@code type}; empty where it is no constant, or not of the type. */
    static Optional<String> value(Dialect dialect, ColumnType type, String sql) {
        return text(dialect, sql)
                .map(text -> type.kind() == ColumnType.Kind.BOOLEAN ? bool(text) : text)
                .flatMap(text -> DefaultText.canonical(type, String.class, text));
    }

    /** Returns what a constant says; empty where it is something else. */
    static Optional<String> text(Dialect dialect, String sql) {
        Matcher constant = CONSTANT.matcher(sql);
        if (!constant.matches() || (dialect == Dialect.MARIADB && sql.indexOf('\\') >= 0)) {
            return Optional.empty();
        }
        return Optional.of(
                constant.group(1) == null
                        ? constant.group(2)
                        : constant.group(1).replace("''", "'"));
    }

    private static String bool(String text) {
        return switch (text) {
            case "1" -> "true";
            case "0" -> "false";
            default -> text.toLowerCase(Locale.ROOT);
        };
    }
}
