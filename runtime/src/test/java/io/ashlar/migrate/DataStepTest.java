package io.ashlar.migrate;

import static io.ashlar.migrate.TestMigrations.execute;
import static io.ashlar.migrate.TestMigrations.fresh;
import static io.ashlar.migrate.TestMigrations.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A migration may be a class of its module. */
class DataStepTest {

    private static final String STEP = "-- ashlar:java io.ashlar.migrate.SplitNames\n";
    private static final String BATCHED = "-- ashlar:batch 3 author.id\n" + STEP;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void changesAllRowsInOneTransactionOrBatchByBatch(String dialect) throws SQLException {
        var settings = withAuthors(dialect);
        var blog = blog(STEP).file("V2__again.sql", BATCHED);

        var report = migrate(settings, blog);

        assertThat(report.get(0).applied()).hasSize(2);
        assertThat(query(settings, "SELECT given FROM author WHERE n = 2 ORDER BY id"))
                .hasSize(8)
                .contains("Ada 1", "Ada 8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void goesOnWithTheBatchThatItFailedAt(String dialect) throws SQLException {
        var settings = withAuthors(dialect);
        execute(settings, "UPDATE author SET name = 'stop' WHERE id = 5");

        var problem = refused(settings, blog(BATCHED));
        var changed = query(settings, "SELECT id FROM author WHERE n = 1 ORDER BY id");
        execute(settings, "UPDATE author SET name = 'Ada Stop' WHERE id = 5");
        migrate(settings, blog(BATCHED));

        assertThat(problem.what()).contains("io.ashlar.migrate.SplitNames", "IllegalStateException: no name");
        assertThat(problem.mend()).contains("the batches of 3 rows stay done");
        assertThat(changed).containsExactly("1", "2", "3");
        assertThat(query(settings, "SELECT n FROM author")).hasSize(8).containsOnly("1");
    }

    @Test
    void cannotCommitWhatIsCommittedWithItsProgress() throws SQLException {
        var settings = withAuthors("h2");
        var blog = blog("-- ashlar:java committing");

        var found = catchThrowableOfType(
                ProblemsFound.class,
                () -> Migrator.of(settings)
                        .migrate(List.of(new ModuleMigrations("blog", blog.get().folder(), type -> batch -> {
                            batch.connection().commit();
                            return 0;
                        }))));

        assertThat(found.problems().get(0).what()).contains("a data step cannot call commit()");
    }

    @Test
    void undoesByAClassToo() throws SQLException {
        var settings = withAuthors("h2");
        var blog = blog("UPDATE author SET n = 5;").file("U1__step.sql", BATCHED);
        migrate(settings, blog);

        var undone = Migrator.of(settings).rollback(loading(blog), RollbackRequest.LAST_RUN);

        assertThat(undone).hasSize(1);
        assertThat(query(settings, "SELECT n FROM author")).hasSize(8).containsOnly("6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.ashlar.migrate.Gone", "java.lang.String", "io.ashlar.migrate.DataStep"})
    void refusesAClassThatIsNoneBeforeAnythingRuns(String type) throws SQLException {
        var settings = withAuthors("h2");
        var blog = blog("UPDATE author SET n = 5;").file("V2__step.sql", "-- ashlar:java " + type + "\n");

        var problem = refused(settings, blog);

        assertThat(problem.tag()).isEqualTo("data-step-missing");
        assertThat(problem.where()).endsWith("V2__step.sql:1");
        assertThat(query(settings, "SELECT DISTINCT n FROM author")).containsExactly("0");
    }

    @Test
    void refusesStatementsBesideAClassAndSeveralClasses() throws SQLException {
        var settings = withAuthors("h2");

        assertThat(refused(settings, blog(STEP + "UPDATE author SET n = 1;")).tag())
                .isEqualTo("data-step-mixed");
        assertThat(refused(settings, blog(STEP + STEP)).tag()).isEqualTo("data-step-unreadable");
        assertThat(refused(settings, blog("-- ashlar:java\n")).tag()).isEqualTo("data-step-unreadable");
    }

    private TestMigrations blog(String sql) {
        return TestMigrations.of("blog", directory).file("V1__step.sql", sql);
    }

    private static ModuleMigrations loading(TestMigrations blog) {
        return new ModuleMigrations("blog", blog.get().folder(), DataSteps.of(DataStepTest.class.getClassLoader()));
    }

    private static List<MigratedModule> migrate(DatabaseSettings settings, TestMigrations blog) {
        return Migrator.of(settings).migrate(List.of(loading(blog)));
    }

    private static Problem refused(DatabaseSettings settings, TestMigrations blog) {
        var found = catchThrowableOfType(ProblemsFound.class, () -> migrate(settings, blog));
        assertThat(found.problems()).hasSize(1);
        return found.problems().get(0);
    }

    private static DatabaseSettings withAuthors(String dialect) throws SQLException {
        var settings = fresh(dialect);
        execute(settings, "CREATE TABLE author (id INT PRIMARY KEY, name VARCHAR(40), given VARCHAR(40), n INT)");
        for (int i = 1; i <= 8; i++) {
            execute(settings, "INSERT INTO author VALUES (" + i + ", 'Ada " + i + " King', NULL, 0)");
        }
        return settings;
    }
}
