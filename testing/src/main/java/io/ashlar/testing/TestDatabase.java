package io.ashlar.testing;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An empty database nobody else uses, dropped when closed.
 *
 * @param settings how to connect
 * @param keeper open until the end: an H2 database in memory lives as long as its last connection
 * @param drop the statement that removes it; null where closing does
 */
record TestDatabase(
        DatabaseSettings settings,
        Connection keeper,
        @Nullable String drop) implements AutoCloseable {

    private static final String URL = "modules.test.url";

    /** Returns the dialect that {@link #create} will be of. */
    static Dialect dialect() {
        var url = System.getProperty(URL, "jdbc:h2:mem:");
        return Dialect.ofUrl(url)
                .orElseThrow(() -> new ProblemsFound(new Problem(
                        "unknown-database",
                        "There is no dialect for " + new DatabaseSettings(url, null, null).safeUrl(),
                        "the property " + URL,
                        "give a URL that starts with jdbc:h2:, jdbc:postgresql: or jdbc:mariadb:")));
    }

    /** Creates one: H2 in memory, or a schema in the PostgreSQL database of {@value #URL}. */
    static TestDatabase create() {
        var name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        var url = System.getProperty(URL, "");
        return switch (dialect()) {
            case H2 -> open(new DatabaseSettings("jdbc:h2:mem:" + name, "sa", ""), "", null);
            case POSTGRESQL ->
                open(
                        configured(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + name),
                        "CREATE SCHEMA " + name,
                        "DROP SCHEMA " + name + " CASCADE");
            case MARIADB ->
                throw new ProblemsFound(new Problem(
                        "unsupported-test-database",
                        "Module tests do not run on MariaDB yet",
                        "the property " + URL,
                        "leave it out to test on H2, or name a PostgreSQL database"));
        };
    }

    private static DatabaseSettings configured(String url) {
        return new DatabaseSettings(
                url, System.getProperty("modules.test.user"), System.getProperty("modules.test.password"));
    }

    private static TestDatabase open(DatabaseSettings settings, String create, @Nullable String drop) {
        try {
            var database = new TestDatabase(settings, connect(settings), drop);
            database.execute(create);
            return database;
        } catch (SQLException e) {
            throw new ProblemsFound(
                    List.of(new Problem(
                            "no-test-database",
                            "Cannot make a test database: " + e.getMessage(),
                            settings.toString(),
                            "check " + URL + ", its .user and .password, and that the user may create schemas")),
                    e);
        }
    }

    private static Connection connect(DatabaseSettings settings) throws SQLException {
        var login = new Properties();
        if (settings.user() != null) {
            login.setProperty("user", settings.user());
        }
        if (settings.password() != null) {
            login.setProperty("password", settings.password());
        }
        return DriverManager.getConnection(settings.url(), login);
    }

    private void execute(String sql) throws SQLException {
        if (!sql.isEmpty()) {
            try (var statement = keeper.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (keeper) {
            if (drop != null) {
                execute(drop);
            }
        }
    }
}
