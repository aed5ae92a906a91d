package io.ashlar.migrate;

import static io.ashlar.migrate.TestMigrations.execute;
import static io.ashlar.migrate.TestMigrations.fresh;
import static io.ashlar.migrate.TestMigrations.h2File;
import static io.ashlar.migrate.TestMigrations.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.OtherJvm;
import io.ashlar.problem.ProblemsFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever moment a run is killed at, the next one ends where one without accident would have. */
class InterruptedMigrationTest {

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

    private static final int STATEMENTS = 7;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"h2 file, 3, starts", "mariadb, 3, starts", "mariadb, 5, ended", "postgresql, 5, ended"})
    void goesOnWhereAKilledProcessStopped(String database, int statement, String moment) throws Exception {
        var settings = database.equals("h2 file") ? h2File(directory) : fresh(database);
        var blog = blog();

        kill(settings, statement, moment);
        var before = Migrator.of(settings).status(List.of(blog.get())).get(0);
        var report = Migrator.of(settings).migrate(List.of(blog.get()));

        assertThat(before.pending()).hasSize(1);
        assertThat(report.get(0).applied()).hasSize(1);
        assertMigrated(settings, blog);
    }

    @ParameterizedTest
    @CsvSource({"h2 file, inside", "mariadb, inside", "postgresql, inside", "postgresql, between"})
    void doesNoBatchTwiceAndLeavesNoneOutWhenKilled(String database, String moment) throws Exception {
        var settings = database.equals("h2 file") ? h2File(directory) : fresh(database);
        var rows =
                IntStream.rangeClosed(1, 50).mapToObj(id -> "(" + id + ", 0)").collect(Collectors.joining(", "));
        var blog = TestMigrations.of("blog", directory)
                .file(
                        "V1__entry.sql",
                        "CREATE TABLE entry (id INT PRIMARY KEY, n INT);\nINSERT INTO entry VALUES " + rows + ";")
                .file(
                        "V2__step.sql",
                        "-- ashlar:batch 10 entry.id\n"
                                + (moment.equals("inside")
                                        ? "-- ashlar:java add"
                                        : "UPDATE entry SET n = n + 1 WHERE id BETWEEN {from} AND {to};"));

        kill(settings, 1, moment);
        if (!database.equals(
                "h2 file")) { // which writes half a second later, and may have lost the last of it, in order
            assertThat(query(settings, "SELECT COUNT(*) FROM entry WHERE n = 1"))
                    .containsExactly("20");
        }
        Migrator.of(settings)
                .migrate(List.of(new ModuleMigrations("blog", blog.get().folder(), type -> new AddOne())));

        assertThat(query(settings, "SELECT n FROM entry")).hasSize(50).containsOnly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void goesOnAfterAnyStatementAtWhichTheRunBroke(String database) throws SQLException {
        var step = database.equals("postgresql") ? 3 : 1; // there it is one transaction, wherever it breaks
        for (int statement = 1; statement <= STATEMENTS; statement += step) {
            for (var moment : List.of("starts", "ended")) {
                var settings = fresh(database);
                var blog = blog();

                runUntil(settings, blog, "V1__entry.sql", statement, moment);
                runUntil(settings, blog, "V1__entry.sql", Math.min(STATEMENTS, statement + 1), moment);

                assertMigrates(settings, blog);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void goesOnAfterTheServerCutAllConnections(String database) throws SQLException {
        for (var at : database.equals("postgresql") ? List.of(3) : List.of(2, 3, 4)) {
            for (var moment : List.of("starts", "ended")) {
                var settings = fresh(database);
                var blog = blog();

                var found = catchThrowableOfType(
                        ProblemsFound.class,
                        () -> Migrator.of(settings)
                                .with(MigrationOptions.DEFAULT.listener(
                                        new Until("V1__entry.sql", at, moment, () -> cut(settings))))
                                .migrate(List.of(blog.get())));

                assertThat(found.problems().get(0).tag()).isEqualTo("migration-broke-off");
                assertMigrates(settings, blog);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb"})
    void asksAboutAStatementOfWhichNothingTells(String database) throws SQLException {
        var settings = fresh(database);
        var other = "mariadb".equals(database)
                ? "CREATE PROCEDURE pass() BEGIN END"
                : "CREATE ALIAS pass FOR 'java.lang.Math.abs(int)'";
        var blog = TestMigrations.of("blog", directory)
                .file("V1__pass.sql", "CREATE TABLE entry (id INT);\n" + other + ";");

        runUntil(settings, blog, "V1__pass.sql", 2, "ended");
        var found = catchThrowableOfType(
                ProblemsFound.class, () -> Migrator.of(settings).migrate(List.of(blog.get())));
        var options = MigrationOptions.DEFAULT.interrupted(MigrationOptions.Interrupted.DONE);
        Migrator.of(settings).with(options).migrate(List.of(blog.get()));

        assertThat(found.problems()).hasSize(1);
        assertThat(found.problems().get(0).tag()).isEqualTo("migration-broke-off-earlier");
        assertThat(found.problems().get(0).what()).contains("its statement 2", "CREATE");
        assertThat(found.problems().get(0).mend()).contains("-Dinterrupted=done", "-Dinterrupted=again");
        assertThat(Migrator.of(settings).status(List.of(blog.get())).get(0).pending())
                .isEmpty();
    }

    @Test
    void waitsForAStatementAtWhichTheServerStillIsWhenItsSenderIsDead() throws Exception {
        var settings = fresh("mariadb");
        var blog = blog();
        try (var reader = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                var statement = reader.createStatement();
                var process = start(settings, 2, "ended")) {
            assertThat(process.line()).isEqualTo("here");
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT id FROM entry").close(); // in the way of the ALTER TABLE that follows
            process.endInput();
            while (query(settings, "SELECT id FROM information_schema.processlist WHERE state LIKE 'Waiting%lock'")
                    .isEmpty()) {
                Thread.onSpinWait();
            }
            process.kill();
            reader.rollback();
        }

        Migrator.of(settings).migrate(List.of(blog.get()));

        assertMigrated(settings, blog);
    }

    @Test
    void dropsTheInvalidIndexThatAKilledProcessLeft() throws SQLException {
        var settings = fresh("postgresql");
        var blog = TestMigrations.of("blog", directory)
                .file("V1__create.sql", "CREATE TABLE entry (id INT, n INT);")
                .file("V2__index.sql", "CREATE INDEX CONCURRENTLY entry_n ON entry (n);");
        runUntil(settings, blog, "V2__index.sql", 1, "starts");
        execute(settings, "INSERT INTO entry VALUES (1, 1), (1, 1)");
        assertThatThrownBy(() -> execute(settings, "CREATE UNIQUE INDEX CONCURRENTLY entry_n ON entry (n)"))
                .isInstanceOf(SQLException.class);
        assertThat(query(settings, "SELECT 1 FROM pg_index WHERE NOT indisvalid"))
                .hasSize(1);

        Migrator.of(settings).migrate(List.of(blog.get()));

        assertThat(query(
                        settings,
                        "SELECT indisunique FROM pg_index WHERE indexrelid = 'entry_n'::regclass AND indisvalid"))
                .containsExactly("f");
    }

    private TestMigrations blog() {
        return TestMigrations.of("blog", directory).file("V1__entry.sql", SQL);
    }

    /** Asks the database once only, as it is asked dozens of times. */
    private static void assertMigrates(DatabaseSettings settings, TestMigrations blog) throws SQLException {
        assertThat(Migrator.of(settings).migrate(List.of(blog.get())).get(0).applied())
                .hasSize(1);
        assertThat(query(settings, "SELECT n FROM entry WHERE title IS NULL ORDER BY id"))
                .containsExactly("2", "5");
    }

    private static void assertMigrated(DatabaseSettings settings, TestMigrations blog) throws SQLException {
        assertThat(Migrator.of(settings).status(List.of(blog.get())).get(0).migrations())
                .extracting(MigrationStatus::state)
                .containsExactly(MigrationState.APPLIED);
        assertThat(query(settings, "SELECT n FROM entry ORDER BY id")).containsExactly("2", "5");
        assertThat(query(settings, "SELECT title FROM entry WHERE title IS NOT NULL"))
                .isEmpty();
        assertThat(Migrator.of(settings).migrate(List.of(blog.get())).get(0).applied())
                .isEmpty();
    }

    /** Runs and stops at once, as if the process had ended. */
    private static void runUntil(
            DatabaseSettings settings, TestMigrations blog, String file, int statement, String moment) {
        var stop = new Until(file, statement, moment, () -> {
            throw new Stopped();
        });
        assertThatThrownBy(() -> Migrator.of(settings)
                        .with(MigrationOptions.DEFAULT.listener(stop))
                        .migrate(List.of(blog.get())))
                .isInstanceOf(Stopped.class);
    }

    private static void cut(DatabaseSettings settings) {
        try {
            if (settings.url().contains("postgresql")) {
                execute(
                        settings,
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
                return;
            }
            for (var id : query(
                    settings,
                    "SELECT id FROM information_schema.processlist"
                            + " WHERE db = DATABASE() AND id <> CONNECTION_ID()")) {
                execute(settings, "KILL " + id);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void kill(DatabaseSettings settings, int statement, String moment) throws IOException {
        try (var process = start(settings, statement, moment)) {
            assertThat(process.line()).isEqualTo("here");
            process.kill();
        }
    }

    private OtherJvm start(DatabaseSettings settings, int statement, String moment) throws IOException {
        return OtherJvm.start(
                Main.class,
                settings.url(),
                String.valueOf(settings.user()),
                String.valueOf(settings.password()),
                directory.toString(),
                Integer.toString(statement),
                moment);
    }

    /** Migrates until it is killed. */
    static final class Main {

        private Main() {}

        public static void main(String[] args) {
            var file = args[5].equals("between") ? "V2__step.sql" : "V1__entry.sql";
            var listener = new Until(file, Integer.parseInt(args[4]), args[5], Main::waitForTheEnd);
            Migrator.of(new DatabaseSettings(args[0], args[1], args[2]))
                    .with(MigrationOptions.DEFAULT.listener(listener))
                    .migrate(List.of(
                            new ModuleMigrations("blog", Path.of(args[3]).resolve("blog"), type -> new Stopping())));
        }

        private static void waitForTheEnd() {
            System.out.println("here");
            try {
                System.in.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Stops in the middle of the third batch. */
        private static final class Stopping implements DataStep {

            private final AddOne step = new AddOne();

            @Override
            public long run(DataBatch batch) throws SQLException {
                var changed = step.run(batch);
                if (batch.in("id").contains("between 21 and")) {
                    waitForTheEnd();
                }
                return changed;
            }
        }
    }

    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
