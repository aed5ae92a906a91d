package io.ashlar.mojo;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.migrate.PlannedMigration;
import io.ashlar.operation.PlanText;
import io.ashlar.registration.ModuleDatabases;
import java.util.List;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Runs the migrations that are pending, each module on its database, in the order of {@code <modules>}.
 *
 * <p>Builds the modules first, as far as their classes. Any number may run at once on one database: one does the work. One
 * that was killed goes on where it stopped when it is run again.
 *
 * <ul>
 *   <li>{@code mvn modules:db-migrate}
 *   <li>{@code mvn modules:db-migrate -DdryRun}
 *   <li>{@code mvn modules:db-migrate -Dmodule=blog,media -Dreport=target/migrate.json}
 *   <li>{@code mvn modules:db-migrate -Dmodules.database.url=jdbc:postgresql://localhost/shop -Dmodules.database.user=shop}
 * </ul>
 */
@Mojo(
        name = "db-migrate",
        aggregator = true,
        requiresDependencyResolution = ResolutionScope.RUNTIME, // for the classes that migrations name
        threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class DbMigrateMojo extends MigratingMojo {

    /** Prints the SQL that would run, the rows of the tables it touches, and what stands in its way; runs nothing. */
    @Parameter(property = "dryRun", defaultValue = "false")
    private boolean dryRun;

    /** For Maven. */
    public DbMigrateMojo() {}

    @Override
    void run() {
        ModuleDatabases databases = databases("migrate");
        if (dryRun) {
            databases.databases().forEach(database -> logPlan(databases, database));
        } else {
            reporting("db-migrate", databases, report -> migrate(databases, report));
        }
    }

    private void logPlan(ModuleDatabases databases, DatabaseSettings database) {
        List<PlannedMigration> plan = databases.plan(database);
        getLog().info("Database: " + database);
        if (plan.isEmpty()) {
            getLog().info("Nothing would run");
        }
        PlanText.lines(plan).forEach(getLog()::info);
        databases.hazards(database, plan).forEach(getLog()::warn);
    }
}
