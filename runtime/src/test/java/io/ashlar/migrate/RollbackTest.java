package io.ashlar.migrate;

import static io.ashlar.migrate.TestMigrations.fresh;
import static io.ashlar.migrate.TestMigrations.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollbackTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void undoesWhatTheLastRunRan(String database) throws SQLException {
        var settings = fresh(database);
        var blog = first();
        migrate(settings, blog);
        second(blog);
        third(blog);
        migrate(settings, blog);

        var undone = rollback(settings, blog, RollbackRequest.LAST_RUN);

        assertThat(undone).extracting(Migration::version).containsExactly("3", "2");
        assertThat(columns(settings)).containsExactlyInAnyOrder("id", "n");
        assertThat(states(settings, blog))
                .containsExactly(MigrationState.APPLIED, MigrationState.PENDING, MigrationState.PENDING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void goesDownToAVersionAndUpAgain(String database) throws SQLException {
        var settings = fresh(database);
        var blog = third(second(first()));
        migrate(settings, blog);

        var undone = rollback(settings, blog, RollbackRequest.to("2"));
        var before = columns(settings);
        var again = migrate(settings, blog);

        assertThat(undone).extracting(Migration::version).containsExactly("3");
        assertThat(before).containsExactlyInAnyOrder("id", "n", "title");
        assertThat(again).extracting(Migration::version).containsExactly("3");
        assertThat(columns(settings)).containsExactlyInAnyOrder("id", "n", "title", "body");
    }

    @Test
    void undoesOneRunAfterTheOtherAndThenNothing() throws SQLException {
        var settings = fresh("h2");
        var blog = first();
        migrate(settings, blog);
        second(blog);
        migrate(settings, blog);

        assertThat(rollback(settings, blog, RollbackRequest.LAST_RUN)).hasSize(1);
        assertThat(rollback(settings, blog, RollbackRequest.LAST_RUN)).hasSize(1);
        assertThat(rollback(settings, blog, RollbackRequest.LAST_RUN)).isEmpty();
        assertThat(query(settings, "SELECT table_name FROM information_schema.tables WHERE table_name = 'ENTRY'"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void asksBeforeValuesAreLost(String database) throws SQLException {
        var settings = fresh(database);
        var blog = lossy(second(first()));
        migrate(settings, blog);

        var problems = problems(settings, blog, RollbackRequest.to("1"));
        var before = columns(settings);
        rollback(settings, blog, RollbackRequest.to("1").allowing("entry.body"));

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).tag()).isEqualTo("rollback-loses-data");
        assertThat(problems.get(0).what()).contains("V3__body.sql", "the texts in \"entry\".\"body\"");
        assertThat(problems.get(0).mend()).contains("-DallowDestructive=entry.body");
        assertThat(before).contains("body", "title");
        assertThat(columns(settings)).containsExactlyInAnyOrder("id", "n");
    }

    @Test
    void takesConsentForAWholeTableOrAMigrationButNotForAnother() {
        var loss = new Loss(
                file("-- ashlar:lossy the texts in \"entry\".\"body\"\nALTER TABLE entry;"),
                "the texts in \"entry\".\"body\"");

        assertThat(List.of("entry.body", "ENTRY.body", "entry", "3"))
                .allMatch(name -> loss.isAllowed(java.util.Set.of(name)));
        assertThat(List.of("body", "ent", "entry.b", "*", "4"))
                .noneMatch(name -> loss.isAllowed(java.util.Set.of(name)));
    }

    @Test
    void refusesWhatNothingUndoesBeforeAnythingRuns() throws Exception {
        var settings = fresh("h2");
        var blog = third(second(first()));
        migrate(settings, blog);
        Files.delete(blog.path("U2__title.sql"));

        var problems = problems(settings, blog, RollbackRequest.LAST_RUN);

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).tag()).isEqualTo("rollback-missing");
        assertThat(problems.get(0).mend()).contains("U2__title.sql");
        assertThat(columns(settings)).contains("title", "body");
    }

    @Test
    void knowsOnlyVersionsThatRan() throws SQLException {
        var settings = fresh("h2");
        var blog = second(first());
        migrate(settings, blog);

        assertThat(problems(settings, blog, RollbackRequest.to("7")).get(0).tag())
                .isEqualTo("rollback-unknown-version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void goesOnUndoingAfterAnyStatementAtWhichItBroke(String database) throws SQLException {
        for (int statement = 1; statement <= 2; statement++) {
            for (var moment : List.of("starts", "ended")) {
                var settings = fresh(database);
                var blog = second(first());
                migrate(settings, blog);
                var stop = new StopAt(statement, moment);

                assertThatThrownBy(() -> Migrator.of(settings)
                                .with(MigrationOptions.DEFAULT.listener(stop))
                                .rollback(blog.get(), RollbackRequest.to("1")))
                        .isInstanceOf(IllegalStateException.class);
                if (!database.equals("postgresql")) {
                    assertThat(states(settings, blog)).contains(MigrationState.UNFINISHED);
                    var refused = catchThrowableOfType(ProblemsFound.class, () -> migrate(settings, blog));
                    assertThat(refused.problems().get(0).tag()).isEqualTo("rollback-broke-off-earlier");
                }
                rollback(settings, blog, RollbackRequest.to("1"));

                assertThat(columns(settings)).containsExactlyInAnyOrder("id", "n");
                assertThat(states(settings, blog)).containsExactly(MigrationState.APPLIED, MigrationState.PENDING);
            }
        }
    }

    @Test
    void asksTheRowsBeforeItUndoes() throws SQLException {
        var settings = fresh("h2");
        var blog = first().file("V2__wide.sql", "ALTER TABLE entry ALTER COLUMN n BIGINT;")
                .file(
                        "U2__wide.sql",
                        "-- ashlar:preflight too-wide | entry.n does not fit in {count} rows | SELECT COUNT(*) FROM entry"
                                + " WHERE n > 2147483647\nALTER TABLE entry ALTER COLUMN n INT;");
        migrate(settings, blog);
        TestMigrations.execute(settings, "INSERT INTO entry VALUES (1, 5000000000)");

        var problems = problems(settings, blog, RollbackRequest.to("1"));

        assertThat(problems.get(0).tag()).isEqualTo("too-wide");
        assertThat(problems.get(0).what()).contains("does not fit in 1 rows");
        assertThat(states(settings, blog)).containsOnly(MigrationState.APPLIED);
    }

    private TestMigrations first() {
        return TestMigrations.of("blog", directory)
                .file("V1__entry.sql", "CREATE TABLE entry (id INT PRIMARY KEY, n INT);")
                .file("U1__entry.sql", "DROP TABLE entry;");
    }

    private static TestMigrations second(TestMigrations blog) {
        return blog.file("V2__title.sql", "ALTER TABLE entry ADD COLUMN title VARCHAR(20);")
                .file("U2__title.sql", "UPDATE entry SET title = NULL;\nALTER TABLE entry DROP COLUMN title;");
    }

    private static TestMigrations third(TestMigrations blog) {
        return blog.file("V3__body.sql", "ALTER TABLE entry ADD COLUMN body VARCHAR(20);")
                .file("U3__body.sql", "ALTER TABLE entry DROP COLUMN body;");
    }

    private static TestMigrations lossy(TestMigrations blog) {
        return third(blog)
                .file(
                        "U3__body.sql",
                        "-- Module blog: body\n-- ashlar:lossy the texts in \"entry\".\"body\"\nALTER TABLE entry DROP COLUMN body;");
    }

    private static MigrationFile file(String sql) {
        return new MigrationFile(
                Path.of("U3__body.sql"), 3, new Migration("3", "body", "U3__body.sql"), sql, DataSteps.NONE, null);
    }

    private static List<Migration> migrate(DatabaseSettings settings, TestMigrations blog) {
        return Migrator.of(settings).migrate(List.of(blog.get())).get(0).applied();
    }

    private static List<Migration> rollback(DatabaseSettings settings, TestMigrations blog, RollbackRequest request) {
        return Migrator.of(settings).rollback(blog.get(), request);
    }

    private static List<Problem> problems(DatabaseSettings settings, TestMigrations blog, RollbackRequest request) {
        return catchThrowableOfType(ProblemsFound.class, () -> rollback(settings, blog, request))
                .problems();
    }

    private static List<MigrationState> states(DatabaseSettings settings, TestMigrations blog) {
        return Migrator.of(settings).status(List.of(blog.get())).get(0).migrations().stream()
                .map(MigrationStatus::state)
                .toList();
    }

    private static List<String> columns(DatabaseSettings settings) throws SQLException {
        return query(
                settings,
                "SELECT LOWER(column_name) FROM information_schema.columns WHERE LOWER(table_name) = 'entry' AND"
                        + " table_schema = " + (settings.url().contains("mariadb") ? "DATABASE()" : "CURRENT_SCHEMA"));
    }

    private record StopAt(int statement, String moment) implements MigrationListener {

        @Override
        public void starts(MigrationStep step) {
            stop(step, "starts");
        }

        @Override
        public void ended(MigrationStep step, long rows, Duration elapsed) {
            stop(step, "ended");
        }

        private void stop(MigrationStep step, String now) {
            if (step.number() == statement && now.equals(moment)) {
                throw new IllegalStateException("stopped");
            }
        }
    }
}
