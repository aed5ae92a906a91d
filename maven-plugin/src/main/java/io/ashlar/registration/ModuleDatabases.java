package io.ashlar.registration;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.migrate.MigratedModule;
import io.ashlar.migrate.Migrator;
import io.ashlar.migrate.ModuleMigrations;
import io.ashlar.migrate.ModuleStatus;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Registered modules, each with the database it lives in. Modules without data models have none. */
public final class ModuleDatabases {

    private final Map<DatabaseSettings, List<RegisteredModule>> modules;

    private ModuleDatabases(Map<DatabaseSettings, List<RegisteredModule>> modules) {
        this.modules = modules;
    }

    /** Groups {@code modules} by database, keeping their order. */
    public static ModuleDatabases of(
            List<RegisteredModule> modules, Function<RegisteredModule, DatabaseSettings> database) {
        Map<DatabaseSettings, List<RegisteredModule>> grouped = new LinkedHashMap<>();
        modules.stream()
                .filter(module -> !module.manifest().models().isEmpty())
                .forEach(module -> grouped.computeIfAbsent(database.apply(module), settings -> new ArrayList<>())
                        .add(module));
        return new ModuleDatabases(grouped);
    }

    /** Returns the databases in the order in which they are migrated. */
    public List<DatabaseSettings> databases() {
        return List.copyOf(modules.keySet());
    }

    /**
     * Brings one of the {@link #databases} up to date.
     *
     * @throws ProblemsFound as {@link Migrator#migrate}
     */
    public List<MigratedModule> migrate(DatabaseSettings database) {
        return with(database, Migrator::migrate);
    }

    /**
     * Returns how far the modules in one of the {@link #databases} are.
     *
     * @throws ProblemsFound as {@link Migrator#status}
     */
    public List<ModuleStatus> status(DatabaseSettings database) {
        return with(database, Migrator::status);
    }

    private <R> List<R> with(DatabaseSettings database, BiFunction<Migrator, List<ModuleMigrations>, List<R>> task) {
        Dialect dialect = dialect(database);
        try (OpenModules open = new OpenModules()) {
            List<ModuleMigrations> migrations = modules.getOrDefault(database, List.of()).stream()
                    .map(module -> open.migrations(module, dialect))
                    .toList();
            return task.apply(Migrator.of(database), migrations);
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
