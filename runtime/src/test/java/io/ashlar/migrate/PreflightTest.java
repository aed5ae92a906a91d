package io.ashlar.migrate;

import static io.ashlar.migrate.TestMigrations.execute;
import static io.ashlar.migrate.TestMigrations.fresh;
import static io.ashlar.migrate.TestMigrations.h2File;
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

class PreflightTest {

    private static final String NO_NULL = "-- Module blog: require\n"
            + "-- ashlar:preflight null-in-required | entry.n is empty in {count} rows and becomes required"
            + " | select count(*) from entry where n is null\n";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void reportsAllRowsInTheWayAtOnceAndChangesNothing(String database) throws SQLException {
        var settings = fresh(database);
        var blog = created(settings);
        blog.file("V2__other.sql", "CREATE TABLE other (id INT);")
                .file("V3__require.sql", NO_NULL + "UPDATE entry SET n = 7;")
                .file(
                        "V4__unique.sql",
                        "-- ashlar:preflight duplicate | {count} values of entry.id are there twice | select count(*) from"
                                + " (select id from entry group by id having count(*) > 1) d\nUPDATE entry SET n = 8;");

        var problems = problems(settings, blog);

        assertThat(problems).extracting(Problem::tag).containsExactly("null-in-required", "duplicate");
        assertThat(problems.get(0).what())
                .isEqualTo(
                        "'V3__require.sql' of module 'blog' cannot run: entry.n is empty in 2 rows and becomes required");
        assertThat(problems.get(0).where()).endsWith("V3__require.sql:2");
        assertThat(problems.get(0).mend()).contains("select count(*) from entry where n is null");
        assertThat(query(settings, "SELECT n FROM entry WHERE n IS NOT NULL")).containsExactly("1");
        assertThat(Migrator.of(settings).status(List.of(blog.get())).get(0).pending())
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void asksAboutATableOfAnEarlierFileRightBeforeItsOwn(String database) throws SQLException {
        var settings = fresh(database);
        var blog = TestMigrations.of("blog", directory)
                .file("V1__create.sql", "CREATE TABLE entry (id INT, n INT); INSERT INTO entry VALUES (1, NULL);")
                .file("V2__require.sql", NO_NULL + "CREATE TABLE never (id INT);");

        var problems = problems(settings, blog);
        var pending = Migrator.of(settings).status(List.of(blog.get())).get(0).pending();
        execute(settings, "UPDATE entry SET n = 1");
        Migrator.of(settings).migrate(List.of(blog.get()));

        assertThat(problems).extracting(Problem::tag).containsExactly("null-in-required");
        assertThat(pending).extracting(Migration::version).containsExactly("2");
        assertThat(query(settings, "SELECT id FROM never")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void saysWhenAQuestionCanNeverBeAnswered(String database) throws SQLException {
        var settings = fresh(database);
        var blog = created(settings)
                .file(
                        "V2__a.sql",
                        "-- ashlar:preflight t | {count} | select count(*) from missing\nUPDATE entry SET n = 1;");

        assertThat(problems(settings, blog)).extracting(Problem::tag).containsExactly("preflight-failed");
    }

    @Test
    void refusesAMalformedLine() throws SQLException {
        var settings = fresh("h2");
        var blog = created(settings).file("V2__a.sql", "-- ashlar:preflight t | no query\nUPDATE entry SET n = 1;");

        assertThat(problems(settings, blog)).extracting(Problem::tag).containsExactly("preflight-malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void planTellsStatementsRowsAndAnswersAndRunsNothing(String database) throws SQLException {
        var settings = fresh(database);
        var blog = created(settings)
                .file("V2__require.sql", NO_NULL + "UPDATE entry SET n = 7;\nCREATE TABLE other (id INT);")
                .file(
                        "V3__other.sql",
                        "-- ashlar:preflight t | {count} others | select count(*) from other\nDELETE FROM other;");

        var plan = Migrator.of(settings).plan(List.of(blog.get()));

        assertThat(plan)
                .extracting(PlannedMigration::statements)
                .containsExactly(
                        List.of("UPDATE entry SET n = 7", "CREATE TABLE other (id INT)"), List.of("DELETE FROM other"));
        assertThat(plan.get(0).tables()).extracting(TouchedTable::rows).containsExactly(3L);
        assertThat(plan.get(0).checks())
                .containsExactly(
                        new PlannedCheck("null-in-required", "entry.n is empty in 2 rows and becomes required", 2L));
        assertThat(plan.get(0).isHeldUp()).isTrue();
        assertThat(plan.get(0).transactional()).isEqualTo(database.equals("postgresql"));
        assertThat(plan.get(1).checks()).containsExactly(new PlannedCheck("t", "{count} others", null));
        assertThat(query(settings, "SELECT n FROM entry WHERE n IS NOT NULL")).containsExactly("1");
        assertThat(Migrator.of(settings).status(List.of(blog.get())).get(0).pending())
                .hasSize(2);
    }

    @Test
    void planCreatesNoDatabase() {
        var settings = h2File(directory.resolve("data"));
        var blog = TestMigrations.of("blog", directory).file("V1__create.sql", "CREATE TABLE entry (id INT);");

        var plan = Migrator.of(settings).plan(List.of(blog.get()));

        assertThat(plan).hasSize(1);
        assertThat(directory.resolve("data")).doesNotExist();
    }

    private TestMigrations created(DatabaseSettings settings) {
        var blog = TestMigrations.of("blog", directory)
                .file(
                        "V1__create.sql",
                        "CREATE TABLE entry (id INT, n INT); INSERT INTO entry VALUES (1, NULL), (1, NULL), (2, 1);");
        Migrator.of(settings).migrate(List.of(blog.get()));
        return blog;
    }

    private static List<Problem> problems(DatabaseSettings settings, TestMigrations blog) {
        return catchThrowableOfType(
                        ProblemsFound.class, () -> Migrator.of(settings).migrate(List.of(blog.get())))
                .problems();
    }
}
