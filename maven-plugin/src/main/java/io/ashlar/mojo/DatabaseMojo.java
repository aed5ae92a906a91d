package io.ashlar.mojo;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.operation.RunReport;
import io.ashlar.operation.StatusTable;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.registration.ModuleDatabases;
import io.ashlar.registration.ModuleRegistry;
import io.ashlar.registration.RegisteredModule;
import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share that work on databases: which modules, and the report. */
abstract class DatabaseMojo extends ApplicationMojo {

    /** The modules, by name, with commas between them. Without it, all. */
    @Parameter(property = "module", defaultValue = "")
    private String module = "";

    /** A file to write the outcome to, as JSON; relative to the top-level project. */
    @Parameter(property = "report")
    private @Nullable File report;

    final List<String> names() {
        return ModuleRegistry.names(module);
    }

    /** Returns the databases of the modules that were asked for, or of all; {@code what} is for a message, a verb. */
    final ModuleDatabases databases(String what) {
        List<RegisteredModule> selected = registry().select(what, names());
        ModuleDatabases databases = ModuleDatabases.of(selected, this::database, workspace()::classPath);
        if (databases.databases().isEmpty()) {
            getLog().info("Nothing to do: no module has data models");
        }
        return databases;
    }

    /** Does {@code work}, and then writes the report, whether it succeeded or not. */
    final void reporting(String goal, ModuleDatabases databases, Work work) {
        RunReport outcome = new RunReport(goal);
        try {
            work.with(outcome);
        } catch (ProblemsFound e) {
            outcome.addProblems(e.problems());
            throw e;
        } finally {
            if (report != null) {
                databases.databases().forEach(database -> addStatus(outcome, databases, database));
                outcome.write(root().resolve(report.toPath()));
            }
        }
    }

    private void addStatus(RunReport outcome, ModuleDatabases databases, DatabaseSettings database) {
        try {
            outcome.add(database, databases.status(database));
        } catch (ProblemsFound e) {
            outcome.addProblems(e.problems());
        }
    }

    /** Tells how far all modules are after a failure, so that nobody has to guess. */
    final void logStatus(ModuleDatabases databases) {
        for (DatabaseSettings database : databases.databases()) {
            try {
                getLog().info("Database: " + database);
                databases.status(database).forEach(module -> getLog().info("  " + StatusTable.summary(module)));
            } catch (ProblemsFound e) {
                getLog().debug(e);
                getLog().info("  not known: " + e.problems().get(0).tag());
            }
        }
    }

    /** What a goal does. */
    @FunctionalInterface
    interface Work {

        void with(RunReport report);
    }
}
