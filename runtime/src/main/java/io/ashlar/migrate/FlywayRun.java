package io.ashlar.migrate;

import io.ashlar.database.Database;
import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.logging.LogFactory;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;
import org.jspecify.annotations.Nullable;

/** Runs one module's pending migrations by Flyway, each in a transaction where the database can. */
final class FlywayRun {

    private final Database database;
    private final String module;
    private final List<MigrationFile> files;
    private final Progress progress = new Progress();

    /**
     * Prepares.
     *
     * @param files all of the module, applied ones too
     */
    FlywayRun(Database database, String module, List<MigrationFile> files) {
        this.database = database;
        this.module = module;
        this.files = files;
    }

    /**
     * Runs.
     *
     * @throws ProblemsFound if one fails; says what is left of it
     */
    void migrate() {
        var flyway = Flyway.configure(FlywayRun.class.getClassLoader())
                .dataSource(database.dataSource())
                .table(Histories.table(module))
                .resourceProvider(new FlywayResources(files))
                .javaMigrationClassProvider(List::of)
                .callbacks(progress)
                .baselineOnMigrate(true) // other modules have tables in this schema
                .baselineVersion("0")
                .validateOnMigrate(false) // ModuleComparison has just done it, for all modules at once
                .placeholderReplacement(false)
                // else CREATE INDEX CONCURRENTLY waits for Flyway's own transaction, for ever
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load();
        LogFactory.setLogCreator(FlywayLog::new); // loading has just chosen another
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw new ProblemsFound(List.of(failure(e)), e);
        }
    }

    private Problem failure(FlywayException failure) {
        var file = files.stream()
                .filter(candidate -> candidate.migration().file().equals(progress.file))
                .findFirst();
        var script = cause(failure, FlywaySqlScriptException.class);
        var sql = cause(failure, SQLException.class);
        var message = String.valueOf((sql == null ? failure : sql).getMessage()).strip();
        var line = script == null ? "" : ":" + script.getLineNumber();
        return new Problem(
                "migration-failed",
                file.map(found -> "'" + found.migration().file() + "' of").orElse("Migrating") + " module '" + module
                        + "' failed: " + message
                        + (script == null
                                ? ""
                                : "\n" + script.getStatement().strip().indent(4).stripTrailing()),
                file.map(found -> found.path() + line).orElse("table " + Histories.table(module)),
                remedy());
    }

    /** Says what is left of the failed file; nothing is, where the database or its first statement undid all. */
    private String remedy() {
        var dialect = database.dialect();
        var outsideTransaction = dialect == Dialect.POSTGRESQL && leftHalfDone();
        if (outsideTransaction || (progress.statements > 0 && leftHalfDone())) {
            var left = progress.statements == 0
                    ? "what its statement left, such as an invalid index,"
                    : "its first " + progress.statements + (progress.statements == 1 ? " statement" : " statements")
                            + ", which " + dialect.title() + " keeps;";
            return "undo by hand " + left + " correct the file, run \"" + Histories.deleteFailed(dialect, module)
                    + "\", and migrate again";
        }
        forgetFailure();
        return "nothing of this file was kept; correct it, and migrate again";
    }

    private boolean leftHalfDone() {
        try (var connection = database.dataSource().getConnection()) {
            return Histories.read(database.dialect(), connection, List.of(module)).values().stream()
                    .flatMap(List::stream)
                    .anyMatch(row -> !row.success());
        } catch (SQLException e) {
            return true;
        }
    }

    private void forgetFailure() {
        try (var connection = database.dataSource().getConnection()) {
            if (leftHalfDone()) {
                Histories.deleteFailed(database.dialect(), connection, module);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot correct " + Histories.table(module), e);
        }
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    /** Follows which file Flyway is at, and how many of its statements have run. */
    private static final class Progress extends BaseCallback {

        private String file = "";
        private int statements;

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE_STATEMENT;
        }

        @Override
        public void handle(Event event, Context context) {
            if (event == Event.BEFORE_EACH_MIGRATE) {
                file = Objects.requireNonNull(context.getMigrationInfo()).getScript();
                statements = 0;
            } else {
                statements++;
            }
        }
    }
}
