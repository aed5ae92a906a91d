package io.ashlar.schema;

import io.ashlar.schema.Check.Condition.OneOf;
import io.ashlar.schema.ColumnType.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds schemas for tests: {@code schema(table("post", id(), varchar("title", 80)))}. */
public final class Schemas {

    private Schemas() {}

    public static Schema schema(Table... tables) {
        return new Schema(List.of(), List.of(tables));
    }

    /** A table whose key is its first column. */
    public static Table table(String name, Column... columns) {
        var key = new PrimaryKey("pk_" + name, List.of(columns[0].name()));
        return new Table(name, List.of(columns), key, List.of(), List.of(), List.of(), List.of(), null);
    }

    public static Column id() {
        return new Column("id", ColumnType.varchar(255), false);
    }

    public static Column varchar(String name, int length) {
        return new Column(name, ColumnType.varchar(length), true);
    }

    public static Column optional(String name, Kind kind) {
        return new Column(name, ColumnType.of(kind), true);
    }

    public static Column required(Column column) {
        return new Column(
                column.name(), column.type(), false, column.defaultValue(), column.identity(), column.comment());
    }

    public static Column withDefault(Column column, String value) {
        return new Column(column.name(), column.type(), column.nullable(), value, column.identity(), column.comment());
    }

    public static Column comment(Column column, String comment) {
        return new Column(
                column.name(), column.type(), column.nullable(), column.defaultValue(), column.identity(), comment);
    }

    public static Table unique(Table table, boolean liveOnly, String... columns) {
        var uniques = new ArrayList<>(table.uniques());
        uniques.add(new Unique(Names.unique(table.name(), List.of(columns)), List.of(columns), liveOnly));
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                uniques,
                table.indexes(),
                table.checks(),
                table.foreignKeys(),
                table.comment());
    }

    public static Table index(Table table, boolean liveOnly, String... columns) {
        var indexes = new ArrayList<>(table.indexes());
        var parts = Arrays.stream(columns)
                .map(column -> column.endsWith(" desc")
                        ? new Index.Part(column.substring(0, column.length() - 5), true)
                        : new Index.Part(column, false))
                .toList();
        var names = parts.stream().map(Index.Part::column).toList();
        indexes.add(new Index(Names.index(table.name(), names), parts, liveOnly));
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.uniques(),
                indexes,
                table.checks(),
                table.foreignKeys(),
                table.comment());
    }

    public static Table oneOf(Table table, String column, String... values) {
        return check(table, column, new OneOf(List.of(values)));
    }

    public static Table check(Table table, String column, Check.Condition condition) {
        var checks = new ArrayList<>(table.checks());
        checks.add(new Check(Names.check(table.name(), List.of(column)), List.of(column), condition));
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.uniques(),
                table.indexes(),
                checks,
                table.foreignKeys(),
                table.comment());
    }

    public static Table reference(Table table, String column, String target) {
        var keys = new ArrayList<>(table.foreignKeys());
        keys.add(new ForeignKey(
                Names.foreignKey(table.name(), List.of(column)),
                List.of(column),
                target,
                List.of("id"),
                ForeignKey.Action.NO_ACTION));
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.uniques(),
                table.indexes(),
                table.checks(),
                keys,
                table.comment());
    }

    public static Table comment(Table table, String comment) {
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.uniques(),
                table.indexes(),
                table.checks(),
                table.foreignKeys(),
                comment);
    }

    /** The same table with another key; no columns for none. */
    public static Table key(Table table, String... columns) {
        var key = columns.length == 0 ? null : new PrimaryKey("pk_" + table.name(), List.of(columns));
        return new Table(
                table.name(),
                table.columns(),
                key,
                table.uniques(),
                table.indexes(),
                table.checks(),
                table.foreignKeys(),
                table.comment());
    }

    /** The same table whose foreign keys take its rows along. */
    public static Table cascading(Table table) {
        var keys = table.foreignKeys().stream()
                .map(key -> new ForeignKey(
                        key.name(), key.columns(), key.targetTable(), key.targetColumns(), ForeignKey.Action.CASCADE))
                .toList();
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.uniques(),
                table.indexes(),
                table.checks(),
                keys,
                table.comment());
    }

    public static Column column(String name, ColumnType type) {
        return new Column(name, type, true);
    }

    /** A relation as models have it: with its index. */
    public static Table relation(Table table, String column, String target) {
        return reference(index(table, false, column), column, target);
    }

    /** The same index under a name of its own. */
    public static Table indexNamed(Table table, String name, String... columns) {
        var indexed = index(table, false, columns);
        var indexes = indexed.indexes().stream()
                .map(index -> table.indexes().contains(index) ? index : new Index(name, index.columns(), false))
                .toList();
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.uniques(),
                indexes,
                table.checks(),
                table.foreignKeys(),
                table.comment());
    }
}
