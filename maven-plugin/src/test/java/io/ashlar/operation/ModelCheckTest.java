package io.ashlar.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabases;
import io.ashlar.ddl.Introspection;
import io.ashlar.migrate.ModuleMigrations;
import io.ashlar.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCheckTest {

    @TempDir
    Path resources;

    @Test
    void hasNothingToSayWhereModelsAndMigrationsAgree() {
        Stock.generate(resources, Stock.models());

        assertThat(ModelCheck.problems("stock", Stock.models(), resources, List.of(Dialect.values())))
                .isEmpty();
    }

    @Test
    void tellsWhatMigrationsLackAndWritesNothing() throws IOException {
        Stock.generate(resources, Stock.models(Stock.Owner.class));
        var before = files();

        var problems = ModelCheck.problems(
                "stock", Stock.models(Stock.LaterOwner.class), resources, List.of(Dialect.values()));

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).tag()).isEqualTo("models-ahead");
        assertThat(problems.get(0).mend()).contains("mvn modules:db-generate -Dmodule=stock");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void passesOnWhatDbGenerateRefusesWithThePlacesOfTheProject() throws IOException {
        Stock.generate(resources, Stock.models(Stock.Owner.class));
        var h2 = Stock.folder(resources, Dialect.H2);
        Files.delete(h2.resolveSibling("schema.json"));
        Files.move(h2.resolveSibling("changes"), resources.resolve("lost"));

        var problems =
                ModelCheck.problems("stock", Stock.models(Stock.Owner.class), resources, List.of(Dialect.values()));

        assertThat(problems).extracting(Problem::tag).containsExactly("missing-snapshot");
        assertThat(problems.get(0).where()).startsWith(resources.toString());
    }

    @Test
    void findsBranchesThatConflict() throws IOException {
        Stock.generate(resources, Stock.models(Stock.Owner.class));
        var snapshot = Stock.folder(resources, Dialect.H2).resolveSibling("schema.json");
        var base = Files.readString(snapshot);
        Stock.generate(resources, Stock.models(Stock.LaterOwner.class));
        var changes = snapshot.resolveSibling("changes");
        var one = changes.resolve(files().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith("__add_owner_name.json"))
                .findFirst()
                .orElseThrow());
        Files.move(one, resources.resolve("one"));
        Files.writeString(snapshot, base);
        Stock.generate(resources, Stock.models(Stock.OthersOwner.class));
        Files.move(resources.resolve("one"), one);

        var problems = ModelCheck.problems(
                "stock", Stock.models(Stock.OthersOwner.class), resources, List.of(Dialect.values()));

        assertThat(problems).extracting(Problem::tag).containsExactly("branches-conflict");
        assertThat(problems.get(0).what()).contains("adds owner.name, and ");
        assertThat(problems.get(0).where()).isEqualTo(changes.toString());
    }

    @Test
    void sandboxRunsUpAndDown() {
        Stock.generate(resources, Stock.models());

        assertThat(sandbox(Stock.Owner.class, Stock.Item.class).problems()).isEmpty();
    }

    @Test
    void sandboxFindsMigrationsThatLeadElsewhere() throws IOException {
        Stock.generate(resources, Stock.models());
        Files.writeString(
                Stock.folder(resources, Dialect.H2).resolve("V99990101000000__by_hand.sql"),
                "alter table \"owner\" add column \"nick\" integer;");

        assertThat(sandbox(Stock.Owner.class, Stock.Item.class).problems())
                .extracting(Problem::what)
                .containsExactly("The migrations of module stock lead to something else than the models want:"
                        + " the column owner.nick is one too many");
    }

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, postgres, ''", "POSTGRESQL, , ", "MARIADB, admin, ashlar-test"})
    void sandboxRunsOnAServerAndLeavesNothingThere(Dialect dialect, @Nullable String user, @Nullable String password)
            throws Exception {
        Stock.generate(resources, Stock.models());
        Files.writeString(
                Stock.folder(resources, dialect).resolve("V99990101000000__by_hand.sql"),
                "alter table owner add column nick integer;");
        var fresh = TestDatabases.fresh(dialect.id());
        var neighbour = new DatabaseSettings(
                fresh.url(), user == null ? fresh.user() : user, user == null ? fresh.password() : password);

        var problems = new Sandbox(
                        new ModuleMigrations("stock", Stock.folder(resources, dialect)),
                        Stock.models().read().schema(),
                        dialect,
                        neighbour)
                .problems();

        assertThat(problems)
                .extracting(Problem::what)
                .containsExactly("The migrations of module stock lead to something else than the models want:"
                        + " the column owner.nick is one too many");
        try (var connection = fresh.connect()) {
            assertThat(Introspection.of(connection, dialect)).isEmpty();
            assertThat(Introspection.rows(
                            connection,
                            dialect == Dialect.POSTGRESQL
                                    ? "select datname from pg_database union all select nspname from pg_namespace"
                                    : "show databases"))
                    .noneMatch(name -> name.startsWith("ashlar_verify"));
        }
    }

    @Test
    void sandboxRefusesMigrationsThatWouldReachTheDatabaseBesideIt() throws Exception {
        Stock.generate(resources, Stock.models(Stock.Owner.class));
        var folder = Stock.folder(resources, Dialect.MARIADB);
        Files.writeString(folder.resolve("V99990101000000__by_hand.sql"), "delete from `shop`.`owner`;");

        var problems = new Sandbox(
                        new ModuleMigrations("stock", folder),
                        Stock.models(Stock.Owner.class).read().schema(),
                        Dialect.MARIADB,
                        new DatabaseSettings("jdbc:mariadb://localhost/shop", "anna", ""))
                .problems();

        assertThat(problems).extracting(Problem::tag).containsExactly("verify-not-possible");
        assertThat(problems.get(0).what()).contains("V99990101000000__by_hand.sql", "names 'shop'");
    }

    @Test
    void sandboxFindsDownScriptsThatUndoTooLittle() throws IOException {
        Stock.generate(resources, Stock.models(Stock.Owner.class));
        var folder = Stock.folder(resources, Dialect.H2);
        Files.writeString(folder.resolve("V99990101000000__note.sql"), "create table \"note\" (\"id\" integer);");
        Files.writeString(folder.resolve("U99990101000000__note.sql"), "select 1;");

        assertThat(sandbox(Stock.Owner.class).problems())
                .extracting(Problem::what)
                .singleElement()
                .satisfies(what -> assertThat(what).contains("__note.sql", "already exists"));
    }

    private Sandbox sandbox(Class<?>... models) {
        return new Sandbox(
                new ModuleMigrations("stock", Stock.folder(resources, Dialect.H2)),
                Stock.models(models).read().schema());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(resources)) {
            return files.sorted().toList();
        }
    }
}
