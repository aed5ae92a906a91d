package io.ashlar.operation;

import io.ashlar.database.Database;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.migrate.MigrationStatus;
import io.ashlar.migrate.Migrator;
import io.ashlar.migrate.ModuleMigrations;
import io.ashlar.migrate.RollbackRequest;
import io.ashlar.operation.Drift.Difference;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs a module's migrations on a database of their own: up, compared with a fresh build of the models, down, and up
 * again. The database is gone afterwards.
 */
public final class Sandbox {

    private static final String TAG = "migrations-differ";

    private final ModuleMigrations module;
    private final Schema models;
    private final Dialect dialect;
    private final @Nullable DatabaseSettings neighbour;

    /**
     * Prepares, for H2.
     *
     * @param module with its folder for H2
     */
    public Sandbox(ModuleMigrations module, Schema models) {
        this(module, models, Dialect.H2, null);
    }

    /**
     * Prepares, for any server.
     *
     * @param module with its folder for {@code dialect}
     * @param neighbour a database on the server, which is not touched; null for H2
     */
    public Sandbox(ModuleMigrations module, Schema models, Dialect dialect, @Nullable DatabaseSettings neighbour) {
        this.module = module;
        this.models = models;
        this.dialect = dialect;
        this.neighbour = neighbour;
    }

    /** Returns what does not work or does not agree; empty where all does. */
    public List<Problem> problems() {
        try (ScratchDatabase scratch = scratch()) {
            List<Problem> problems = new ArrayList<>();
            DatabaseSettings settings = scratch.settings();
            Migrator.of(settings).migrate(List.of(module));
            Catalog up = catalog(settings);
            Drift.between(models, wanted(settings), up)
                    .forEach(difference ->
                            problems.add(differ("lead to something else than the models want: " + text(difference))));
            down(settings);
            Migrator.of(settings).migrate(List.of(module));
            Drift.between(models, up, catalog(settings))
                    .forEach(difference -> problems.add(differ(
                            "are not undone exactly by their U files: after down and up again, " + text(difference))));
            return problems;
        } catch (ProblemsFound e) {
            return e.problems();
        } catch (SQLException e) {
            throw new IllegalStateException("The database to verify on broke off", e);
        }
    }

    /**
     * Returns what the migrations make of an empty database.
     *
     * @throws ProblemsFound if they do not run
     */
    Catalog migrated() throws SQLException {
        try (ScratchDatabase scratch = scratch()) {
            Migrator.of(scratch.settings()).migrate(List.of(module));
            return catalog(scratch.settings());
        }
    }

    private ScratchDatabase scratch() {
        if (dialect == Dialect.H2 || neighbour == null) {
            return ScratchDatabase.h2();
        }
        ScratchDatabase.reachableBy(neighbour, dialect).forEach(this::doNotName);
        return ScratchDatabase.beside(neighbour, dialect);
    }

    /** A migration that says where it wants to run would run there, from wherever. */
    private void doNotName(String home) {
        Pattern qualified = Pattern.compile("(?i)[`\"]?\\b" + Pattern.quote(home) + "\\b[`\"]?\\s*\\.");
        try (var files = Files.newDirectoryStream(module.folder(), "*.sql")) {
            for (Path file : files) {
                if (qualified.matcher(Files.readString(file)).find()) {
                    throw new ProblemsFound(new Problem(
                            "verify-not-possible",
                            "'" + file.getFileName() + "' names '" + home
                                    + "', and would change that from the database to verify on too",
                            file.toString(),
                            "leave the name out of it: the connection decides where it runs"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + module.folder(), e);
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

    private Catalog wanted(DatabaseSettings settings) throws SQLException {
        try (Database database = Database.openOrCreate(settings);
                var connection = database.dataSource().getConnection()) {
            return FreshTables.of(dialect, connection, models);
        }
    }

    /** Opens anew, as H2 tells old names of renamed columns until then. */
    private Catalog catalog(DatabaseSettings settings) throws SQLException {
        try (Database database = Database.openOrCreate(settings);
                var connection = database.dataSource().getConnection()) {
            return Catalog.read(dialect, connection);
        }
    }

    private static String text(Difference difference) {
        return difference.text().replace(" is in the database only", " is one too many");
    }

    private Problem differ(String how) {
        return new Problem(
                TAG,
                "The migrations of module " + module.module() + " " + how,
                module.folder().toString(),
                "see which migration does that, and correct it if it ran nowhere yet; else add another");
    }
}
