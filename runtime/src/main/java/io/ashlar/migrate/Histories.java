package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the history tables of many modules in two statements: Flyway takes dozens for each. */
final class Histories {

    private static final int TABLES_A_STATEMENT = 200;

    private final Dialect dialect;
    private final Connection connection;

    private Histories(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    /** Returns the name of a module's history table. */
    static String table(String module) {
        return module.replace('-', '_') + "_schema_history";
    }

    /** Returns what each module's history holds, by version; nothing where there is no table yet. */
    static Map<String, List<HistoryRow>> read(Dialect dialect, Connection connection, List<String> modules)
            throws SQLException {
        var histories = new Histories(dialect, connection);
        var rows = new HashMap<String, List<HistoryRow>>();
        modules.forEach(module -> rows.put(module, new ArrayList<>()));
        var existing = histories.existing(modules);
        for (int from = 0; from < existing.size(); from += TABLES_A_STATEMENT) {
            histories.readInto(rows, existing.subList(from, Math.min(from + TABLES_A_STATEMENT, existing.size())));
        }
        rows.values().forEach(history -> history.sort(Comparator.comparingLong(HistoryRow::version)));
        return rows;
    }

    /** Forgets migrations that failed, so that they count as never run. */
    static void deleteFailed(Dialect dialect, Connection connection, String module) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(deleteFailed(dialect, module));
        }
    }

    /** Returns the statement that forgets failed migrations. */
    static String deleteFailed(Dialect dialect, String module) {
        return "DELETE FROM " + quoted(dialect, table(module)) + " WHERE " + quoted(dialect, "success") + " = FALSE";
    }

    private List<String> existing(List<String> modules) throws SQLException {
        var schema = switch (dialect) {
            case H2 -> "CURRENT_SCHEMA";
            case POSTGRESQL -> "current_schema()";
            case MARIADB -> "DATABASE()";
        };
        var marks = modules.stream().map(module -> "?").collect(Collectors.joining(", "));
        var byTable = modules.stream().collect(Collectors.toMap(Histories::table, module -> module));
        try (var statement = connection.prepareStatement("SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = " + schema + " AND table_name IN (" + marks + ")")) {
            for (int i = 0; i < modules.size(); i++) {
                statement.setString(i + 1, table(modules.get(i)));
            }
            var existing = new ArrayList<String>();
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    existing.add(Objects.requireNonNull(byTable.get(found.getString(1))));
                }
            }
            return existing;
        }
    }

    private void readInto(Map<String, List<HistoryRow>> rows, List<String> modules) throws SQLException {
        var columns = List.of("version", "description", "type", "script", "checksum", "success").stream()
                .map(column -> quoted(dialect, column))
                .collect(Collectors.joining(", "));
        var selects = IntStream.range(0, modules.size())
                .mapToObj(i -> "SELECT " + i + ", " + columns + " FROM " + quoted(dialect, table(modules.get(i)))
                        + " WHERE " + quoted(dialect, "version") + " IS NOT NULL")
                .collect(Collectors.joining(" UNION ALL "));
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(selects)) {
            while (found.next()) {
                Objects.requireNonNull(rows.get(modules.get(found.getInt(1)))).add(row(found));
            }
        }
    }

    private static HistoryRow row(ResultSet found) throws SQLException {
        var version = found.getString(2);
        var checksum = found.getInt(6);
        var noChecksum = found.wasNull();
        return new HistoryRow(
                Long.parseLong(version),
                new Migration(version, found.getString(3), found.getString(5)),
                noChecksum ? null : checksum,
                "BASELINE".equals(found.getString(4)),
                found.getBoolean(7));
    }

    private static String quoted(Dialect dialect, String name) {
        return dialect == Dialect.MARIADB ? "`" + name + "`" : "\"" + name + "\"";
    }
}
