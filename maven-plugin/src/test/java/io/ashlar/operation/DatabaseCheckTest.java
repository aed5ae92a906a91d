package io.ashlar.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabases;
import io.ashlar.ddl.Introspection;
import io.ashlar.migrate.Migrator;
import io.ashlar.migrate.ModuleMigrations;
import io.ashlar.problem.Problem;
import io.ashlar.schema.EclipseLinkSchemas;
import io.ashlar.schema.SchemaSource;
import io.ashlar.schema.models.Auth;
import io.ashlar.schema.models.CaveatEmptor;
import io.ashlar.schema.models.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseCheckTest {

    @TempDir
    Path resources;

    private final StringBuilder told = new StringBuilder();

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void findsNoDriftInWhatMigrationsMade(Dialect dialect) throws IOException {
        for (var models : List.of(Stock.models(), of(Shop.models()), of(Auth.models()), of(CaveatEmptor.models()))) {
            deleteMigrations();
            assertThat(drift(dialect, migrated(dialect, models), models, false)).isEmpty();
        }
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void tellsWhatWasChangedByHandAndLeavesTablesOfOthersAlone(Dialect dialect) throws SQLException {
        var settings = migrated(dialect, Stock.models());
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
        var before = introspect(dialect, settings);

        var problems = drift(dialect, settings, Stock.models(), false);

        assertThat(problems).extracting(Problem::tag).containsOnly("drift");
        assertThat(problems)
                .extracting(problem -> problem.what().replaceFirst(".*made it: ", ""))
                .containsExactlyInAnyOrder(
                        "the column item.extra is in the database only",
                        "the column item.wide is missing",
                        "the column item.big is of type integer, not bigint",
                        "the index or constraint by_hand of item is in the database only");
        assertThat(introspect(dialect, settings)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void tellsDefaultsCommentsConditionsActionsOrdersAndSequences(Dialect dialect) throws SQLException {
        var settings = migrated(dialect, of(Shop.models()));
        boolean mariadb = dialect == Dialect.MARIADB;
        execute(dialect, settings, mariadb ? "alter table #order# comment = 'x'" : "comment on table #order# is 'x'");
        execute(dialect, settings, "alter table #order# alter column #status# set default 'PAID'");
        execute(dialect, settings, "alter table #order# drop constraint #ck_positive#");
        execute(dialect, settings, "alter table #order# add constraint #ck_positive# check (#total# >= 1)");
        execute(dialect, settings, "alter table #order# drop column #twice#");
        execute(
                dialect,
                settings,
                "alter table #order# add column #twice# bigint generated always as (#total# * 3)"
                        + (dialect == Dialect.H2 ? "" : " stored"));
        execute(dialect, settings, "drop index #by_total#" + (mariadb ? " on #order#" : ""));
        execute(dialect, settings, "create index #by_total# on #order# (#total# desc)");
        execute(dialect, settings, "alter table #item# drop constraint #fk_item_order_id#");
        execute(
                dialect,
                settings,
                "alter table #item# add constraint #fk_item_order_id# foreign key (#order_id#) references #order# (#id#)"
                        + " on delete cascade");
        execute(dialect, settings, "alter sequence #item_seq# increment by 7");

        var problems = drift(dialect, settings, of(Shop.models()), false);

        assertThat(problems)
                .extracting(problem -> problem.what()
                        .replaceFirst(".*made it: ", "")
                        .replaceFirst("( is computed from| has the \\w+|constraint \\w+ of \\w+ is).*", "$1"))
                .containsExactlyInAnyOrder(
                        "the table order has the comment",
                        "the column order.status has the default",
                        "the column order.twice is computed from",
                        "the column order.twice has no comment, not "
                                + (mariadb ? "'for accounting'" : "for accounting"),
                        "the index or constraint ck_positive of order is",
                        "the index or constraint by_total of order is",
                        "the index or constraint fk_item_order_id of item is",
                        "the sequence item_seq counts by 7, not 50");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void tellsAMigrationThatLeadsElsewhereFromAChangeByHand(Dialect dialect) throws Exception {
        Stock.generate(resources, Stock.models());
        Files.writeString(
                Stock.folder(resources, dialect).resolve("V99990101000000__nick.sql"),
                quoted(dialect, "alter table #owner# add column #nick# integer;"));
        var settings = settings(dialect);
        Migrator.of(settings).migrate(List.of(migrations(dialect)));
        execute(dialect, settings, "alter table #owner# add column #beard# integer");
        var before = introspect(dialect, settings);

        for (boolean replay : List.of(true, false)) {
            var problems = drift(dialect, settings, Stock.models(), replay);

            assertThat(problems)
                    .extracting(Problem::what)
                    .containsExactly(
                            "The database is not what the migrations of module stock made it: the column owner.beard is in"
                                    + " the database only",
                            "The migrations of module stock lead elsewhere than its models: the column owner.nick is in"
                                    + " the database only");
            assertThat(problems.get(0).mend()).contains("by hand: undo it there");
            assertThat(problems.get(1).mend()).contains("V99990101000000__nick.sql");
        }
        assertThat(introspect(dialect, settings)).isEqualTo(before);
    }

    private DatabaseSettings migrated(Dialect dialect, SchemaSource models) {
        Stock.generate(resources, models);
        var settings = settings(dialect);
        Migrator.of(settings).migrate(List.of(migrations(dialect)));
        return settings;
    }

    private static DatabaseSettings settings(Dialect dialect) {
        var database = TestDatabases.fresh(dialect.id());
        return new DatabaseSettings(database.url(), database.user(), database.password());
    }

    private ModuleMigrations migrations(Dialect dialect) {
        return new ModuleMigrations("stock", Stock.folder(resources, dialect));
    }

    private List<Problem> drift(Dialect dialect, DatabaseSettings settings, SchemaSource models, boolean replay) {
        return DatabaseCheck.drift(
                settings,
                List.of(new ModuleTables(migrations(dialect), models.read().schema(), replay)),
                told::append);
    }

    private static SchemaSource of(List<Class<?>> models) {
        return EclipseLinkSchemas.of("stock", models, DatabaseCheckTest.class.getClassLoader());
    }

    private void deleteMigrations() throws IOException {
        try (Stream<Path> files = Files.walk(resources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<String> introspect(Dialect dialect, DatabaseSettings settings) throws SQLException {
        try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
            return Introspection.of(connection, dialect);
        }
    }

    private static void execute(Dialect dialect, DatabaseSettings settings, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                var statement = connection.createStatement()) {
            statement.execute(quoted(dialect, sql));
        }
    }

    private static String quoted(Dialect dialect, String sql) {
        return sql.replace("#", dialect == Dialect.MARIADB ? "`" : "\"");
    }
}
