package io.ashlar.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabases;
import io.ashlar.migrate.Migrator;
import io.ashlar.migrate.ModuleMigrations;
import io.ashlar.problem.Problem;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseCheckTest {

    @TempDir
    Path resources;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void findsNoDriftInWhatMigrationsMade(Dialect dialect) {
        assertThat(drift(migrated(dialect))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void tellsWhatWasChangedByHandAndPassesOverTablesOfOthers(Dialect dialect) throws SQLException {
        var settings = migrated(dialect);
        execute(dialect, settings, "create table #theirs# (#id# integer)");
        execute(dialect, settings, "alter table #item# add column #extra# integer");
        execute(dialect, settings, "alter table #item# drop column #wide#");
        execute(dialect, settings, "create index #by_hand# on #item# (#number#)");
        execute(
                dialect,
                settings,
                switch (dialect) {
                    case H2 -> "alter table #item# alter column #big# integer";
                    case POSTGRESQL -> "alter table #item# alter column #big# type integer";
                    case MARIADB -> "alter table #item# modify column #big# integer";
                });

        var problems = drift(settings);

        assertThat(problems).extracting(Problem::tag).containsOnly("drift");
        assertThat(problems)
                .extracting(problem -> problem.what().replaceFirst(".*made it: ", ""))
                .containsExactlyInAnyOrder(
                        "the column item.extra is in the database only",
                        "the column item.wide is missing",
                        "the column item.big is of type integer, not bigint",
                        "the index or constraint by_hand of item is in the database only");
    }

    private DatabaseSettings migrated(Dialect dialect) {
        var database = TestDatabases.fresh(dialect.id());
        var settings = new DatabaseSettings(database.url(), database.user(), database.password());
        Stock.generate(resources, Stock.models());
        Migrator.of(settings).migrate(List.of(new ModuleMigrations("stock", Stock.folder(resources, dialect))));
        return settings;
    }

    private static List<Problem> drift(DatabaseSettings settings) {
        return DatabaseCheck.drift(
                settings, Map.of("stock", Stock.models().read().schema()));
    }

    private static void execute(Dialect dialect, DatabaseSettings settings, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                var statement = connection.createStatement()) {
            statement.execute(sql.replace("#", dialect == Dialect.MARIADB ? "`" : "\""));
        }
    }
}
