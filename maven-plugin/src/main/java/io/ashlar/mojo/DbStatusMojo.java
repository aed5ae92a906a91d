package io.ashlar.mojo;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.operation.StatusTable;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.registration.ModuleDatabases;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Shows each migration of each module: applied, pending, unfinished, failed, out of order, missing, edited. Changes
 * nothing, in no database.
 *
 * <p>Builds the modules first, as far as their classes. Fails only where a database cannot be reached, after the others
 * were shown; {@code db-check} fails for the rest.
 *
 * <ul>
 *   <li>{@code mvn modules:db-status}
 *   <li>{@code mvn modules:db-status -Dmodule=blog -Dreport=target/status.json}
 * </ul>
 */
@Mojo(name = "db-status", aggregator = true, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class DbStatusMojo extends DatabaseMojo {

    /** For Maven. */
    public DbStatusMojo() {}

    @Override
    void run() {
        ModuleDatabases databases = databases("show");
        reporting("db-status", databases, report -> {
            List<Problem> problems = new ArrayList<>();
            for (DatabaseSettings database : databases.databases()) {
                getLog().info("Database: " + database);
                try {
                    StatusTable.lines(databases.status(database)).forEach(getLog()::info);
                } catch (ProblemsFound e) {
                    getLog().debug(e);
                    problems.addAll(e.problems());
                }
            }
            if (!problems.isEmpty()) {
                throw new ProblemsFound(problems);
            }
        });
    }
}
