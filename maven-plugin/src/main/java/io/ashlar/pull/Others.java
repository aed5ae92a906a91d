package io.ashlar.pull;

import io.ashlar.database.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a schema holds beside tables, and no model can say. */
final class Others {

    private static final Pattern JSON = Pattern.compile("json_valid\\(`((?:[^`]|``)+)`\\)");

    private Others() {}

    /** Returns sentences about views, triggers, routines. */
    static List<String> notes(Dialect dialect, Connection connection) throws SQLException {
        String schema = schema(dialect);
        List<String> notes = new ArrayList<>();
        for (String view : column(
                connection,
                "SELECT table_name FROM information_schema.views WHERE table_schema = " + schema + " ORDER BY 1")) {
            notes.add("The view " + view + " is left out: models are of tables");
        }
        String events =
                "SELECT DISTINCT event_object_table || '.' || trigger_name FROM information_schema.triggers WHERE"
                        + " trigger_schema = " + schema + " ORDER BY 1";
        for (String trigger : column(
                connection,
                dialect == Dialect.MARIADB
                        ? events.replace(
                                "event_object_table || '.' || trigger_name",
                                "concat(event_object_table, '.', trigger_name)")
                        : events)) {
            notes.add("The trigger " + trigger + " is left out: migrations by hand keep it");
        }
        return notes;
    }

    /** Returns the columns, after their table and a point, that MariaDB checks to be JSON, for which it has no type. */
    static Set<String> jsonColumns(Dialect dialect, Connection connection) throws SQLException {
        Set<String> columns = new TreeSet<>();
        if (dialect == Dialect.MARIADB) {
            for (String check : checks(connection)) {
                Matcher json = JSON.matcher(check.substring(check.indexOf(' ') + 1));
                if (json.matches()) {
                    columns.add(check.substring(0, check.indexOf(' ')) + "." + json.group(1));
                }
            }
        }
        return columns;
    }

    /** Returns sentences about checks in columns, of which MariaDB's catalog of tables says nothing. */
    static List<String> columnChecks(Dialect dialect, Connection connection) throws SQLException {
        return dialect == Dialect.MARIADB
                ? checks(connection).stream()
                        .filter(check -> !JSON.matcher(check.substring(check.indexOf(' ') + 1))
                                .matches())
                        .map(check -> "A column's check of " + check.replaceFirst(" ", " is left out: "))
                        .toList()
                : List.of();
    }

    private static List<String> checks(Connection connection) throws SQLException {
        return column(
                connection,
                "SELECT concat(table_name, ' ', check_clause) FROM information_schema.check_constraints WHERE"
                        + " constraint_schema = DATABASE() AND level = 'Column' ORDER BY 1");
    }

    private static String schema(Dialect dialect) {
        return switch (dialect) {
            case H2 -> "CURRENT_SCHEMA";
            case POSTGRESQL -> "current_schema()";
            case MARIADB -> "DATABASE()";
        };
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
