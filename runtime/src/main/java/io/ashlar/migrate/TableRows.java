package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** How many rows tables have: counted where that is quick, estimated where they are many. */
final class TableRows {

    private static final long COUNTED = 100_000;

    private final Dialect dialect;
    private final Connection connection;

    TableRows(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    /** Returns the names of the current schema's tables, by {@link TableNames#key}. */
    Map<String, String> tables() throws SQLException {
        var names = new HashMap<String, String>();
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery("SELECT table_name FROM information_schema.tables WHERE table_schema = "
                                + Histories.schema(dialect))) {
            while (found.next()) {
                var name = found.getString(1);
                names.put(TableNames.key(name), name);
            }
        }
        return names;
    }

    /** Returns how many rows a table has that is named as in a statement; 0 if it is not known. */
    long ofWritten(String name) throws SQLException {
        var table = tables().get(TableNames.key(TableNames.plain(name)));
        return table == null ? 0 : of(table).rows();
    }

    TouchedTable of(String table) throws SQLException {
        var estimate = number(estimate(), table);
        if (estimate >= COUNTED) {
            return new TouchedTable(table, estimate, false);
        }
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT COUNT(*) FROM " + Histories.quoted(dialect, table))) {
            found.next();
            return new TouchedTable(table, found.getLong(1), true);
        }
    }

    private String estimate() {
        return switch (dialect) {
            case H2 ->
                "SELECT row_count_estimate FROM information_schema.tables WHERE table_schema = CURRENT_SCHEMA"
                        + " AND table_name = ?";
            case MARIADB ->
                "SELECT table_rows FROM information_schema.tables WHERE table_schema = DATABASE() AND"
                        + " table_name = ?";
            case POSTGRESQL ->
                "SELECT c.reltuples::bigint FROM pg_class c WHERE c.relnamespace ="
                        + " current_schema()::regnamespace AND c.relname = ?";
        };
    }

    private long number(String query, String table) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, table);
            try (var found = statement.executeQuery()) {
                return found.next() ? found.getLong(1) : 0;
            }
        }
    }
}
