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

    /** The same column under another name. */
    public Column withName(String other) {
        return new Column(other, type, nullable, defaultValue, identity, comment, computed);
    }

    /** The same column of another type. */
    public Column withType(ColumnType other) {
        return new Column(name, other, nullable, defaultValue, identity, comment, computed);
    }

    /** The same column, optional or required. */
    public Column withNullable(boolean optional) {
        return new Column(name, type, optional, defaultValue, identity, comment, computed);
    }

    /** The same column with another default; null for none. */
    public Column withDefault(@Nullable String other) {
        return new Column(name, type, nullable, other, identity, comment, computed);
    }

    /** The same column, numbered by the database or not. */
    public Column withIdentity(boolean numbered) {
        return new Column(name, type, nullable, defaultValue, numbered, comment, computed);
    }

    /** The same column with another comment; null for none. */
    public Column withComment(@Nullable String other) {
        return new Column(name, type, nullable, defaultValue, identity, other, computed);
    }

    /** The same column, computed otherwise; null for not at all. */
    public Column withComputed(@Nullable Expression other) {
        return new Column(name, type, nullable, defaultValue, identity, comment, other);
    }
}
