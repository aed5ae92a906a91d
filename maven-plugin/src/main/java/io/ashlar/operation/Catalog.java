package io.ashlar.operation;

import io.ashlar.database.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a database says about its tables, by name; written so that two databases of a dialect can be compared. */
record Catalog(Map<String, CatalogTable> tables) {

    /**
     * A table.
     *
     * @param columns by name
     * @param names of its constraints and indexes, without those that the database made by itself
     */
    record CatalogTable(Map<String, CatalogColumn> columns, Set<String> names) {}

    /**
     * A column.
     *
     * @param type in the database's words
     * @param defaultValue in the database's words
     */
    record CatalogColumn(
            String type, boolean nullable, @Nullable String defaultValue) {}

    /** Reads the tables of the current schema. */
    static Catalog read(Dialect dialect, Connection connection) throws SQLException {
        Map<String, CatalogTable> tables = new TreeMap<>();
        for (List<String> row : rows(connection, columns(dialect))) {
            tables.computeIfAbsent(row.get(0), name -> new CatalogTable(new TreeMap<>(), new TreeSet<>()))
                    .columns()
                    .put(
                            row.get(1),
                            new CatalogColumn(type(row.get(2)), row.get(3).equals("YES"), value(row.get(4))));
        }
        for (List<String> row : rows(connection, names(dialect))) {
            CatalogTable table = tables.get(row.get(0));
            if (table != null && !row.get(1).equals("PRIMARY")) { // MariaDB names the primary key itself
                table.names().add(row.get(1));
            }
        }
        return new Catalog(tables);
    }

    /** Returns one spelling for what is spelled in several ways. */
    static String type(String text) {
        String type = text.toLowerCase(Locale.ROOT).strip().replaceAll("\\s*,\\s*", ",");
        type = type.replaceFirst("^varchar", "character varying").replaceFirst("^decimal", "numeric");
        type = type.replaceFirst("^int\\b", "integer").replaceFirst(" without time zone$", "");
        type = type.replaceFirst("^(tinyint|smallint|integer|bigint)\\(\\d+\\)$", "$1");
        return type;
    }

    private static @Nullable String value(String text) {
        return text.equals("null") ? null : text;
    }

    private static String columns(Dialect dialect) {
        return switch (dialect) {
            case H2 -> """
                    SELECT table_name, column_name, CASE
                        WHEN data_type = 'CHARACTER VARYING' THEN data_type || '(' || character_maximum_length || ')'
                        WHEN data_type = 'NUMERIC' THEN data_type || '(' || numeric_precision || ',' || numeric_scale || ')'
                        WHEN data_type = 'DECFLOAT' THEN data_type || '(' || numeric_precision || ')'
                        WHEN data_type LIKE 'TIME%' THEN REGEXP_REPLACE(data_type, '^(TIMESTAMP|TIME)', '$1(' || datetime_precision || ')')
                        ELSE data_type END, is_nullable, column_default
                    FROM information_schema.columns WHERE table_schema = CURRENT_SCHEMA""";
            case POSTGRESQL -> """
                    SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                        CASE WHEN a.attnotnull THEN 'NO' ELSE 'YES' END, pg_get_expr(d.adbin, d.adrelid)
                    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
                        AND a.attnum > 0 AND NOT a.attisdropped""";
            case MARIADB -> """
                    SELECT table_name, column_name, column_type, is_nullable, column_default
                    FROM information_schema.columns WHERE table_schema = DATABASE()""";
        };
    }

    private static String names(Dialect dialect) {
        return switch (dialect) {
            case H2 -> """
                    SELECT table_name, index_name FROM information_schema.indexes
                    WHERE table_schema = CURRENT_SCHEMA AND NOT is_generated
                    UNION SELECT table_name, constraint_name FROM information_schema.table_constraints
                    WHERE table_schema = CURRENT_SCHEMA""";
            case POSTGRESQL -> """
                    SELECT c.relname, i.relname FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
                        JOIN pg_class c ON c.oid = x.indrelid WHERE c.relnamespace = current_schema()::regnamespace
                    UNION SELECT c.relname, k.conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
                    WHERE c.relnamespace = current_schema()::regnamespace AND k.contype IN ('p', 'u', 'f', 'c')""";
            case MARIADB -> """
                    SELECT table_name, index_name FROM information_schema.statistics WHERE table_schema = DATABASE()
                    UNION SELECT k.table_name, k.constraint_name FROM information_schema.table_constraints k
                    WHERE k.table_schema = DATABASE() AND NOT (k.constraint_type = 'CHECK' AND EXISTS (
                        SELECT 1 FROM information_schema.columns c WHERE c.table_schema = k.table_schema
                            AND c.table_name = k.table_name AND c.column_name = k.constraint_name))"""; // JSON columns
        };
    }

    private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
