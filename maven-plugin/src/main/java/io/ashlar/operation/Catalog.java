package io.ashlar.operation;

import io.ashlar.database.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a database says about its tables, by name and in its own words, so that two of one kind of server can be compared.
 *
 * @param sequences how far apart the numbers of each are
 */
public record Catalog(Map<String, CatalogTable> tables, Map<String, String> sequences) {

    /**
     * A table.
     *
     * @param columns by name
     * @param definitions of its constraints and indexes by name, without those that the database made by itself
     */
    public record CatalogTable(
            Map<String, CatalogColumn> columns,
            Map<String, String> definitions,
            @Nullable String comment) {

        CatalogTable(@Nullable String comment) {
            this(new TreeMap<>(), new TreeMap<>(), comment);
        }
    }

    /** A column; type, default and what it is computed from are SQL. */
    public record CatalogColumn(
            String type,
            boolean nullable,
            @Nullable String defaultValue,
            @Nullable String computed,
            boolean identity,
            @Nullable String comment) {}

    /** Reads the tables of the current schema. */
    public static Catalog read(Dialect dialect, Connection connection) throws SQLException {
        return switch (dialect) {
            case H2 -> H2Catalog.read(connection);
            case POSTGRESQL -> PostgresqlCatalog.read(connection, "current_schema()::regnamespace");
            case MARIADB -> MariadbCatalog.read(connection);
        };
    }

    /** Returns one spelling for what is spelled in several ways. */
    static String type(String text) {
        String type = text.toLowerCase(Locale.ROOT).strip().replaceAll("\\s*,\\s*", ",");
        type = type.replaceFirst("^varchar", "character varying").replaceFirst("^decimal", "numeric");
        type = type.replaceFirst("^int\\b", "integer").replaceFirst(" without time zone$", "");
        return type.replaceFirst("^(tinyint|smallint|integer|bigint)\\(\\d+\\)$", "$1");
    }

    /** Returns what a query gives; an empty text counts as none. */
    static List<List<@Nullable String>> rows(Connection connection, String sql) throws SQLException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    String value = found.getString(i);
                    row.add(value == null || value.isEmpty() ? null : value);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /**
     * Puts together what queries give.
     *
     * @param tables name, comment
     * @param columns table, name, type, YES where optional, default, computed from, YES where numbered, comment
     * @param definitions table, name, definition
     * @param sequences name, increment
     */
    static Catalog of(
            List<List<@Nullable String>> tables,
            List<List<@Nullable String>> columns,
            List<List<@Nullable String>> definitions,
            List<List<@Nullable String>> sequences) {
        Map<String, CatalogTable> read = new TreeMap<>();
        tables.forEach(row -> read.put(text(row, 0), new CatalogTable(row.get(1))));
        for (List<@Nullable String> row : columns) {
            CatalogTable table = read.get(text(row, 0));
            if (table != null) {
                table.columns()
                        .put(
                                text(row, 1),
                                new CatalogColumn(
                                        type(text(row, 2)),
                                        "YES".equals(row.get(3)),
                                        row.get(4),
                                        row.get(5),
                                        "YES".equals(row.get(6)),
                                        row.get(7)));
            }
        }
        for (List<@Nullable String> row : definitions) {
            CatalogTable table = read.get(text(row, 0));
            if (table != null) {
                table.definitions().put(text(row, 1), text(row, 2).replaceAll("\\s*\\R\\s*", " "));
            }
        }
        Map<String, String> steps = new TreeMap<>();
        sequences.forEach(row -> steps.put(text(row, 0), text(row, 1)));
        return new Catalog(read, steps);
    }

    private static String text(List<@Nullable String> row, int column) {
        return String.valueOf(row.get(column));
    }
}
