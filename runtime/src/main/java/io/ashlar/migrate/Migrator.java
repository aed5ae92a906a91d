package io.ashlar.migrate;

import io.ashlar.database.Database;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings one database up to the migrations of its modules; each module has a history table of its own.
 *
 * <p>Any number may run at once on one database, in one process or in several: one does the work, the others wait for it.
 */
public final class Migrator {

    private final DatabaseSettings settings;

    private Migrator(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** Migrates the database of {@code settings}; connects only when asked to do something. */
    public static Migrator of(DatabaseSettings settings) {
        return new Migrator(settings);
    }

    /**
     * Runs what is pending, module by module in the order given, each by version.
     *
     * <p>Creates the file of an H2 database where there is none. When nothing is pending, two statements find that out for
     * all modules together.
     *
     * @return a result a module, in the order given
     * @throws io.ashlar.problem.ProblemsFound before anything has run, if the database cannot be reached, or a module's
     *     files and its history disagree: an applied migration was edited or is missing, a pending one is older than an
     *     applied one; after it, if a migration fails
     */
    public List<MigratedModule> migrate(List<ModuleMigrations> modules) {
        if (modules.isEmpty()) {
            return List.of();
        }
        var files = MigrationFolders.read(modules, dialect());
        return opened(database -> {
            if (pending(database, files).values().stream().allMatch(List::isEmpty)) {
                return report(files.keySet(), Map.of());
            }
            try (var connection = database.dataSource().getConnection()) {
                var lock = MigrationLock.ofServer(database.dialect(), connection, settings.safeUrl());
                try (lock) {
                    var pending = pending(database, files); // again: another may have done the work meanwhile
                    run(database, files, pending);
                    return report(files.keySet(), pending);
                }
            }
        });
    }

    private static void run(
            Database database, Map<String, List<MigrationFile>> files, Map<String, List<MigrationFile>> pending) {
        files.forEach((module, all) -> {
            if (!pending.getOrDefault(module, List.of()).isEmpty()) {
                new FlywayRun(database, module, all).migrate();
            }
        });
    }

    /**
     * Returns how far each module is, without changing or creating anything.
     *
     * @throws io.ashlar.problem.ProblemsFound as {@link #migrate}; not for a missing H2 file, where all is pending
     */
    public List<ModuleStatus> status(List<ModuleMigrations> modules) {
        if (modules.isEmpty()) {
            return List.of();
        }
        var files = MigrationFolders.read(modules, dialect());
        if (settings.h2File().filter(Files::notExists).isPresent()) {
            return compared(Map.of(), files).stream()
                    .map(ModuleComparison::status)
                    .toList();
        }
        return opened(database -> {
            try (var connection = database.dataSource().getConnection()) {
                var histories = Histories.read(database.dialect(), connection, List.copyOf(files.keySet()));
                return compared(histories, files).stream()
                        .map(ModuleComparison::status)
                        .toList();
            }
        });
    }

    private Map<String, List<MigrationFile>> pending(Database database, Map<String, List<MigrationFile>> files)
            throws SQLException {
        try (var connection = database.dataSource().getConnection()) {
            var histories = Histories.read(database.dialect(), connection, List.copyOf(files.keySet()));
            var comparisons = compared(histories, files);
            var problems = comparisons.stream()
                    .flatMap(module -> module.problems().stream())
                    .toList();
            if (!problems.isEmpty()) {
                throw new ProblemsFound(problems);
            }
            var pending = new LinkedHashMap<String, List<MigrationFile>>();
            comparisons.forEach(module -> pending.put(module.module(), module.pending()));
            return pending;
        }
    }

    private List<ModuleComparison> compared(
            Map<String, List<HistoryRow>> histories, Map<String, List<MigrationFile>> files) {
        return files.entrySet().stream()
                .map(module -> new ModuleComparison(
                        dialect(),
                        module.getKey(),
                        module.getValue(),
                        histories.getOrDefault(module.getKey(), List.of())))
                .toList();
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
                            "migrate again: what was done is in the history tables")),
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
}
