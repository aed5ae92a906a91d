package io.ashlar.internal.failure;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a database refused a statement. The kind comes from its codes; columns and value from its words, where they are
 * English and have the form we know.
 *
 * @param columns empty where the database does not tell
 * @param value as the database writes it; null where it does not tell
 * @param table the other table of a foreign key; empty where the database does not tell
 * @param constraint of MariaDB's duplicates, which name no column; else empty
 */
record Refusal(Kind kind, List<String> columns, @Nullable String value, String table, String constraint) {

    private static final Pattern POSTGRESQL_KEY = Pattern.compile(
            "Key \\((.+?)\\)=\\((.*?)\\) (?:already|is )(?:.*from table \"([^\"]+)\")?", Pattern.DOTALL);
    private static final Pattern POSTGRESQL_NULL = Pattern.compile("null value in column \"([^\"]+)\"");
    private static final Pattern H2_DUPLICATE =
            Pattern.compile(" ON [^(]+\\((.+?)\\) VALUES \\( (?:/\\*.*?\\*/ )?(.*?) ?\\)\"", Pattern.DOTALL);
    private static final Pattern H2_NULL = Pattern.compile("NULL not allowed for column \"([^\"]+)\"");
    private static final Pattern H2_REFERENCE = Pattern.compile(
            ": (?:\\S+\\.)?(\\S+) FOREIGN KEY\\((.+?)\\) REFERENCES [^(]+\\(.+?\\)(?: \\((.*?)\\))?", Pattern.DOTALL);
    private static final Pattern MARIADB_DUPLICATE =
            Pattern.compile("Duplicate entry '(.*)' for key '([^']+)'", Pattern.DOTALL);
    private static final Pattern MARIADB_NULL = Pattern.compile("(?:Column|Field) '([^']+)' (?:cannot|doesn't)");
    private static final Pattern MARIADB_REFERENCE =
            Pattern.compile("`([^`]+)`, CONSTRAINT .*?FOREIGN KEY \\((.+?)\\)");

    private static final Pattern MARIADB_COLUMN = Pattern.compile("for column (?:\\S+\\.)?[`']([^`']+)[`'] at row");
    private static final Pattern H2_LONG = Pattern.compile("Value too long for column \"(\\S+|\"[^\"]+\") ");
    private static final Pattern POSTGRESQL_CHECK = Pattern.compile("violates check constraint \"([^\"]+)\"");
    private static final Pattern H2_CHECK =
            Pattern.compile("Check constraint (?:violation|invalid): \"(?:[^\"]*\\.)?([^\":]+)");
    private static final Pattern MARIADB_CHECK = Pattern.compile("CONSTRAINT `([^`]+)` failed");

    enum Kind {
        DUPLICATE,
        REQUIRED,
        NO_PARENT,
        HAS_CHILDREN,
        TOO_LONG,
        NOT_ALLOWED,
        NO_TABLE,
        OTHER
    }

    /** Returns what the exception, or for a batch the first that tells, says. */
    static Refusal of(SQLException sql) {
        SQLException telling = sql;
        for (SQLException each = sql; each != null; each = each.getNextException()) {
            telling = each;
        }
        String message = String.valueOf(telling.getMessage());
        Kind kind = kind(telling, message);
        return switch (kind) {
            case DUPLICATE -> duplicate(message);
            case REQUIRED ->
                first(message, POSTGRESQL_NULL, H2_NULL, MARIADB_NULL)
                        .map(found -> new Refusal(kind, List.of(found.group(1)), null, "", ""))
                        .orElse(nothing(kind));
            case NO_PARENT, HAS_CHILDREN -> reference(kind, message);
            case TOO_LONG ->
                first(message, MARIADB_COLUMN, H2_LONG)
                        .map(found -> new Refusal(kind, List.of(name(found.group(1))), null, "", ""))
                        .orElse(nothing(kind));
            case NOT_ALLOWED ->
                first(message, POSTGRESQL_CHECK, H2_CHECK, MARIADB_CHECK)
                        .map(found -> new Refusal(kind, List.of(), null, "", name(found.group(1))))
                        .orElse(nothing(kind));
            default -> nothing(kind);
        };
    }

    private static Kind kind(SQLException sql, String message) {
        String state = String.valueOf(sql.getSQLState());
        return switch (state) {
            case "23505" -> Kind.DUPLICATE;
            case "23502" -> Kind.REQUIRED;
            case "23506" -> Kind.NO_PARENT;
            case "23503" -> message.contains("is not present in table") ? Kind.NO_PARENT : Kind.HAS_CHILDREN;
            case "22001", "22003" -> Kind.TOO_LONG;
            case "23514", "23513" -> Kind.NOT_ALLOWED;
            case "42P01", "42703", "42S02", "42S03", "42S04", "42S22" -> Kind.NO_TABLE;
            default ->
                switch (sql.getErrorCode()) {
                    case 1062 -> Kind.DUPLICATE;
                    case 1048, 1364 -> Kind.REQUIRED;
                    case 1452 -> Kind.NO_PARENT;
                    case 1451 -> Kind.HAS_CHILDREN;
                    case 1406, 1264 -> Kind.TOO_LONG;
                    case 4025 -> Kind.NOT_ALLOWED;
                    default -> Kind.OTHER;
                };
        };
    }

    /** Returns MariaDB's value, which dashes join, in the form of the others, without that of a guard. */
    Refusal readable(int columns, boolean guarded) {
        if (value == null || kind != Kind.DUPLICATE) {
            return this;
        }
        String own = guarded && value.endsWith("-1") ? value.substring(0, value.length() - 2) : value;
        String[] parts = own.split("-", -1);
        boolean clear = parts.length == columns; // else a dash is part of a value
        String shown = clear ? String.join(", ", parts) : own;
        if (columns == 2 && !clear) { // the last is a number, more often than not
            int last = own.lastIndexOf('-');
            shown = own.substring(0, last) + ", " + own.substring(last + 1);
        }
        return new Refusal(kind, this.columns, shown, table, constraint);
    }

    private static Refusal duplicate(String message) {
        return first(message, MARIADB_DUPLICATE)
                .map(found -> new Refusal(Kind.DUPLICATE, List.of(), found.group(1), "", found.group(2)))
                .or(() -> first(message, POSTGRESQL_KEY, H2_DUPLICATE)
                        .map(found -> duplicate(columns(found.group(1)), found.group(2))))
                .orElse(nothing(Kind.DUPLICATE));
    }

    private static final String GUARD = ", CAST(1 AS TINYINT)";

    /** The guard of a constraint that leaves records out is nobody's attribute; H2 names it last. */
    private static Refusal duplicate(List<String> columns, String value) {
        boolean guarded = columns.size() > 1 && value.endsWith(GUARD);
        return new Refusal(
                Kind.DUPLICATE,
                guarded ? columns.subList(0, columns.size() - 1) : columns,
                literals(guarded ? value.substring(0, value.length() - GUARD.length()) : value),
                "",
                "");
    }

    /** Takes the quotes off each of several values of H2's. */
    private static @Nullable String literals(String values) {
        return values.matches("(?s)'(?:[^']|'')*'(?:, .*)?") && values.contains(", ")
                ? Arrays.stream(values.split(", (?=(?:[^']*'[^']*')*[^']*$)", -1))
                        .map(Refusal::unquoted)
                        .collect(java.util.stream.Collectors.joining(", "))
                : unquoted(values);
    }

    private static Refusal reference(Kind kind, String message) {
        return first(message, POSTGRESQL_KEY)
                .map(found -> new Refusal(kind, columns(found.group(1)), found.group(2), orEmpty(found.group(3)), ""))
                .or(() -> first(message, H2_REFERENCE)
                        .map(found -> new Refusal(
                                kind, columns(found.group(2)), unquoted(found.group(3)), name(found.group(1)), "")))
                .or(() -> first(message, MARIADB_REFERENCE)
                        .map(found -> new Refusal(kind, columns(found.group(2)), null, found.group(1), "")))
                .orElse(nothing(kind));
    }

    private static Refusal nothing(Kind kind) {
        return new Refusal(kind, List.of(), null, "", "");
    }

    private static Optional<MatchResult> first(String message, Pattern... patterns) {
        return Arrays.stream(patterns)
                .map(pattern -> pattern.matcher(message))
                .filter(Matcher::find)
                .map(Matcher::toMatchResult)
                .findFirst();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<String> columns(String list) {
        return Arrays.stream(list.split(",")).map(Refusal::name).toList();
    }

    private static String name(String quoted) {
        return quoted.strip().replaceAll(" NULLS (FIRST|LAST)$", "").replaceAll("[\"`]", "");
    }

    private static @Nullable String unquoted(@Nullable String given) {
        String literal = given == null
                ? null
                : given.replaceFirst("(?s)^CAST\\((.*?)(?: AS [A-Z0-9 ]+\\)?)?$", "$1")
                        .replaceFirst(" AS [A-Z0-9 ]+$", "");
        return literal != null && literal.matches("(?s)'.*'")
                ? literal.substring(1, literal.length() - 1).replace("''", "'")
                : literal;
    }
}
