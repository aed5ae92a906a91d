package io.ashlar.ddl;

import io.ashlar.databases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs what Ddl writes, statement by statement: each ends a line, unless a block of PostgreSQL is open. */
public final class Scripts {

    private Scripts() {}

    /** Runs all statements on a connection of their own. */
    public static void run(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            for (String one : statements(sql)) {
                statement.execute(one);
            }
        }
    }

    /** Returns the statements, without what ends them. */
    public static List<String> statements(String sql) {
        List<String> statements = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : sql.split("\n", -1)) {
            open.append(line).append('\n');
            boolean inBlock = open.toString().split("\\$\\$", -1).length % 2 == 0;
            if (line.endsWith(";") && !inBlock) {
                statements.add(open.toString().strip().replaceFirst(";$", ""));
                open.setLength(0);
            }
        }
        if (!open.toString().isBlank()) {
            statements.add(open.toString());
        }
        return statements;
    }
}
