package io.ashlar.mojo;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.migrate.Migration;
import io.ashlar.migrate.RollbackRequest;
import io.ashlar.operation.StepProgress;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.registration.ModuleDatabases;
import io.ashlar.registration.ModuleRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Undoes migrations of one module, the latest first, by the {@code U} files beside them: those that the last run of
 * db-migrate ran for it, or all after a version.
 *
 * <p>Refuses, before anything runs, what has no {@code U} file and what would lose values without consent.
 *
 * <ul>
 *   <li>{@code mvn modules:db-rollback -Dmodule=blog}
 *   <li>{@code mvn modules:db-rollback -Dmodule=blog -Dto=20260131120000}
 *   <li>{@code mvn modules:db-rollback -Dmodule=blog -DallowDestructive=post.body}
 * </ul>
 */
@Mojo(
        name = "db-rollback",
        aggregator = true,
        requiresDependencyResolution = ResolutionScope.RUNTIME, // for the classes that migrations name
        threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class DbRollbackMojo extends MigratingMojo {

    /** The version that stays the latest, {@code 0} for none. Without it, what the last db-migrate ran is undone. */
    @Parameter(property = "to")
    private @Nullable String to;

    /** What may be lost, with commas between: {@code table.column}, {@code table}, or the version of a migration. */
    @Parameter(property = "allowDestructive", defaultValue = "")
    private String allowDestructive = "";

    /** For Maven. */
    public DbRollbackMojo() {}

    @Override
    void run() {
        OneModule one = OneModule.of("db-rollback", names());
        ModuleDatabases databases = databases("roll back");
        RollbackRequest request = new RollbackRequest(
                Optional.ofNullable(to).map(String::strip), Set.copyOf(ModuleRegistry.names(allowDestructive)));
        for (DatabaseSettings database : databases.databases()) {
            reporting("db-rollback", databases, report -> {
                try (StepProgress progress = progress()) {
                    log(one, database, databases.rollback(database, request, options(progress)));
                    report.add(progress.times());
                } catch (ProblemsFound e) {
                    logStatus(databases);
                    throw e;
                }
            });
        }
    }

    private void log(OneModule one, DatabaseSettings database, List<Migration> undone) {
        getLog().info("Database: " + database);
        if (undone.isEmpty()) {
            getLog().info("Nothing to do: no migration of " + one.name() + " is applied, or none after that version");
        }
        undone.forEach(migration -> getLog().info(one.name() + ": undid " + migration.file()));
    }
}
