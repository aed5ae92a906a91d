package io.ashlar.mojo;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.migrate.MigratedModule;
import io.ashlar.migrate.Migration;
import io.ashlar.migrate.MigrationOptions;
import io.ashlar.operation.RunReport;
import io.ashlar.operation.StepLines;
import io.ashlar.operation.StepProgress;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.registration.ModuleDatabases;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals share that run statements. */
abstract class MigratingMojo extends DatabaseMojo {

    private static final Duration TOLD_EVERY = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofSeconds(1);

    /**
     * How long a statement waits for a lock that others hold, on PostgreSQL and MariaDB: {@code 500ms}, {@code 5s},
     * {@code 2m}; {@code 0} for no limit. While it waits, all later readers and writers of the table wait behind it.
     */
    @Parameter(property = "lockTimeout", defaultValue = "5s")
    private String lockTimeout = "5s";

    /** How often a statement is tried that gets no lock, with growing pauses between. */
    @Parameter(property = "lockAttempts", defaultValue = "10")
    private int lockAttempts = 10;

    /** What to do with a statement that a killed run may or may not have done: {@code ask}, {@code done}, {@code again}. */
    @Parameter(property = "interrupted", defaultValue = "ask")
    private String interrupted = "ask";

    final StepProgress progress() {
        boolean bar = getLog().isInfoEnabled() && Terminal.of(session()).canRedraw();
        return new StepProgress(
                bar ? StepBar.of(getLog()::info, LONG) : new StepLines(getLog()::info, TOLD_EVERY), LONG);
    }

    final MigrationOptions options(StepProgress progress) {
        return new LockParameters(lockTimeout, lockAttempts, interrupted)
                .options()
                .listener(progress);
    }

    /** Brings all databases up to date, one after the other; after a failure, tells how far all are. */
    final void migrate(ModuleDatabases databases, RunReport report) {
        StepProgress progress = progress();
        try (progress) {
            MigrationOptions options = options(progress);
            databases.databases().forEach(database -> log(database, databases.migrate(database, options)));
        } catch (ProblemsFound e) {
            logStatus(databases);
            throw e;
        } finally {
            report.add(progress.times());
        }
    }

    private void log(DatabaseSettings database, List<MigratedModule> modules) {
        if (modules.stream().allMatch(migrated -> migrated.applied().isEmpty())) {
            getLog().info("Nothing to do: "
                    + String.join(
                            ", ", modules.stream().map(MigratedModule::module).toList())
                    + (modules.size() == 1 ? " is" : " are") + " up to date in " + database);
            return;
        }
        getLog().info("Database: " + database);
        for (MigratedModule migrated : modules) {
            if (migrated.applied().isEmpty()) {
                getLog().info(migrated.module() + ": up to date");
            }
            for (Migration migration : migrated.applied()) {
                getLog().info(migrated.module() + ": ran " + migration.file());
            }
        }
    }
}
