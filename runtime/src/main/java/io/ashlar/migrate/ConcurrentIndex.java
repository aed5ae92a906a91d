package io.ashlar.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An index that PostgreSQL builds or drops without holding up writers. When that fails it stays, invalid: of no use to
 * queries, and a cost to each write.
 *
 * @param name as it is written, quoted or not
 */
record ConcurrentIndex(String name, boolean dropped) {

    private static final Pattern STATEMENT = Pattern.compile(
            "(create\\s+(?:unique\\s+)?|drop\\s+)index\\s+concurrently\\s+(?:if\\s+(?:not\\s+)?exists\\s+)?"
                    + "((?:\"(?:[^\"]|\"\")+\"|[\\w$.])+).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Reads the name from a statement of kind {@link StepKind#INDEX_CONCURRENTLY}. */
    static ConcurrentIndex of(String sql) {
        Matcher matcher = STATEMENT.matcher(sql);
        return matcher.matches()
                ? new ConcurrentIndex(
                        matcher.group(2),
                        matcher.group(1).toLowerCase(java.util.Locale.ROOT).startsWith("drop"))
                : new ConcurrentIndex("", false); // without a name, PostgreSQL makes one up
    }

    /** Returns whether what the statement is for has been reached. */
    boolean isDone(Connection connection) throws SQLException {
        return dropped ? !exists(connection, false) : exists(connection, true);
    }

    /** Drops what an earlier attempt to build it has left. */
    void dropLeftover(Connection connection) throws SQLException {
        if (!dropped && exists(connection, false) && !exists(connection, true)) {
            try (var statement = connection.createStatement()) {
                statement.execute("DROP INDEX CONCURRENTLY IF EXISTS " + name);
            }
        }
    }

    private boolean exists(Connection connection, boolean valid) throws SQLException {
        if (name.isEmpty()) {
            return false;
        }
        try (var query = connection.prepareStatement(
                "SELECT 1 FROM pg_index WHERE indexrelid = to_regclass(?) AND (indisvalid OR NOT ?)")) {
            query.setString(1, name);
            query.setBoolean(2, valid);
            try (var found = query.executeQuery()) {
                return found.next();
            }
        }
    }
}
