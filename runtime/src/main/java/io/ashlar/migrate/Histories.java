package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the history tables of many modules in two statements: Flyway takes dozens for each. */
final class Histories {

    private static final int TABLES_A_STATEMENT = 200;
    private static final String SUFFIX = "_schema_history";
    private static final Pattern VERSION = Pattern.compile("\\d{1,18}");

    private final Dialect dialect;
    private final Connection connection;

    private Histories(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    /** Returns the name of a module's history table. */
    static String table(String module) {
        return module.replace('-', '_') + SUFFIX;
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

    /** Notes that a migration is being undone: neither in the database, nor out of it. */
    static void unfinish(Dialect dialect, Connection connection, String module, Migration migration)
            throws SQLException {
        update(
                connection,
                "UPDATE " + quoted(dialect, table(module)) + " SET " + quoted(dialect, "success") + " = FALSE WHERE "
                        + quoted(dialect, "version") + " = ?",
                migration);
    }

    /** Forgets a migration, so that it counts as never run. */
    static void delete(Dialect dialect, Connection connection, String module, Migration migration) throws SQLException {
        update(
                connection,
                "DELETE FROM " + quoted(dialect, table(module)) + " WHERE " + quoted(dialect, "version") + " = ?",
                migration);
    }

    private static void update(Connection connection, String sql, Migration migration) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, migration.version());
            statement.executeUpdate();
        }
    }

    /** Returns the statement that forgets failed migrations. */
    static String deleteFailed(Dialect dialect, String module) {
        return "DELETE FROM " + quoted(dialect, table(module)) + " WHERE " + quoted(dialect, "success") + " = FALSE";
    }

    /** Returns whether the current schema has a table of this name. */
    static boolean exists(Dialect dialect, Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT 1 FROM information_schema.tables WHERE table_schema = "
                + schema(dialect) + " AND table_name = ?")) {
            statement.setString(1, table);
            try (var found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    /** Returns the expression of the current schema. */
    static String schema(Dialect dialect) {
        return switch (dialect) {
            case H2 -> "CURRENT_SCHEMA";
            case POSTGRESQL -> "current_schema()";
            case MARIADB -> "DATABASE()";
        };
    }

    private List<String> existing(List<String> modules) throws SQLException {
        var byTable = modules.stream().collect(Collectors.toMap(Histories::table, module -> module));
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery("SELECT table_name FROM information_schema.tables WHERE table_schema = "
                                + schema(dialect) + " AND table_name LIKE '%" + SUFFIX + "'")) {
            var existing = new ArrayList<String>();
            while (found.next()) {
                var module = byTable.get(found.getString(1));
                if (module != null) { // another's, of another application perhaps
                    existing.add(module);
                }
            }
            return existing;
        }
    }

    private void readInto(Map<String, List<HistoryRow>> rows, List<String> modules) throws SQLException {
        var columns =
                List.of("version", "description", "type", "script", "checksum", "success", "installed_on").stream()
                        .map(column -> quoted(dialect, column))
                        .collect(Collectors.joining(", "));
        var selects = IntStream.range(0, modules.size())
                .mapToObj(i -> "SELECT " + i + ", " + columns + " FROM " + quoted(dialect, table(modules.get(i))))
                .collect(Collectors.joining(" UNION ALL "));
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(selects)) {
            while (found.next()) {
                @Nullable String version = found.getString(2);
                if (version != null) { // or Flyway notes something else there, such as a schema that it made
                    var module = modules.get(found.getInt(1));
                    Objects.requireNonNull(rows.get(module)).add(row(module, version, found));
                }
            }
        }
    }

    private static HistoryRow row(String module, String version, ResultSet found) throws SQLException {
        var checksum = found.getInt(6);
        var noChecksum = found.wasNull();
        @Nullable Timestamp appliedOn = found.getTimestamp(8);
        return new HistoryRow(
                number(module, version),
                new Migration(version, found.getString(3), found.getString(5)),
                noChecksum ? null : checksum,
                "BASELINE".equals(found.getString(4)),
                found.getBoolean(7),
                appliedOn == null ? null : appliedOn.toLocalDateTime());
    }

    private static long number(String module, String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new ProblemsFound(new Problem(
                    "history-unreadable",
                    "The history of module '" + module + "' has a version that is none of ours: '" + version + "'",
                    "table " + table(module),
                    "see who wrote that row, and delete it if nothing belongs to it"));
        }
        return Long.parseLong(version);
    }

    /** Returns {@code name} as the dialect quotes it. */
    static String quoted(Dialect dialect, String name) {
        return dialect == Dialect.MARIADB ? "`" + name + "`" : "\"" + name + "\"";
    }
}
