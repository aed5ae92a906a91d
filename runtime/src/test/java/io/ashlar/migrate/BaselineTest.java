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

class BaselineTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void takesADatabaseAsItIsAndGoesOnFromThere(String database) throws SQLException {
        var settings = fresh(database);
        execute(settings, "CREATE TABLE entry (id INT)");
        var blog = blog();

        Migrator.of(settings).baseline(blog.get(), "1");
        var states = Migrator.of(settings).status(List.of(blog.get())).get(0).migrations();
        Migrator.of(settings).migrate(List.of(blog.get()));

        assertThat(states)
                .extracting(MigrationStatus::state)
                .containsExactly(MigrationState.BASELINE, MigrationState.PENDING);
        assertThat(query(settings, "SELECT title FROM entry")).isEmpty();
    }

    @Test
    void refusesADatabaseWithoutTheTables() {
        assertThat(problem(fresh("h2"), "1").tag()).isEqualTo("baseline-tables-missing");
    }

    @Test
    void refusesAVersionThatIsNone() {
        assertThat(problem(fresh("h2"), "5").tag()).isEqualTo("baseline-unknown-version");
    }

    @Test
    void refusesWhereAHistoryExists() {
        var settings = fresh("h2");
        Migrator.of(settings).migrate(List.of(blog().get()));

        assertThat(problem(settings, "1").tag()).isEqualTo("baseline-history-exists");
    }

    @Test
    void tellsWhyAHistoryCannotBegin() throws SQLException {
        var admin = fresh("h2");
        execute(admin, "CREATE TABLE entry (id INT)");
        execute(admin, "CREATE USER reader PASSWORD 'secret'");
        execute(admin, "GRANT SELECT ON SCHEMA PUBLIC TO reader");

        var url = admin.url().replace(";DB_CLOSE_DELAY=-1", ""); // an option for administrators
        var problem = problem(new DatabaseSettings(url, "reader", "secret"), "1");

        assertThat(problem.tag()).isEqualTo("baseline-failed");
        assertThat(problem.what()).contains("'blog'", "rights").doesNotContain("secret");
        assertThat(query(admin, "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'"))
                .containsExactly("ENTRY");
    }

    private TestMigrations blog() {
        return TestMigrations.of("blog", directory)
                .file("V1__create.sql", "CREATE TABLE entry (id INT);")
                .file("V2__title.sql", "ALTER TABLE entry ADD COLUMN title VARCHAR(20);");
    }

    private Problem problem(DatabaseSettings settings, String version) {
        return catchThrowableOfType(
                        ProblemsFound.class, () -> Migrator.of(settings).baseline(blog().get(), version))
                .problems()
                .get(0);
    }
}
