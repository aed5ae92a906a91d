package io.ashlar.migrate;

import io.ashlar.database.Database;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings one database up to the migrations of its modules, or back; each module has a history table of its own.
 *
 * <p>Any number may run at once on one database, in one process or in several: one does the work, the others wait for it.
 */
public final class Migrator {

    private final DatabaseSettings settings;
    private final MigrationOptions options;

    private Migrator(DatabaseSettings settings, MigrationOptions options) {
        this.settings = settings;
        this.options = options;
    }

    /** Migrates the database of {@code settings}; connects only when asked to do something. */
    public static Migrator of(DatabaseSettings settings) {
        return new Migrator(settings, MigrationOptions.DEFAULT);
    }

    /** Returns one that runs statements as {@code other} says. */
    public Migrator with(MigrationOptions other) {
        return new Migrator(settings, other);
    }

    /**
     * Runs what is pending, module by module in the order given, each by version.
     *
     * <p>Creates the file of an H2 database where there is none. When nothing is pending, two statements find that out for
     * all modules together. A file that an earlier run left half done goes on at its next statement.
     *
     * @return a result a module, in the order given
     * @throws io.ashlar.problem.ProblemsFound before anything has run, if the database cannot be reached, a module's
     *     files and its history disagree (an applied migration was edited or is missing, a pending one is older than an
     *     applied one), or rows stand in the way of a pending one; after it, if a migration fails
     */
    public List<MigratedModule> migrate(List<ModuleMigrations> modules) {
        if (modules.isEmpty()) {
            return List.of();
        }
        var files = MigrationFolders.read(modules, dialect());
        return opened(database -> {
            try (var connection = database.dataSource().getConnection()) {
                var pending = Comparisons.read(dialect(), connection, files).pending();
                if (pending.values().stream().allMatch(List::isEmpty)) {
                    return report(files.keySet(), Map.of());
                }
            }
            return locked(database, connection -> {
                var comparisons = Comparisons.read(dialect(), connection, files); // again: another may have been here
                new PendingRun(database, settings.safeUrl(), files, options).run(connection, comparisons);
                return report(files.keySet(), comparisons.pending());
            });
        });
    }

    /**
     * Returns how far each module is, without changing or creating anything.
     *
     * @throws io.ashlar.problem.ProblemsFound if the database cannot be reached, or a folder cannot be read; not for a
     *     missing H2 file, where all is pending
     */
    public List<ModuleStatus> status(List<ModuleMigrations> modules) {
        if (modules.isEmpty()) {
            return List.of();
        }
        var files = MigrationFolders.read(modules, dialect());
        if (isH2FileMissing()) {
            return Comparisons.withNothing(dialect(), files).status();
        }
        return opened(database -> {
            try (var connection = database.dataSource().getConnection()) {
                return Comparisons.readWithRuns(dialect(), connection, files).status();
            }
        });
    }

    /**
     * Returns what {@link #migrate} would run, and what it would meet, without changing or creating anything.
     *
     * @throws io.ashlar.problem.ProblemsFound as {@link #migrate} before anything has run; not for rows that stand in the
     *     way, which the plan tells
     */
    public List<PlannedMigration> plan(List<ModuleMigrations> modules) {
        if (modules.isEmpty()) {
            return List.of();
        }
        var files = MigrationFolders.read(modules, dialect());
        if (isH2FileMissing()) {
            return Planning.withNothing(
                    dialect(), Comparisons.withNothing(dialect(), files).pending());
        }
        return opened(database -> {
            try (var connection = database.dataSource().getConnection()) {
                return new Planning(dialect(), connection).of(Comparisons.read(dialect(), connection, files));
            }
        });
    }

    /**
     * Undoes migrations of one module, the latest first, by the {@code U} files beside them.
     *
     * @return what was undone, in this order; empty if nothing was applied
     * @throws io.ashlar.problem.ProblemsFound before anything has run, if a {@code U} file is missing, values would be
     *     lost without consent, or the version is unknown; after it, if a statement fails
     */
    public List<Migration> rollback(ModuleMigrations module, RollbackRequest request) {
        var files = MigrationFolders.read(List.of(module), dialect());
        var downs = MigrationFolders.readDowns(module, dialect());
        if (isH2FileMissing()) {
            return List.of();
        }
        return opened(database -> locked(
                database,
                connection -> new Rollback(database, module, files, downs, options).run(connection, request)));
    }

    /**
     * Takes the database as it is for the start of a module: its migrations up to {@code version} count as applied, and
     * never run.
     *
     * @param version a version of one of the module's migrations
     * @throws io.ashlar.problem.ProblemsFound if the module has a history here, there is no such version, or tables that
     *     those migrations create are not there
     */
    public void baseline(ModuleMigrations module, String version) {
        var files = MigrationFolders.read(List.of(module), dialect()).getOrDefault(module.module(), List.of());
        opened(database -> locked(database, connection -> {
            new Baseline(database, module, files).take(connection, version);
            return version;
        }));
    }

    private boolean isH2FileMissing() {
        return settings.h2File().filter(Files::notExists).isPresent();
    }

    private static List<MigratedModule> report(Set<String> modules, Map<String, List<MigrationFile>> applied) {
        return modules.stream()
                .map(module -> new MigratedModule(
                        module,
                        applied.getOrDefault(module, List.of()).stream()
                                .map(MigrationFile::migration)
                                .toList()))
                .toList();
    }

    private <T> T locked(Database database, LockedWork<T> work) throws SQLException {
        try (var connection = database.dataSource().getConnection()) {
            var lock = MigrationLock.ofServer(database.dialect(), connection, settings.safeUrl());
            try (lock) {
                MigrationLock.ofWork(database.dialect(), connection, settings.safeUrl())
                        .close(); // the server may still be at a statement of a process that was killed
                return work.on(connection);
            }
        }
    }

    private <T> T opened(Work<T> work) {
        try {
            var lock = lockOfH2();
            try (lock;
                    var database = Database.openOrCreate(settings)) {
                return work.with(database);
            }
        } catch (SQLException | IOException e) {
            throw new ProblemsFound(
                    List.of(new Problem(
                            "migration-broke-off",
                            "Migrating broke off: " + e.getMessage(),
                            settings.safeUrl(),
                            "see that the database runs, and migrate again: it goes on where it broke off")),
                    e);
        }
    }

    /** A file of H2 is open in one process only, so whoever opens it must have the lock already. */
    private MigrationLock lockOfH2() throws IOException {
        var file = settings.h2File();
        if (file.isEmpty()) {
            return dialect() == Dialect.H2 ? MigrationLock.ofJvm(settings.url()) : MigrationLock.none();
        }
        Database.prepareFile(settings);
        return MigrationLock.ofFile(file.get());
    }

    private Dialect dialect() {
        return Database.dialect(settings);
    }

    private interface Work<T> {
        T with(Database database) throws SQLException;
    }

    private interface LockedWork<T> {
        T on(java.sql.Connection connection) throws SQLException;
    }
}
