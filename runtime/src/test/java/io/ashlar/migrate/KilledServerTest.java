package io.ashlar.migrate;

import static io.ashlar.migrate.TestMigrations.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.databases.OwnServer;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever moment the server is killed at, the next run on what it left ends where one without accident would have. */
class KilledServerTest {

    private static final Map<String, OwnServer> SERVERS = new HashMap<>();

    /** Definitions, rows and a setting: none may run twice or be left out. */
    private static final String SQL = """
            CREATE TABLE entry (id INT PRIMARY KEY, n INT);
            INSERT INTO entry VALUES (1, 1);
            ALTER TABLE entry ADD COLUMN title VARCHAR(20);
            CREATE INDEX entry_n ON entry (n);
            UPDATE entry SET n = n + 1;
            ALTER TABLE entry ADD CONSTRAINT entry_positive CHECK (n > 0);
            INSERT INTO entry (id, n) VALUES (2, 5);
            """;

    @TempDir
    Path directory;

    @AfterAll
    static void end() {
        SERVERS.values().forEach(OwnServer::close);
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql, 1, starts",
        "postgresql, 7, ended", // and the history has no row yet
        "mariadb, 1, starts",
        "mariadb, 3, ended", // a definition that no note tells of
        "mariadb, 5, ended", // rows that are not committed
        "mariadb, 7, ended"
    })
    void goesOnBetweenStatements(String dialect, int statement, String moment) throws SQLException {
        var settings = database(dialect);
        var blog = TestMigrations.of("blog", directory).file("V1__entry.sql", SQL);

        migrateWhileKilled(settings, blog.get(), new Until("V1__entry.sql", statement, moment, server(dialect)::kill));
        server(dialect).startAgain();
        var after = Migrator.of(settings).status(List.of(blog.get())).get(0);
        Migrator.of(settings).migrate(List.of(blog.get()));

        assertThat(after.pending()).hasSize(1);
        assertDone(settings, blog.get());
        assertThat(query(settings, "SELECT n FROM entry WHERE title IS NULL ORDER BY id"))
                .containsExactly("2", "5");
        assertThat(query(
                        settings,
                        "SELECT constraint_name FROM information_schema.table_constraints WHERE constraint_name = 'entry_positive'"
                                + (dialect.equals("mariadb") ? " AND table_schema = DATABASE()" : "")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"postgresql, between", "mariadb, inside", "mariadb, between"})
    void doesNoBatchTwiceAndLeavesNoneOut(String dialect, String moment) throws SQLException {
        var settings = database(dialect);
        var rows =
                IntStream.rangeClosed(1, 50).mapToObj(id -> "(" + id + ", 0)").collect(Collectors.joining(", "));
        var folder = TestMigrations.of("blog", directory)
                .file(
                        "V1__entry.sql",
                        "CREATE TABLE entry (id INT PRIMARY KEY, n INT);\nINSERT INTO entry VALUES " + rows)
                .file("V2__step.sql", "-- ashlar:batch 10 entry.id\n-- ashlar:java add")
                .get()
                .folder();
        DataStep killing = batch -> {
            var changed = new AddOne().run(batch);
            if (batch.in("id").contains("between 21 and")) {
                server(dialect).kill();
            }
            return changed;
        };

        migrateWhileKilled(
                settings,
                new ModuleMigrations("blog", folder, type -> moment.equals("inside") ? killing : new AddOne()),
                new Until("V2__step.sql", 1, moment, server(dialect)::kill));
        server(dialect).startAgain();
        assertThat(query(settings, "SELECT COUNT(*) FROM entry WHERE n = 1")).containsExactly("20");
        Migrator.of(settings).migrate(List.of(new ModuleMigrations("blog", folder, type -> new AddOne())));

        assertThat(query(settings, "SELECT n FROM entry")).hasSize(50).containsOnly("1");
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql, SELECT pid FROM pg_stat_activity WHERE query LIKE 'UPDATE entry%' AND wait_event_type = 'Lock'",
        "mariadb, SELECT id FROM information_schema.processlist WHERE info LIKE 'UPDATE entry%'"
    })
    void takesBackAStatementThatHadChangedSomeRows(String dialect, String running) throws SQLException {
        var settings = database(dialect);
        var blog = TestMigrations.of("blog", directory)
                .file(
                        "V1__entry.sql",
                        "CREATE TABLE entry (id INT PRIMARY KEY, n INT);\nINSERT INTO entry VALUES (1, 0), (2, 0)");
        Migrator.of(settings).migrate(List.of(blog.get()));
        blog.file("V2__add.sql", "UPDATE entry SET n = n + 1;");

        try (var other = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("UPDATE entry SET n = 7 WHERE id = 2"); // in the way of the second row
            migrateWhileKilled(dialect, settings, blog.get(), running);
        }
        server(dialect).startAgain();
        Migrator.of(settings).migrate(List.of(blog.get()));

        assertDone(settings, blog.get());
        assertThat(query(settings, "SELECT n FROM entry")).containsExactly("1", "1");
    }

    @Test
    void buildsAnIndexAnewThatWasBeingBuiltConcurrently() throws SQLException {
        var settings = database("postgresql");
        var blog = TestMigrations.of("blog", directory).file("V1__entry.sql", "CREATE TABLE entry (id INT, n INT);");
        Migrator.of(settings).migrate(List.of(blog.get()));
        blog.file("V2__index.sql", "CREATE INDEX CONCURRENTLY entry_n ON entry (n);");

        try (var other = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("INSERT INTO entry VALUES (1, 1)"); // which the index waits for
            migrateWhileKilled("postgresql", settings, blog.get(), "SELECT 1 FROM pg_index WHERE NOT indisvalid");
        }
        server("postgresql").startAgain();
        assertThat(query(settings, "SELECT 1 FROM pg_index WHERE NOT indisvalid"))
                .hasSize(1);
        Migrator.of(settings).migrate(List.of(blog.get()));

        assertDone(settings, blog.get());
        assertThat(query(settings, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'entry_n'::regclass"))
                .containsExactly("t");
    }

    @Test
    void altersATableAnewThatWasBeingCopied() throws SQLException {
        var settings = database("mariadb");
        var blog = TestMigrations.of("blog", directory)
                .file(
                        "V1__entry.sql",
                        "CREATE TABLE entry (id INT PRIMARY KEY, n INT);\n"
                                + "INSERT INTO entry SELECT seq, seq FROM seq_1_to_200000;");
        Migrator.of(settings).migrate(List.of(blog.get()));
        blog.file("V2__wider.sql", "ALTER TABLE entry MODIFY n BIGINT NOT NULL, ALGORITHM = COPY;");

        migrateWhileKilled(
                "mariadb",
                settings,
                blog.get(),
                "SELECT id FROM information_schema.processlist WHERE state LIKE 'copy to tmp table%'");
        server("mariadb").startAgain();
        Migrator.of(settings).migrate(List.of(blog.get()));

        assertDone(settings, blog.get());
        assertThat(query(settings, "SELECT SUM(n) FROM entry")).containsExactly("20000100000");
        assertThat(query(
                        settings,
                        "SELECT data_type FROM information_schema.columns WHERE column_name = 'n' AND"
                                + " table_schema = DATABASE()"))
                .containsExactly("bigint");
        assertThat(query(settings, "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"))
                .containsExactlyInAnyOrder("entry", "blog_schema_history", "blog_schema_runs");
    }

    private static void migrateWhileKilled(
            DatabaseSettings settings, ModuleMigrations blog, MigrationListener listener) {
        var found = catchThrowableOfType(
                ProblemsFound.class,
                () -> Migrator.of(settings)
                        .with(MigrationOptions.DEFAULT.listener(listener))
                        .migrate(List.of(blog)));

        assertThat(found.problems()).singleElement().extracting(Problem::tag).isEqualTo("migration-broke-off");
    }

    /** Kills the server as soon as a query finds what is running. */
    private static void migrateWhileKilled(
            String dialect, DatabaseSettings settings, ModuleMigrations blog, String running) {
        var killer = CompletableFuture.runAsync(() -> {
            try {
                while (query(settings, running).isEmpty()) {
                    Thread.onSpinWait();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            server(dialect).kill();
        });

        migrateWhileKilled(settings, blog, MigrationListener.NONE);
        killer.join();
    }

    private static void assertDone(DatabaseSettings settings, ModuleMigrations blog) {
        assertThat(Migrator.of(settings).status(List.of(blog)).get(0).migrations())
                .extracting(MigrationStatus::state)
                .containsOnly(MigrationState.APPLIED);
        assertThat(Migrator.of(settings).migrate(List.of(blog)).get(0).applied())
                .isEmpty();
    }

    private static OwnServer server(String dialect) {
        return SERVERS.computeIfAbsent(dialect, OwnServer::start);
    }

    private static DatabaseSettings database(String dialect) {
        var database = server(dialect).create();
        return new DatabaseSettings(database.url(), database.user(), database.password());
    }
}
