package io.ashlar.migrate;

import static io.ashlar.migrate.TestMigrations.execute;
import static io.ashlar.migrate.TestMigrations.fresh;
import static io.ashlar.migrate.TestMigrations.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.problem.ProblemsFound;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody has been at the history: nothing runs twice, and nothing is passed over in silence. */
class TamperedHistoryTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void bringsBackWhatWasDeletedFromTheHistory(String database) throws SQLException {
        var settings = migrated(database);

        execute(settings, quoted(settings, "DELETE FROM #blog_schema_history# WHERE #version# = '2'"));
        var before = states(settings);
        Migrator.of(settings).migrate(List.of(blog()));

        assertThat(before).containsExactly(MigrationState.APPLIED, MigrationState.UNFINISHED);
        assertThat(states(settings)).containsOnly(MigrationState.APPLIED);
        assertThat(query(settings, "SELECT n FROM entry")).containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void bringsBackAHistoryThatWasDropped(String database) throws SQLException {
        var settings = migrated(database);

        execute(settings, quoted(settings, "DROP TABLE #blog_schema_history#"));
        Migrator.of(settings).migrate(List.of(blog()));

        assertThat(states(settings)).containsOnly(MigrationState.APPLIED);
        assertThat(query(settings, "SELECT n FROM entry")).containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void tellsOfAChecksumThatWasChanged(String database) throws SQLException {
        var settings = migrated(database);

        execute(settings, quoted(settings, "UPDATE #blog_schema_history# SET #checksum# = 1 WHERE #version# = '2'"));

        assertThat(tag(settings)).isEqualTo("migration-edited");
        assertThat(states(settings)).containsExactly(MigrationState.APPLIED, MigrationState.EDITED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void tellsOfARowThatCountsAsFailed(String database) throws SQLException {
        var settings = migrated(database);

        execute(settings, quoted(settings, "UPDATE #blog_schema_history# SET #success# = FALSE WHERE #version# = '2'"));

        assertThat(tag(settings)).isEqualTo("migration-failed-earlier");
        assertThat(states(settings)).containsExactly(MigrationState.APPLIED, MigrationState.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void tellsOfAVersionThatIsNone(String database) throws SQLException {
        var settings = migrated(database);

        execute(settings, quoted(settings, "UPDATE #blog_schema_history# SET #version# = '1.5' WHERE #version# = '2'"));

        assertThat(tag(settings)).isEqualTo("history-unreadable");
    }

    private DatabaseSettings migrated(String database) {
        var settings = fresh(database);
        Migrator.of(settings).migrate(List.of(blog()));
        return settings;
    }

    private ModuleMigrations blog() {
        return TestMigrations.of("blog", directory)
                .file("V1__entry.sql", "CREATE TABLE entry (n INT);\nINSERT INTO entry VALUES (1);")
                .file("V2__count.sql", "UPDATE entry SET n = n + 1;")
                .get();
    }

    private List<MigrationState> states(DatabaseSettings settings) {
        return Migrator.of(settings).status(List.of(blog())).get(0).migrations().stream()
                .map(MigrationStatus::state)
                .toList();
    }

    private String tag(DatabaseSettings settings) {
        return catchThrowableOfType(
                        ProblemsFound.class, () -> Migrator.of(settings).migrate(List.of(blog())))
                .problems()
                .get(0)
                .tag();
    }

    private static String quoted(DatabaseSettings settings, String sql) {
        return sql.replace("#", settings.url().contains("mariadb") ? "`" : "\"");
    }
}
