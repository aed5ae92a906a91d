package io.ashlar.ddl;

import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What a database says it holds, a line for each column, constraint and index, whatever their order. PostgreSQL 18 names
 * even what makes a column required; those names follow no rename and are left out. It says a check with other casts once
 * it has made it anew for another type of its column; those are left out too.
 */
public final class Introspection {

    private static final List<String> POSTGRESQL = List.of(
            """
            select 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
                pg_get_expr(d.adbin, d.adrelid), col_description(c.oid, a.attnum)
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped""",
            """
            select 'table', relname, obj_description(oid, 'pg_class') from pg_class
            where relnamespace = 'public'::regnamespace and relkind = 'r'""",
            """
            select 'constraint', conname, conrelid::regclass, convalidated, pg_get_constraintdef(oid) from pg_constraint
            where connamespace = 'public'::regnamespace and contype <> 'n'""",
            "select 'index', indexname, indexdef from pg_indexes where schemaname = 'public'",
            "select 'sequence', sequencename, increment_by from pg_sequences where schemaname = 'public'");

    private static final String CASTS = "::(character varying|text)(\\[])?|[()]";

    private Introspection() {}

    /** Returns all of it, sorted. */
    public static List<String> of(TestDatabase database, Dialect dialect) throws SQLException {
        try (Connection connection = database.connect()) {
            return of(connection, dialect);
        }
    }

    /** Returns all of it, sorted, on a connection that is open. */
    public static List<String> of(Connection connection, Dialect dialect) throws SQLException {
        return switch (dialect) {
            case H2 -> h2(connection);
            case POSTGRESQL ->
                all(connection, POSTGRESQL).stream()
                        .map(line -> line.contains(", CHECK (") ? line.replaceAll(CASTS, "") : line)
                        .sorted()
                        .toList();
            case MARIADB -> mariadb(connection);
        };
    }

    private static List<String> all(Connection connection, List<String> queries) throws SQLException {
        var lines = new TreeSet<String>();
        for (String query : queries) {
            lines.addAll(rows(connection, query));
        }
        return List.copyOf(lines);
    }

    /** Its script is what it will read when it opens again; its catalog keeps old names of columns until then. */
    private static List<String> h2(Connection connection) throws SQLException {
        var lines = new TreeSet<String>();
        for (String statement : rows(connection, "script nodata nopasswords nosettings schema public")) {
            var text = statement.replaceAll("(START|RESTART) WITH \\d+ ?", "").strip();
            var table = text.lines().findFirst().orElse("");
            if (!text.startsWith("--")) {
                text.lines()
                        .forEach(line -> lines.add(table + ": " + line.strip().replaceAll(",$", "")));
            }
        }
        return List.copyOf(lines);
    }

    /** The server says all of a table in one statement, a line for each part. */
    private static List<String> mariadb(Connection connection) throws SQLException {
        var lines = new TreeSet<String>();
        var tables = rows(
                connection,
                "select table_name from information_schema.tables where table_schema = database() and table_type <>"
                        + " 'SEQUENCE'");
        for (String table : tables) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("show create table `" + table + "`")) {
                rows.next();
                var text = rows.getString(2).replaceAll(" AUTO_INCREMENT=\\d+", "");
                text.lines()
                        .forEach(line -> lines.add(table + ": " + line.strip().replaceAll(",$", "")));
            }
        }
        lines.addAll(rows(
                connection,
                "select 'sequence', table_name from information_schema.tables where table_schema = database() and"
                        + " table_type = 'SEQUENCE'"));
        return List.copyOf(lines);
    }

    /** Returns the rows of a query, their values joined. */
    public static List<String> rows(Connection connection, String query) throws SQLException {
        var lines = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                var values = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(rows.getString(i));
                }
                lines.add(String.join(", ", values.stream().map(String::valueOf).toList()));
            }
        }
        return lines;
    }
}
