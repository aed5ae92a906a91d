package io.ashlar.operation;

import io.ashlar.database.Database;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.migrate.MigrationState;
import io.ashlar.migrate.MigrationStatus;
import io.ashlar.migrate.ModuleStatus;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.schema.Schema;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares a database with what the modules in it say; changes nothing in it. */
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
     * Returns where the tables differ from what the modules' migrations should lead to, and whose change that is.
     *
     * @param told of what could not be compared
     * @throws ProblemsFound if the database cannot be reached
     */
    public static List<Problem> drift(DatabaseSettings settings, List<ModuleTables> modules, Consumer<String> told) {
        if (settings.h2File().filter(Files::notExists).isPresent()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        try (Database database = Database.openOrCreate(settings);
                var connection = database.dataSource().getConnection()) {
            Dialect dialect = database.dialect();
            Catalog catalog = Catalog.read(dialect, connection);
            for (ModuleTables module : modules) {
                fresh(dialect, connection, module, told).ifPresent(wanted -> {
                    var differences = Drift.between(module.schema(), wanted, catalog);
                    if (!differences.isEmpty()) {
                        Blame blame = Blame.of(module, dialect, settings, wanted);
                        differences.forEach(difference -> problems.add(blame.problem(difference)));
                    }
                });
            }
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

    /** Returns where tables differ from those of {@code schema}, had they always been so; a sentence each, without its end. */
    public static List<String> differences(Dialect dialect, Connection connection, Schema schema, Catalog actual)
            throws SQLException {
        return Drift.between(schema, FreshTables.of(dialect, connection, schema), actual).stream()
                .map(Drift.Difference::text)
                .toList();
    }

    private static Optional<Catalog> fresh(
            Dialect dialect, Connection connection, ModuleTables module, Consumer<String> told) {
        try {
            return Optional.of(FreshTables.of(dialect, connection, module.schema()));
        } catch (SQLException e) {
            told.accept("The tables of module " + module.migrations().module()
                    + " are not compared: the user may make no temporary tables to compare with: " + e.getMessage());
            return Optional.empty();
        }
    }
}
