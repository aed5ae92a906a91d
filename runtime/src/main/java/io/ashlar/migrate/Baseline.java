package io.ashlar.migrate;

import io.ashlar.database.Database;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.logging.LogFactory;

/** Begins a module's history in a database that has its tables already. */
record Baseline(Database database, ModuleMigrations module, List<MigrationFile> files) {

    void take(Connection connection, String version) throws SQLException {
        var covered = covered(version);
        var name = module.module();
        var history =
                Histories.read(database.dialect(), connection, List.of(name)).getOrDefault(name, List.of());
        if (!history.isEmpty()) {
            throw new ProblemsFound(new Problem(
                    "baseline-history-exists",
                    "Module '" + name + "' has a history in this database already: its latest version is "
                            + history.get(history.size() - 1).version(),
                    "table " + Histories.table(name),
                    "run 'mvn modules:db-migrate -Dmodule=" + name + "'; a history begins only once"));
        }
        checkTables(connection, covered);
        var flyway = Flyway.configure(Baseline.class.getClassLoader())
                .dataSource(database.dataSource())
                .table(Histories.table(name))
                .skipDefaultResolvers(true)
                .javaMigrationClassProvider(List::of)
                .resourceProvider(new FlywayResources(List.of()))
                .baselineVersion(MigrationVersion.fromVersion(version))
                .baselineDescription("as found")
                .load();
        LogFactory.setLogCreator(FlywayLog::new); // loading has just chosen another
        try {
            flyway.baseline();
        } catch (FlywayException e) {
            throw new ProblemsFound(
                    List.of(new Problem(
                            "baseline-failed",
                            "Cannot begin the history of module '" + name + "': " + e.getMessage(),
                            "table " + Histories.table(name),
                            "mend what the message names, and try again")),
                    e);
        }
    }

    private List<MigrationFile> covered(String version) {
        if (files.stream().noneMatch(file -> file.migration().version().equals(version))) {
            throw new ProblemsFound(new Problem(
                    "baseline-unknown-version",
                    "Module '" + module.module() + "' has no migration with version " + version,
                    module.folder().toString(),
                    files.isEmpty()
                            ? "generate one first"
                            : "use one of "
                                    + files.stream()
                                            .map(file -> file.migration().version())
                                            .toList()));
        }
        var last = Long.parseLong(version);
        return files.stream().filter(file -> file.version() <= last).toList();
    }

    private void checkTables(Connection connection, List<MigrationFile> covered) throws SQLException {
        var expected = new LinkedHashSet<String>();
        for (var file : covered) {
            for (var step : Script.of(database.dialect(), file).steps()) {
                expected.addAll(TableNames.created(step.sql()));
                if (step.sql().regionMatches(true, 0, "drop", 0, 4)) {
                    expected.removeAll(TableNames.touched(step.sql()));
                }
                if (step.sql().matches("(?is)(alter|rename)\\s+table\\b.*\\bto\\b.*")) {
                    expected.removeAll(TableNames.touched(step.sql())); // renamed, perhaps
                }
            }
        }
        var existing = new TableRows(database.dialect(), connection).tables();
        var missing = expected.stream()
                .filter(table -> !existing.containsKey(TableNames.key(table)))
                .toList();
        if (!missing.isEmpty()) {
            throw new ProblemsFound(new Problem(
                    "baseline-tables-missing",
                    "The database lacks tables that the migrations of module '" + module.module() + "' create: "
                            + String.join(", ", missing),
                    module.folder().toString(),
                    missing.size() == expected.size()
                            ? "see that this is the right database; one that is new needs no baseline, only db-migrate"
                            : "take an earlier version with -Dto=..., at which the database is"));
        }
    }
}
