package io.ashlar.schema;

import org.jspecify.annotations.Nullable;

/**
 * One column.
 *
 * @param defaultValue as text in the form of the type, not SQL: {@code 0}, {@code true}, {@code DRAFT}; null for none
 * @param identity whether the database numbers the rows
 * @param comment null for none
 * @param computed what the database computes it from; null where values are written
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        @Nullable String defaultValue,
        boolean identity,
        @Nullable String comment,
        @Nullable Expression computed) {

    /** A column whose values are written. */
    public Column(
            String name,
            ColumnType type,
            boolean nullable,
            @Nullable String defaultValue,
            boolean identity,
            @Nullable String comment) {
        this(name, type, nullable, defaultValue, identity, comment, null);
    }

    /** A column without default, number or comment. */
    public Column(String name, ColumnType type, boolean nullable) {
        this(name, type, nullable, null, false, null);
    }
}
