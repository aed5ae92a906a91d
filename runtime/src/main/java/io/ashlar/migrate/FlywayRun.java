package io.ashlar.migrate;

import io.ashlar.database.Database;
import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.executor.Context;
import org.flywaydb.core.api.logging.LogFactory;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.jspecify.annotations.Nullable;

/** Runs one module's pending migrations by Flyway, each in a transaction where the database can. */
final class FlywayRun {

    private final Database database;
    private final String safeUrl;
    private final String module;
    private final List<MigrationFile> files;
    private final MigrationOptions options;
    private final Set<MigrationFile> unchecked;
    private int run;

    /**
     * Prepares.
     *
     * @param files all of the module, applied ones too
     * @param unchecked those whose preflight queries wait for files before them
     */
    FlywayRun(
            Database database,
            String safeUrl,
            String module,
            List<MigrationFile> files,
            MigrationOptions options,
            Set<MigrationFile> unchecked) {
        this.database = database;
        this.safeUrl = safeUrl;
        this.module = module;
        this.files = files;
        this.options = options;
        this.unchecked = unchecked;
    }

    /**
     * Runs.
     *
     * @throws ProblemsFound if one fails; says what is left of it
     */
    void migrate() throws SQLException {
        var runs = new RunTable(database.dialect(), module);
        try (var connection = database.dataSource().getConnection()) {
            runs.create(connection);
            run = 1
                    + runs.read(connection).values().stream()
                            .mapToInt(RunRow::run)
                            .max()
                            .orElse(0);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                flyway().migrate();
                return;
            } catch (StepFailed e) {
                // Elsewhere the statement was tried again by itself.
                if (!e.isLockTaken() || database.dialect() != Dialect.POSTGRESQL || attempt >= options.lockAttempts()) {
                    throw new ProblemsFound(
                            List.of(new StepProblem(database.dialect(), module, options).of(e, file(e))), e);
                }
                options.listener().waits(e.at(), attempt);
                ScriptRun.pause(attempt);
            } catch (FlywayException e) {
                throw new ProblemsFound(List.of(failure(e, null)), e);
            }
        }
    }

    private Flyway flyway() {
        var flyway = Flyway.configure(FlywayRun.class.getClassLoader())
                .dataSource(database.dataSource())
                .table(Histories.table(module))
                .skipDefaultResolvers(true)
                .resolvers(new Files())
                .javaMigrationClassProvider(List::of)
                .resourceProvider(new FlywayResources(List.of()))
                .baselineOnMigrate(true) // other modules have tables in this schema
                .baselineVersion("0")
                .validateOnMigrate(false) // ModuleComparison has just done it, for all modules at once
                .placeholderReplacement(false)
                // else CREATE INDEX CONCURRENTLY waits for Flyway's own transaction, for ever
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load();
        LogFactory.setLogCreator(FlywayLog::new); // loading has just chosen another
        return flyway;
    }

    private void run(MigrationFile file, Script script, Context context) {
        var connection = context.getConnection();
        var work = MigrationLock.ofWork(database.dialect(), connection, safeUrl);
        try (work) {
            var dialect = database.dialect();
            var stored = new RunTable(dialect, module).find(connection, file.version());
            if (stored.isEmpty() && unchecked.contains(file)) {
                new Preflights(dialect).checkNow(connection, module, file);
            }
            var row = stored.isEmpty()
                    ? new RunRow(file.version(), run, false, 0, script.hash(0))
                    : new Resumption(dialect, module, file, script, options.interrupted())
                            .of(stored.get(), connection)
                            .inRun(run);
            new ScriptRun(dialect, module, file.migration(), script, row, options, context.getConfiguration())
                    .run(connection);
        } catch (SQLException e) {
            throw new ProblemsFound(List.of(failure(e, file)), e);
        }
    }

    private MigrationFile file(StepFailed failure) {
        return files.stream()
                .filter(file -> file.migration().equals(failure.at().migration()))
                .findFirst()
                .orElseThrow();
    }

    private Problem failure(Exception failure, @Nullable MigrationFile file) {
        return new Problem(
                "migration-broke-off",
                (file == null ? "Migrating" : "'" + file.name() + "' of") + " module '" + module + "' broke off: "
                        + String.valueOf(failure.getMessage()).strip(),
                file == null ? "table " + Histories.table(module) : file.path().toString(),
                "mend what the message names, and migrate again: it goes on where it broke off");
    }

    /** Gives Flyway the files already read, from wherever they were: a directory, a jar. */
    private final class Files implements MigrationResolver {

        @Override
        public Collection<ResolvedMigration> resolveMigrations(MigrationResolver.Context context) {
            return files.stream()
                    .<ResolvedMigration>map(file -> new FlywayMigration(
                            file,
                            () -> Script.of(database.dialect(), file, context.sqlScriptFactory),
                            FlywayRun.this::run))
                    .toList();
        }
    }
}
