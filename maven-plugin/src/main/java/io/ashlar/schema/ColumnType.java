package io.ashlar.schema;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of a column, one for all dialects. Its text, such as {@code varchar(255)}, is what the snapshot holds.
 *
 * @param size characters of a VARCHAR, digits of a DECIMAL; 0 where the kind has none or leaves it open
 * @param scale digits of a DECIMAL after the point
 */
public record ColumnType(Kind kind, int size, int scale) {

    private static final Pattern TEXT = Pattern.compile("([a-z_]+)(?:\\((\\d{1,9})(?:,(\\d{1,9}))?\\))?");

    /** A type without size. */
    public static ColumnType of(Kind kind) {
        return new ColumnType(kind, 0, 0);
    }

    /** Text of up to {@code length} characters. */
    public static ColumnType varchar(int length) {
        return new ColumnType(Kind.VARCHAR, length, 0);
    }

    /** A decimal number of {@code precision} digits, {@code scale} of them after the point. */
    public static ColumnType decimal(int precision, int scale) {
        return new ColumnType(Kind.DECIMAL, precision, scale);
    }

    /** Reads what {@link #toString} wrote; empty where it is no type. */
    public static Optional<ColumnType> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        for (Kind kind : Kind.values()) {
            if (kind.text().equals(matcher.group(1))) {
                ColumnType type = new ColumnType(kind, number(matcher, 2), number(matcher, 3));
                return type.toString().equals(text) ? Optional.of(type) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }

    /** Returns whether a database can index it as a whole. */
    public boolean indexable() {
        return kind != Kind.TEXT && kind != Kind.BINARY && kind != Kind.JSON;
    }

    @Override
    public String toString() {
        if (size == 0) {
            return kind.text();
        }
        return kind.text() + "(" + size + (kind == Kind.DECIMAL ? "," + scale : "") + ")";
    }

    /** What is stored; how each dialect spells it is the business of {@code ddl}. */
    public enum Kind {
        BOOLEAN,
        BYTE,
        SHORT,
        INT,
        LONG,
        FLOAT,
        DOUBLE,
        /** Exact decimal; without size as wide as the database can. */
        DECIMAL,
        BIG_INTEGER,
        CHAR,
        VARCHAR,
        TEXT,
        BINARY,
        UUID,
        /** A point in time; also of a date with an offset, which is stored in UTC. */
        INSTANT,
        LOCAL_DATE,
        LOCAL_TIME,
        LOCAL_DATE_TIME,
        /** Seconds, with nanoseconds after the point. */
        DURATION,
        JSON;

        private String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
