package io.ashlar.registration;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.lint.HazardLines;
import io.ashlar.migrate.MigratedModule;
import io.ashlar.migrate.Migration;
import io.ashlar.migrate.MigrationOptions;
import io.ashlar.migrate.MigrationStatus;
import io.ashlar.migrate.Migrator;
import io.ashlar.migrate.ModuleMigrations;
import io.ashlar.migrate.ModuleStatus;
import io.ashlar.migrate.PlannedMigration;
import io.ashlar.migrate.RollbackRequest;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Registered modules, each with the database it lives in. Modules without data models have none. */
public final class ModuleDatabases {

    private final Map<DatabaseSettings, List<RegisteredModule>> modules;

    private final Function<RegisteredModule, List<Path>> classPath;

    private ModuleDatabases(
            Map<DatabaseSettings, List<RegisteredModule>> modules, Function<RegisteredModule, List<Path>> classPath) {
        this.modules = modules;
        this.classPath = classPath;
    }

    /**
     * Groups {@code modules} by database, keeping their order.
     *
     * @param classPath of a module, with all it depends on; asked only where a migration names a class
     */
    public static ModuleDatabases of(
            List<RegisteredModule> modules,
            Function<RegisteredModule, DatabaseSettings> database,
            Function<RegisteredModule, List<Path>> classPath) {
        Map<DatabaseSettings, List<RegisteredModule>> grouped = new LinkedHashMap<>();
        modules.stream()
                .filter(module -> !module.manifest().models().isEmpty())
                .forEach(module -> grouped.computeIfAbsent(database.apply(module), settings -> new ArrayList<>())
                        .add(module));
        return new ModuleDatabases(grouped, classPath);
    }

    /** Returns the databases in the order in which they are migrated. */
    public List<DatabaseSettings> databases() {
        return List.copyOf(modules.keySet());
    }

    /** Returns the modules in one of the {@link #databases}, in the order in which they are migrated. */
    public List<RegisteredModule> modules(DatabaseSettings database) {
        return List.copyOf(modules.getOrDefault(database, List.of()));
    }

    /**
     * Brings one of the {@link #databases} up to date.
     *
     * @throws ProblemsFound as {@link Migrator#migrate}
     */
    public List<MigratedModule> migrate(DatabaseSettings database, MigrationOptions options) {
        return with(database, migrations -> Migrator.of(database).with(options).migrate(migrations));
    }

    /**
     * Returns what {@link #migrate} would do, and does nothing.
     *
     * @throws ProblemsFound as {@link Migrator#plan}
     */
    public List<PlannedMigration> plan(DatabaseSettings database) {
        return with(database, migrations -> Migrator.of(database).plan(migrations));
    }

    /** Returns lines about what the files of a {@link #plan} may do to rows and to those who use them. */
    public List<String> hazards(DatabaseSettings database, List<PlannedMigration> plan) {
        return with(
                database,
                migrations -> migrations.stream()
                        .flatMap(module ->
                                HazardLines.of(module, dialect(database), files(module.module(), plan)).stream())
                        .toList());
    }

    private static Set<String> files(String module, List<PlannedMigration> plan) {
        return plan.stream()
                .filter(planned -> planned.module().equals(module))
                .map(planned -> planned.migration().file())
                .collect(Collectors.toSet());
    }

    /**
     * Returns how far the modules in one of the {@link #databases} are.
     *
     * @throws ProblemsFound as {@link Migrator#status}
     */
    public List<ModuleStatus> status(DatabaseSettings database) {
        return with(database, migrations -> Migrator.of(database).status(migrations));
    }

    /**
     * Undoes migrations of the first module in one of the {@link #databases}.
     *
     * @throws ProblemsFound as {@link Migrator#rollback}
     */
    public List<Migration> rollback(DatabaseSettings database, RollbackRequest request, MigrationOptions options) {
        return with(database, migrations -> Migrator.of(database).with(options).rollback(migrations.get(0), request));
    }

    /**
     * Takes one of the {@link #databases} as it is for the start of its first module.
     *
     * @param version of a migration; empty for the latest
     * @return the version
     * @throws ProblemsFound as {@link Migrator#baseline}
     */
    public String baseline(DatabaseSettings database, Optional<String> version) {
        return with(database, migrations -> {
            String start = version.orElseGet(() -> latest(database, migrations));
            Migrator.of(database).baseline(migrations.get(0), start);
            return start;
        });
    }

    private static String latest(DatabaseSettings database, List<ModuleMigrations> migrations) {
        List<MigrationStatus> known =
                Migrator.of(database).status(migrations.subList(0, 1)).get(0).migrations();
        return known.isEmpty() ? "0" : known.get(known.size() - 1).migration().version();
    }

    private <R> R with(DatabaseSettings database, Function<List<ModuleMigrations>, R> task) {
        Dialect dialect = dialect(database);
        try (OpenModules open = new OpenModules(classPath)) {
            return task.apply(modules(database).stream()
                    .map(module -> open.migrations(module, dialect))
                    .toList());
        }
    }

    private static Dialect dialect(DatabaseSettings database) {
        return Dialect.ofUrl(database.url())
                .orElseThrow(() -> new ProblemsFound(new Problem(
                        "unknown-database",
                        "There are no migrations for the database behind " + database.safeUrl(),
                        "the <url> of <database>, -Dmodules.database.url, or MODULES_DATABASE_URL",
                        "use a URL that starts with jdbc:h2:, jdbc:postgresql: or jdbc:mariadb:")));
    }
}
