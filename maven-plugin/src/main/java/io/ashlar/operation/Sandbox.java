package io.ashlar.operation;

import io.ashlar.database.Database;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.ddl.Ddl;
import io.ashlar.diff.SchemaDiff;
import io.ashlar.migrate.MigrationStatus;
import io.ashlar.migrate.Migrator;
import io.ashlar.migrate.ModuleMigrations;
import io.ashlar.migrate.RollbackRequest;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Runs a module's migrations for H2 in memory: up, compared with a fresh build of the models, down, and up again. */
public final class Sandbox {

    private static final String TAG = "migrations-differ";

    private final ModuleMigrations module;
    private final Schema models;

    /**
     * Prepares.
     *
     * @param module with its folder for H2
     */
    public Sandbox(ModuleMigrations module, Schema models) {
        this.module = module;
        this.models = models;
    }

    /** Returns what does not work or does not agree; empty where all does. */
    public List<Problem> problems() {
        DatabaseSettings replayed = memory();
        DatabaseSettings fresh = memory();
        try (Database first = Database.openOrCreate(replayed);
                Database second = Database.openOrCreate(fresh)) {
            List<Problem> problems = new ArrayList<>();
            Migrator.of(replayed).migrate(List.of(module));
            build(fresh);
            Catalog wanted = catalog(second);
            Catalog up = catalog(first);
            compare(wanted, up)
                    .forEach(difference ->
                            problems.add(differ("lead to something else than the models want: " + difference)));
            down(replayed);
            Migrator.of(replayed).migrate(List.of(module));
            compare(up, catalog(first))
                    .forEach(difference -> problems.add(differ(
                            "are not undone exactly by their U files: after down and up" + " again, " + difference)));
            return problems;
        } catch (ProblemsFound e) {
            return e.problems();
        } catch (SQLException e) {
            throw new IllegalStateException("H2 in memory broke off", e);
        }
    }

    /** Goes back as far as there are U files. */
    private void down(DatabaseSettings replayed) {
        List<String> versions = Migrator.of(replayed).status(List.of(module)).get(0).migrations().stream()
                .map(MigrationStatus::migration)
                .map(migration -> migration.version())
                .toList();
        String to = "0";
        for (String version : versions) {
            if (!hasDown(version)) {
                to = version;
            }
        }
        Migrator.of(replayed)
                .rollback(
                        module,
                        new RollbackRequest(Optional.of(to), versions.stream().collect(Collectors.toSet())));
    }

    private boolean hasDown(String version) {
        try (var files = Files.newDirectoryStream(module.folder(), "U" + version + "__*.sql")) {
            return files.iterator().hasNext();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + module.folder(), e);
        }
    }

    private void build(DatabaseSettings fresh) {
        try {
            Path folder = Files.createTempDirectory("ashlar-verify");
            Path file = folder.resolve("V1__fresh.sql");
            try {
                Files.writeString(file, Ddl.of(Dialect.H2).script(SchemaDiff.between(Schema.EMPTY, models)));
                Migrator.of(fresh).migrate(List.of(new ModuleMigrations(module.module(), folder)));
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a script for H2", e);
        }
    }

    private List<String> compare(Catalog wanted, Catalog actual) {
        List<String> differences = new ArrayList<>();
        models.tables().forEach(table -> {
            var one = wanted.tables().get(table.name());
            var other = actual.tables().get(table.name());
            if (other == null || one == null) {
                differences.add("the table " + table.name() + " is missing");
            } else if (!one.equals(other)) {
                one.columns().forEach((name, column) -> {
                    if (!column.equals(other.columns().get(name))) {
                        differences.add(table.name() + "." + name + " is "
                                + other.columns().get(name) + ", not " + column);
                    }
                });
                other.columns().keySet().stream()
                        .filter(name -> !one.columns().containsKey(name))
                        .forEach(name -> differences.add(table.name() + "." + name + " is one too many"));
                if (!one.names().equals(other.names())) {
                    differences.add("indexes and constraints of " + table.name() + " are " + other.names() + ", not "
                            + one.names());
                }
            }
        });
        return differences;
    }

    private Problem differ(String how) {
        return new Problem(
                TAG,
                "The migrations of module " + module.module() + " " + how,
                module.folder().toString(),
                "see which migration does that, and correct it if it ran nowhere yet; else add another");
    }

    private static Catalog catalog(Database database) throws SQLException {
        try (var connection = database.dataSource().getConnection()) {
            return Catalog.read(Dialect.H2, connection);
        }
    }

    private static DatabaseSettings memory() {
        return new DatabaseSettings("jdbc:h2:mem:ashlar-" + UUID.randomUUID(), "sa", "");
    }
}
