package io.ashlar.operation;

import io.ashlar.database.Database;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.migrate.MigrationState;
import io.ashlar.migrate.MigrationStatus;
import io.ashlar.migrate.ModuleStatus;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.schema.Schema;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares a database with what the modules in it say; reads only. */
public final class DatabaseCheck {

    private DatabaseCheck() {}

    /** Returns what is wrong with the history of one module. */
    public static List<Problem> problems(ModuleStatus module, DatabaseSettings database) {
        List<Problem> problems = new ArrayList<>();
        for (MigrationStatus migration : module.migrations()) {
            if (migration.state().isProblem() || migration.state() == MigrationState.UNFINISHED) {
                problems.add(new Problem(
                        "migration-" + migration.state().toString().replace(' ', '-'),
                        "'" + migration.migration().file() + "' of module '" + module.module() + "' is "
                                + migration.state(),
                        database.safeUrl(),
                        "run 'mvn modules:db-migrate -Dmodule=" + module.module() + "', which says what to do"));
            }
        }
        return problems;
    }

    /** Returns whether all of a module's migrations have run, so that its tables can be compared. */
    public static boolean isComparable(ModuleStatus module) {
        return !module.migrations().isEmpty()
                && module.migrations().stream()
                        .allMatch(migration -> migration.state() == MigrationState.APPLIED
                                || migration.state() == MigrationState.BASELINE);
    }

    /**
     * Returns where the tables differ from what the modules' migrations lead to.
     *
     * @param expected by module
     * @throws ProblemsFound if the database cannot be reached
     */
    public static List<Problem> drift(DatabaseSettings settings, Map<String, Schema> expected) {
        if (settings.h2File().filter(Files::notExists).isPresent()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        try (Database database = Database.openOrCreate(settings);
                var connection = database.dataSource().getConnection()) {
            Catalog catalog = Catalog.read(database.dialect(), connection);
            expected.forEach((module, schema) -> Drift.between(database.dialect(), schema, catalog)
                    .forEach(difference -> problems.add(drifted(module, difference, settings))));
            return problems;
        } catch (SQLException e) {
            throw new ProblemsFound(
                    List.of(new Problem(
                            "check-broke-off",
                            "Reading the tables broke off: " + e.getMessage(),
                            settings.safeUrl(),
                            "see that the database runs, and that its user may read the catalog")),
                    e);
        }
    }

    private static Problem drifted(String module, String difference, DatabaseSettings settings) {
        return new Problem(
                "drift",
                "The database is not what the migrations of module " + module + " made it: " + difference,
                settings.safeUrl(),
                "no migration did that, so somebody changed the table by hand: undo it there; or take it into the models,"
                        + " run db-generate, and db-baseline or a migration that tolerates it");
    }
}
