package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A module's table of runs, beside its history: which migrations ran together, and how far an unfinished one is.
 *
 * <p>Its rows are written on the connection that does the work, so that they are kept or lost together with it.
 */
final class RunTable {

    private static final String COLUMNS = "version, run, down, done, begun, done_hash, before_state";

    private final Dialect dialect;
    private final String module;

    RunTable(Dialect dialect, String module) {
        this.dialect = dialect;
        this.module = module;
    }

    /** Returns the name of a module's table of runs. */
    static String table(String module) {
        return module.replace('-', '_') + "_schema_runs";
    }

    void create(Connection connection) throws SQLException {
        execute(
                connection,
                "CREATE TABLE IF NOT EXISTS " + quoted(table(module)) + " (" + quoted("version")
                        + " BIGINT NOT NULL PRIMARY KEY, " + quoted("run") + " INT NOT NULL, " + quoted("down")
                        + " BOOLEAN NOT NULL, " + quoted("done") + " INT NOT NULL, " + quoted("begun")
                        + " BOOLEAN NOT NULL, "
                        + quoted("done_hash") + " VARCHAR(64) NOT NULL, " + quoted("before_state") + " VARCHAR(64))");
    }

    /** Returns all rows by version; none if there is no table yet. */
    Map<Long, RunRow> read(Connection connection) throws SQLException {
        var rows = new HashMap<Long, RunRow>();
        if (!Histories.exists(dialect, connection, table(module))) {
            return rows;
        }
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT " + columns() + " FROM " + quoted(table(module)))) {
            while (found.next()) {
                rows.put(found.getLong(1), row(found));
            }
        }
        return rows;
    }

    Optional<RunRow> find(Connection connection, long version) throws SQLException {
        return Optional.ofNullable(read(connection).get(version));
    }

    /** Inserts the row, or replaces the one of its version. */
    void put(Connection connection, RunRow row) throws SQLException {
        delete(connection, row.version());
        try (var insert = connection.prepareStatement(
                "INSERT INTO " + quoted(table(module)) + " (" + columns() + ") VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, row.version());
            insert.setInt(2, row.run());
            insert.setBoolean(3, row.down());
            insert.setInt(4, row.done());
            insert.setBoolean(5, row.begun());
            insert.setString(6, row.hash());
            insert.setString(7, row.before());
            insert.executeUpdate();
        }
    }

    void delete(Connection connection, long version) throws SQLException {
        execute(connection, forget(version));
    }

    /** Returns the statement that forgets how far a file is. */
    String forget(long version) {
        return "DELETE FROM " + quoted(table(module)) + " WHERE " + quoted("version") + " = " + version;
    }

    private static RunRow row(ResultSet found) throws SQLException {
        @Nullable String before = found.getString(7);
        return new RunRow(
                found.getLong(1),
                found.getInt(2),
                found.getBoolean(3),
                found.getInt(4),
                found.getBoolean(5),
                found.getString(6),
                before);
    }

    private String columns() {
        return String.join(
                ", ",
                java.util.Arrays.stream(COLUMNS.split(", ")).map(this::quoted).toList());
    }

    private String quoted(String name) {
        return Histories.quoted(dialect, name);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
