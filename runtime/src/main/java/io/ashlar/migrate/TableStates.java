package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells whether a statement has changed what it names: tables, views, indexes, sequences.
 *
 * <p>For databases that keep each definition at once: there a process that was killed cannot say what it had done.
 */
final class TableStates {

    /** The catalog's tables, and those of their columns that may hold a name from the statement. */
    private static final Map<String, List<String>> H2 = tables(
            "TABLES:TABLE_NAME",
            "COLUMNS:TABLE_NAME",
            "VIEWS:TABLE_NAME",
            "INDEXES:TABLE_NAME,INDEX_NAME",
            "INDEX_COLUMNS:TABLE_NAME,INDEX_NAME",
            "TABLE_CONSTRAINTS:TABLE_NAME,CONSTRAINT_NAME",
            "KEY_COLUMN_USAGE:TABLE_NAME,CONSTRAINT_NAME",
            "CHECK_CONSTRAINTS:CONSTRAINT_NAME",
            "REFERENTIAL_CONSTRAINTS:CONSTRAINT_NAME",
            "SEQUENCES:SEQUENCE_NAME");

    private static final Map<String, List<String>> MARIADB = tables(
            "TABLES:TABLE_NAME",
            "COLUMNS:TABLE_NAME",
            "VIEWS:TABLE_NAME",
            "STATISTICS:TABLE_NAME",
            "TABLE_CONSTRAINTS:TABLE_NAME",
            "KEY_COLUMN_USAGE:TABLE_NAME",
            "CHECK_CONSTRAINTS:TABLE_NAME",
            "REFERENTIAL_CONSTRAINTS:TABLE_NAME");

    /** What changes with the rows, or by itself. */
    private static final Set<String> RESTLESS = Set.of(
            "TABLE_ROWS",
            "AVG_ROW_LENGTH",
            "DATA_LENGTH",
            "INDEX_LENGTH",
            "DATA_FREE",
            "AUTO_INCREMENT",
            "CREATE_TIME",
            "UPDATE_TIME",
            "CHECK_TIME",
            "CHECKSUM",
            "CARDINALITY",
            "ROW_COUNT_ESTIMATE",
            "LAST_MODIFICATION",
            "IDENTITY_BASE",
            "SELECTIVITY",
            "BASE_VALUE");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

    private final Dialect dialect;
    private final Connection connection;

    TableStates(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    /** Returns a fingerprint of all that {@code sql} could be naming. */
    String of(String sql) throws SQLException {
        var names = new TreeSet<String>();
        WORD.matcher(sql).results().forEach(word -> names.add(word.group().toUpperCase(Locale.ROOT)));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var table : (dialect == Dialect.MARIADB ? MARIADB : H2).entrySet()) {
                update(digest, table.getKey(), table.getValue(), List.copyOf(names));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void update(MessageDigest digest, String table, List<String> columns, List<String> names)
            throws SQLException {
        var marks = names.stream().map(name -> "?").collect(Collectors.joining(", "));
        var anyOf = columns.stream()
                .map(column -> "UPPER(" + column + ") IN (" + marks + ")")
                .collect(Collectors.joining(" OR "));
        try (var query = connection.prepareStatement("SELECT * FROM INFORMATION_SCHEMA." + table + " WHERE "
                + schemaColumn(table) + " = " + (dialect == Dialect.MARIADB ? "DATABASE()" : "CURRENT_SCHEMA")
                + " AND (" + anyOf + ")")) {
            for (int i = 0; i < columns.size() * names.size(); i++) {
                query.setString(i + 1, names.get(i % names.size()));
            }
            var rows = new TreeSet<String>();
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
            digest.update((table + rows).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String row(ResultSet found) throws SQLException {
        var row = new StringBuilder();
        var columns = found.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (!RESTLESS.contains(columns.getColumnLabel(i).toUpperCase(Locale.ROOT))) {
                row.append(found.getString(i)).append('\u0000');
            }
        }
        return row.toString();
    }

    private static String schemaColumn(String table) {
        return switch (table) {
            case "INDEXES", "INDEX_COLUMNS", "STATISTICS" -> "TABLE_SCHEMA";
            case "TABLE_CONSTRAINTS", "CHECK_CONSTRAINTS", "REFERENTIAL_CONSTRAINTS" -> "CONSTRAINT_SCHEMA";
            case "SEQUENCES" -> "SEQUENCE_SCHEMA";
            default -> "TABLE_SCHEMA";
        };
    }

    private static Map<String, List<String>> tables(String... lines) {
        var tables = new LinkedHashMap<String, List<String>>();
        for (var line : lines) {
            var parts = line.split(":", -1);
            tables.put(parts[0], List.of(parts[1].split(",", -1)));
        }
        return tables;
    }
}
