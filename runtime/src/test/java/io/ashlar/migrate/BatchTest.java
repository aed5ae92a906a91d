package io.ashlar.migrate;

import static io.ashlar.migrate.TestMigrations.execute;
import static io.ashlar.migrate.TestMigrations.fresh;
import static io.ashlar.migrate.TestMigrations.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement that goes through its rows batch by batch meets each row once, whatever happens in between. */
class BatchTest {

    private static final String ADD_ONE =
            "-- ashlar:batch 100 entry.id\nUPDATE entry SET n = n + 1 WHERE id BETWEEN {from} AND {to};\n";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void meetsEachRowOnceAmongOtherStatements(String dialect) throws SQLException {
        var settings = withEntries(dialect, 250);
        var seen = new ArrayList<Long>();
        var changed = new ArrayList<Long>();
        var blog = blog("ALTER TABLE entry ADD COLUMN title VARCHAR(20);\n" + ADD_ONE
                + "UPDATE entry SET title = 'x' WHERE n = 1;");

        Migrator.of(settings)
                .with(MigrationOptions.DEFAULT.listener(new MigrationListener() {
                    @Override
                    public void progresses(MigrationStep step, long rows, long total) {
                        seen.add(rows);
                        assertThat(total).isEqualTo(250);
                    }

                    @Override
                    public void ended(MigrationStep step, long rows, Duration elapsed) {
                        changed.add(rows);
                    }
                }))
                .migrate(List.of(blog.get()));

        assertThat(seen).containsExactly(0L, 100L, 200L, 250L);
        assertThat(changed).containsExactly(0L, 250L, 250L);
        assertThat(query(settings, "SELECT COUNT(*) FROM entry WHERE n = 1 AND title = 'x'"))
                .containsExactly("250");
        assertThat(Migrator.of(settings).migrate(List.of(blog.get())).get(0).applied())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void goesOnAfterTheLastBatchWhereverItStopped(String dialect) throws SQLException {
        var settings = withEntries(dialect, 350);
        var blog = blog(ADD_ONE);

        for (long stop : List.of(0L, 100L, 100L, 300L, 350L)) {
            assertThatThrownBy(() -> Migrator.of(settings)
                            .with(MigrationOptions.DEFAULT.listener(new Stop(stop)))
                            .migrate(List.of(blog.get())))
                    .hasMessage("stopped at " + stop);
            assertThat(query(settings, "SELECT COUNT(*) FROM entry WHERE n = 1"))
                    .containsExactly(Long.toString(stop));
        }
        Migrator.of(settings).migrate(List.of(blog.get()));

        assertThat(query(settings, "SELECT COUNT(*) FROM entry WHERE n = 1")).containsExactly("350");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void keepsTheBatchesBeforeOneThatFailsAndGoesOnOnceItIsCorrected(String dialect) throws SQLException {
        var settings = withEntries(dialect, 350);
        execute(settings, "ALTER TABLE entry ADD CONSTRAINT small CHECK (n <> 7)");
        execute(settings, "UPDATE entry SET n = 6 WHERE id = 222");
        var blog = blog(ADD_ONE);

        var problem = refused(settings, blog);
        blog.file("V1__step.sql", ADD_ONE.replace("n + 1", "CASE n WHEN 6 THEN 8 ELSE n + 1 END"));
        Migrator.of(settings).migrate(List.of(blog.get()));

        assertThat(problem.tag()).isEqualTo("migration-failed");
        assertThat(problem.mend()).contains("the batches of 200 rows stay done");
        assertThat(query(settings, "SELECT n FROM entry WHERE n <> 1")).containsExactly("8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void asksWhenTheColumnOfAHalfDoneStepIsAnother(String dialect) throws SQLException {
        var settings = withEntries(dialect, 350);
        var blog = blog(ADD_ONE);
        assertThatThrownBy(() -> Migrator.of(settings)
                        .with(MigrationOptions.DEFAULT.listener(new Stop(100)))
                        .migrate(List.of(blog.get())))
                .hasMessage("stopped at 100");

        blog.file("V1__step.sql", ADD_ONE.replace("entry.id", "entry.n"));

        assertThat(refused(settings, blog).tag()).isEqualTo("migration-broke-off-earlier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void walksTextsWithAnySigns(String dialect) throws SQLException {
        var settings = fresh(dialect);
        execute(settings, "CREATE TABLE entry (id VARCHAR(40) PRIMARY KEY, n INT)");
        var backslash = dialect.equals("mariadb") ? "\\\\" : "\\";
        for (var key : List.of("", "''", "a''b", "C:" + backslash + "x" + backslash, "{to}", "ü", "€", "Z", "b")) {
            execute(settings, "INSERT INTO entry VALUES ('" + key + "', 0)");
        }

        Migrator.of(settings).migrate(List.of(blog(ADD_ONE.replace("100", "1")).get()));

        assertThat(query(settings, "SELECT DISTINCT n FROM entry")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void walksUuids(String dialect) throws SQLException {
        var settings = fresh(dialect);
        execute(settings, "CREATE TABLE entry (id UUID PRIMARY KEY, n INT)");
        for (var digit :
                "0123456789abcdef".chars().mapToObj(Character::toString).toList()) {
            execute(
                    settings,
                    "INSERT INTO entry VALUES ('" + digit + "0000000-0000-4000-8000-00000000000" + digit + "', 0)");
        }

        Migrator.of(settings).migrate(List.of(blog(ADD_ONE.replace("100", "3")).get()));

        assertThat(query(settings, "SELECT n FROM entry")).hasSize(16).containsOnly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void endsAlthoughItInsertsIntoTheTableThatItWalks(String dialect) throws SQLException {
        var settings = withEntries(dialect, 250);

        Migrator.of(settings)
                .migrate(List.of(blog("-- ashlar:batch 100 entry.id\nINSERT INTO entry (id, n)"
                                + " SELECT id + 1000, 5 FROM entry WHERE id BETWEEN {from} AND {to};")
                        .get()));

        assertThat(query(settings, "SELECT COUNT(*) FROM entry")).containsExactly("500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void deletesBatchByBatchAndHasNothingToDoInAnEmptyTable(String dialect) throws SQLException {
        var settings = withEntries(dialect, 250);
        var delete = "-- ashlar:batch 100 entry.id\nDELETE FROM entry WHERE id BETWEEN {from} AND {to};";

        Migrator.of(settings).migrate(List.of(blog(delete + "\n" + delete).get()));

        assertThat(query(settings, "SELECT COUNT(*) FROM entry")).containsExactly("0");
    }

    @ParameterizedTest
    @CsvSource({
        "h2, is empty in some rows", "postgresql, is empty in some rows", "mariadb, is empty in some rows",
        "h2, cannot go in batches", "postgresql, cannot go in batches", "mariadb, cannot go in batches"
    })
    void refusesAColumnThatWouldLeaveRowsOut(String dialect, String reason) throws SQLException {
        var settings = fresh(dialect);
        execute(settings, "CREATE TABLE entry (id INT, n INT, weight DOUBLE PRECISION NOT NULL)");
        execute(settings, "INSERT INTO entry VALUES (1, 0, 1.5), (NULL, 0, 2.5)");
        var column = reason.startsWith("cannot") ? "entry.weight" : "entry.id";

        var problem = refused(settings, blog(ADD_ONE.replace("entry.id", column)));

        assertThat(problem.what()).contains(column, reason);
        assertThat(query(settings, "SELECT DISTINCT n FROM entry")).containsExactly("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- ashlar:batch entry.id\nUPDATE entry SET n = 1 WHERE id BETWEEN {from} AND {to};",
                "-- ashlar:batch 0 entry.id\nUPDATE entry SET n = 1 WHERE id BETWEEN {from} AND {to};",
                "-- ashlar:batch 10 id\nUPDATE entry SET n = 1 WHERE id BETWEEN {from} AND {to};",
                "-- ashlar:batch 10 entry.id\nUPDATE entry SET n = 1;",
                "-- ashlar:batch 10 entry.id\nALTER TABLE entry ADD COLUMN m INT; -- {from} {to}",
                "-- ashlar:batch 10 entry.id\n-- ashlar:batch 10 entry.n\nDELETE FROM entry WHERE id BETWEEN {from} AND {to};",
                "UPDATE entry SET n = 1;\n-- ashlar:batch 10 entry.id\n",
                "UPDATE entry SET n = 1\n-- ashlar:batch 10 entry.id\nWHERE id BETWEEN 1 AND 2;",
            })
    void refusesWhatItWouldRunInAnotherWayThanItsAuthorThinks(String sql) throws SQLException {
        var settings = withEntries("h2", 3);

        var problem = refused(settings, blog(sql));

        assertThat(problem.tag()).isEqualTo("batch-unreadable");
        assertThat(problem.mend()).containsAnyOf("-- ashlar:batch 1000", "right above the statement");
        assertThat(query(settings, "SELECT DISTINCT n FROM entry")).containsExactly("0");
    }

    @Test
    void asksALaterFilesQuestionAgainAfterTheStepThatMendsItsRows() throws SQLException {
        var settings = withEntries("h2", 250);
        var blog = blog(ADD_ONE)
                .file(
                        "V2__contract.sql",
                        "-- ashlar:preflight zero | {count} rows are 0 | SELECT COUNT(*) FROM entry WHERE n = 0\n"
                                + "ALTER TABLE entry ADD CHECK (n > 0);");

        var plan = Migrator.of(settings).plan(List.of(blog.get()));
        Migrator.of(settings).migrate(List.of(blog.get()));

        assertThat(plan).noneMatch(PlannedMigration::isHeldUp);
        assertThat(query(settings, "SELECT DISTINCT n FROM entry")).containsExactly("1");
    }

    @Test
    void stopsBeforeALaterFileWhoseRowsTheStepLeft() throws SQLException {
        var settings = withEntries("h2", 250);
        var blog = blog(ADD_ONE.replace("WHERE", "WHERE id > 3 AND"))
                .file(
                        "V2__contract.sql",
                        "-- ashlar:preflight zero | {count} rows are 0 | SELECT COUNT(*) FROM entry WHERE n = 0\n"
                                + "ALTER TABLE entry ADD CHECK (n > 0);");

        var problem = refused(settings, blog);

        assertThat(problem.tag()).isEqualTo("zero");
        assertThat(problem.what()).contains("3 rows are 0");
    }

    @Test
    void refusesAFileThatIsStillToBeFilledInBeforeAnythingRuns() throws SQLException {
        var settings = withEntries("h2", 3);
        var blog = blog("UPDATE entry SET n = 1;").file("V2__data.sql", "-- Yours\n-- ashlar:unfilled\n");

        var problem = refused(settings, blog);

        assertThat(problem.tag()).isEqualTo("data-step-unfilled");
        assertThat(problem.where()).endsWith("V2__data.sql:2");
        assertThat(query(settings, "SELECT DISTINCT n FROM entry")).containsExactly("0");
    }

    private TestMigrations blog(String sql) {
        return TestMigrations.of("blog", directory).file("V1__step.sql", sql);
    }

    private static Problem refused(DatabaseSettings settings, TestMigrations blog) {
        var found = catchThrowableOfType(
                ProblemsFound.class, () -> Migrator.of(settings).migrate(List.of(blog.get())));
        assertThat(found.problems()).hasSize(1);
        return found.problems().get(0);
    }

    private static DatabaseSettings withEntries(String dialect, int rows) throws SQLException {
        var settings = fresh(dialect);
        execute(settings, "CREATE TABLE entry (id INT PRIMARY KEY, n INT)");
        var values = new ArrayList<String>();
        for (int i = 1; i <= rows; i++) {
            values.add("(" + i + ", 0)");
        }
        execute(settings, "INSERT INTO entry VALUES " + String.join(", ", values));
        return settings;
    }

    /** Stops once so many rows are done, as if the process had ended. */
    private record Stop(long rows) implements MigrationListener {

        @Override
        public void progresses(MigrationStep step, long seen, long total) {
            if (seen == rows) {
                throw new IllegalStateException("stopped at " + rows);
            }
        }
    }
}
