package io.ashlar.operation;

import io.ashlar.database.Dialect;
import io.ashlar.ddl.Ddl;
import io.ashlar.diff.SchemaChange.AddColumn;
import io.ashlar.operation.Catalog.CatalogColumn;
import io.ashlar.operation.Catalog.CatalogTable;
import io.ashlar.schema.Column;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Table;
import io.ashlar.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares the tables that a module should have with those that a database has; other tables are none of its business. */
final class Drift {

    private static final Pattern TYPE =
            Pattern.compile("add column\\s+[\"`]c[\"`]\\s+([^;]+?)(?: collate .*)?;.*", Pattern.DOTALL);

    private final Dialect dialect;
    private final List<String> differences = new ArrayList<>();

    private Drift(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Returns what differs, a sentence each; none where the two agree. */
    static List<String> between(Dialect dialect, Schema expected, Catalog actual) {
        Drift drift = new Drift(dialect);
        expected.tables().forEach(table -> drift.compare(table, actual.tables().get(table.name())));
        return drift.differences;
    }

    private void compare(Table expected, @Nullable CatalogTable actual) {
        if (actual == null) {
            differences.add("the table " + expected.name() + " is missing");
            return;
        }
        Set<String> unknown = new TreeSet<>(actual.columns().keySet());
        for (Column column : expected.columns()) {
            unknown.remove(column.name());
            compare(expected.name() + "." + column.name(), column, actual.columns());
        }
        expected.uniques().stream().filter(Unique::partial).map(Unique::name).forEach(unknown::remove); // guards
        unknown.forEach(
                column -> differences.add("the column " + expected.name() + "." + column + " is in the database only"));
        compareNames(expected, actual.names());
    }

    private void compare(String name, Column expected, Map<String, CatalogColumn> actual) {
        CatalogColumn column = actual.get(expected.name());
        if (column == null) {
            differences.add("the column " + name + " is missing");
            return;
        }
        String type = type(expected);
        if (!column.type().equals(type)) {
            differences.add("the column " + name + " is of type " + column.type() + ", not " + type);
        }
        if (column.nullable() != expected.nullable()) {
            differences.add("the column " + name + " is " + (column.nullable() ? "optional" : "required") + ", not "
                    + (expected.nullable() ? "optional" : "required"));
        }
    }

    private void compareNames(Table expected, Set<String> actual) {
        Set<String> names = new TreeSet<>();
        if (expected.primaryKey() != null && dialect != Dialect.MARIADB) {
            names.add(expected.primaryKey().name());
        }
        expected.uniques().forEach(unique -> names.add(unique.name()));
        Set<String> perhaps = new TreeSet<>(); // what serves searches is there where the database has it
        expected.indexes().forEach(index -> (index.search() ? perhaps : names).add(index.name()));
        expected.checks().forEach(check -> names.add(check.name()));
        expected.foreignKeys().forEach(key -> names.add(key.name()));
        names.stream()
                .filter(name -> !actual.contains(name))
                .forEach(name ->
                        differences.add("the index or constraint " + name + " of " + expected.name() + " is missing"));
        actual.stream()
                .filter(name -> !names.contains(name) && !perhaps.contains(name))
                .forEach(name -> differences.add(
                        "the index or constraint " + name + " of " + expected.name() + " is in the database only"));
    }

    /** Returns the type as the database would call it, from the SQL that would create it. */
    private String type(Column column) {
        String sql = Ddl.of(dialect).addColumn(new AddColumn("t", new Column("c", column.type(), true)));
        Matcher matcher = TYPE.matcher(sql);
        if (!matcher.find()) {
            throw new IllegalStateException(sql);
        }
        String type = Catalog.type(matcher.group(1));
        if (dialect == Dialect.MARIADB) { // names that stand for other types there
            return type.equals("boolean") ? "tinyint" : type.equals("json") ? "longtext" : type;
        }
        return type;
    }
}
