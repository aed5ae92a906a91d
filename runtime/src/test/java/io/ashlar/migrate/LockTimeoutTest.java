package io.ashlar.migrate;

import static io.ashlar.migrate.TestMigrations.fresh;
import static io.ashlar.migrate.TestMigrations.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.problem.ProblemsFound;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockTimeoutTest {

    private static final Duration TIMEOUT = Duration.ofMillis(300);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void givesWayAndTriesAgainUntilTheLockIsFree(String database) throws SQLException {
        var settings = fresh(database);
        var blog = blog(settings);
        try (var reader = reading(settings)) {
            var waits = new ArrayList<Integer>();
            var listener = new MigrationListener() {
                @Override
                public void waits(MigrationStep step, int attempt) {
                    waits.add(attempt);
                    if (attempt == 2) {
                        end(reader);
                    }
                }
            };

            Migrator.of(settings)
                    .with(MigrationOptions.DEFAULT.locks(TIMEOUT, 5).listener(listener))
                    .migrate(List.of(blog.get()));

            assertThat(waits).containsExactly(1, 2);
            assertThat(query(settings, "SELECT title FROM entry")).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void saysWhenTheLockIsNeverFree(String database) throws SQLException {
        var settings = fresh(database);
        var blog = blog(settings);
        try (var reader = reading(settings)) {
            var options = MigrationOptions.DEFAULT.locks(TIMEOUT, 2);

            var found = catchThrowableOfType(
                    ProblemsFound.class,
                    () -> Migrator.of(settings).with(options).migrate(List.of(blog.get())));
            end(reader);
            Migrator.of(settings).migrate(List.of(blog.get()));

            assertThat(found.problems().get(0).tag()).isEqualTo("migration-lock-timeout");
            assertThat(found.problems().get(0).what()).contains("waited 2 times 0.3 seconds", "ALTER TABLE entry");
            assertThat(found.problems().get(0).mend()).contains("-DlockTimeout=");
        }
    }

    private TestMigrations blog(DatabaseSettings settings) {
        var blog = TestMigrations.of("blog", directory)
                .file("V1__create.sql", "CREATE TABLE entry (id INT); INSERT INTO entry VALUES (1);");
        Migrator.of(settings).migrate(List.of(blog.get()));
        return blog.file("V2__title.sql", "ALTER TABLE entry ADD COLUMN title VARCHAR(20);");
    }

    /** Reads the table in a transaction that stays open. */
    private static Connection reading(DatabaseSettings settings) throws SQLException {
        var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT id FROM entry")) {
            assertThat(rows.next()).isTrue();
        }
        return connection;
    }

    private static void end(Connection reader) {
        try {
            reader.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
