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

    private static final String COLUMNS = "version, run, down, done, begun, done_hash, before_state,"
            + " batch_column, batch_end, batch_last, batch_seen, batch_changed";

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
                        + quoted("done_hash") + " VARCHAR(64) NOT NULL, " + quoted("before_state") + " VARCHAR(64), "
                        + quoted("batch_column") + " VARCHAR(300), " + quoted("batch_end") + " VARCHAR(1000), "
                        + quoted("batch_last") + " VARCHAR(1000), " + quoted("batch_seen") + " BIGINT NOT NULL, "
                        + quoted("batch_changed") + " BIGINT NOT NULL)");
    }

    /** Returns all rows by version; none if there is no table yet. */
    Map<Long, RunRow> read(Connection connection) throws SQLException {
        var rows = new HashMap<Long, RunRow>();
        if (!Histories.exists(dialect, connection, table(module))) {
            return rows;
        }
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT " + columns("") + " FROM " + quoted(table(module)))) {
            while (found.next()) {
                rows.put(found.getLong(1), row(found));
            }
        }
        return rows;
    }

    Optional<RunRow> find(Connection connection, long version) throws SQLException {
        return Optional.ofNullable(read(connection).get(version));
    }

    /** Inserts the row, or replaces the one of its version; by one statement, which is kept as a whole or not at all. */
    void put(Connection connection, RunRow row) throws SQLException {
        if (put(
                        connection,
                        row,
                        "UPDATE " + quoted(table(module)) + " SET " + columns(" = ?") + " WHERE " + quoted("version")
                                + " = " + row.version())
                == 0) {
            put(
                    connection,
                    row,
                    "INSERT INTO " + quoted(table(module)) + " (" + columns("") + ") VALUES (?"
                            + ", ?".repeat(COLUMNS.split(", ", -1).length - 1) + ")");
        }
    }

    private static int put(Connection connection, RunRow row, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, row.version());
            statement.setInt(2, row.run());
            statement.setBoolean(3, row.down());
            statement.setInt(4, row.done());
            statement.setBoolean(5, row.begun());
            statement.setString(6, row.hash());
            statement.setString(7, row.before());
            var progress = row.progress();
            statement.setString(8, progress == null ? null : progress.column());
            statement.setString(9, progress == null ? null : progress.end());
            statement.setString(10, progress == null ? null : progress.last());
            statement.setLong(11, progress == null ? 0 : progress.seen());
            statement.setLong(12, progress == null ? 0 : progress.changed());
            return statement.executeUpdate();
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
        @Nullable String column = found.getString(8);
        @Nullable String last = found.getString(10);
        return new RunRow(
                found.getLong(1),
                found.getInt(2),
                found.getBoolean(3),
                found.getInt(4),
                found.getBoolean(5),
                found.getString(6),
                before,
                column == null
                        ? null
                        : new Progress(column, found.getString(9), last, found.getLong(11), found.getLong(12)));
    }

    private String columns(String suffix) {
        return String.join(
                ", ",
                java.util.Arrays.stream(COLUMNS.split(", ", -1))
                        .map(column -> quoted(column) + suffix)
                        .toList());
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
