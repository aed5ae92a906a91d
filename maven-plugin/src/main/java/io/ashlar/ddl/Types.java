package io.ashlar.ddl;

import io.ashlar.schema.ColumnType;

/** How one dialect spells types and values. */
interface Types {

    /** Returns the type in SQL. */
    String of(ColumnType type);

    /** Returns what makes a column number its rows, with a space before it. */
    String identity();

    /** Returns text in quotes. */
    String text(String value);

    /** Returns the literal of a default, given in the form of {@code type}. */
    default String literal(ColumnType type, String value) {
        return switch (type.kind()) {
            case BOOLEAN, BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, DECIMAL, BIG_INTEGER, DURATION -> value;
            default -> text(value);
        };
    }

    /** Returns a point in time as the date and time it is in UTC, or the other way round. */
    String utc(String value, ColumnType to);

    /** Returns the condition that a text is, as a whole, as a regular expression says. */
    String matches(String text, String pattern);

    /** Returns a value as text, whatever its type. */
    default String asText(String value) {
        return "cast(" + value + " as varchar(1000))";
    }
}
