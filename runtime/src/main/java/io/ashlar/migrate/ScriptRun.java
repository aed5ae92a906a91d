package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of one file on one connection, and notes after each how far it is, where the database cannot take
 * back the whole file.
 */
final class ScriptRun {

    private final Dialect dialect;
    private final String module;
    private final Migration migration;
    private final Script script;
    private final RunTable runs;
    private final MigrationOptions options;
    private final Configuration configuration;
    private RunRow row;

    /**
     * Prepares.
     *
     * @param row where to begin: of a new run, or what {@link Resumption} makes of an earlier one
     */
    ScriptRun(
            Dialect dialect,
            String module,
            Migration migration,
            Script script,
            RunRow row,
            MigrationOptions options,
            Configuration configuration) {
        this.dialect = dialect;
        this.module = module;
        this.migration = migration;
        this.script = script;
        this.runs = new RunTable(dialect, module);
        this.row = row;
        this.options = options;
        this.configuration = configuration;
    }

    /**
     * Runs what is left of the file, and notes that all of it is done. In a transaction that is open, if the script is
     * transactional; else each statement by itself.
     *
     * @throws StepFailed if a statement fails; what came before it is noted, unless the transaction takes it back
     */
    void run(Connection connection) throws SQLException {
        if (script.transactional()) {
            new LockTimeout(dialect, options.lockTimeout()).inTransaction(connection);
            // all is done already where only the history has lost the file
            for (int i = row.done(); i < script.steps().size(); i++) {
                perform(connection, i);
            }
            note(connection, script.steps().size(), false, null);
            return;
        }
        connection.setAutoCommit(true);
        if (row.done() > 0) {
            options.listener().resumes(module, migration, row.done());
        }
        for (int i = 0; i < script.steps().size(); i++) {
            if (i >= row.done()) {
                attempt(connection, i);
            } else if (script.steps().get(i).kind() == StepKind.SESSION) {
                perform(connection, i); // the settings went with the connection
            }
        }
        note(connection, script.steps().size(), false, null);
    }

    private void attempt(Connection connection, int i) throws SQLException {
        var kind = script.steps().get(i).kind();
        new LockTimeout(dialect, options.lockTimeout()).of(kind, connection);
        var before = row;
        for (int attempt = 1; ; attempt++) {
            try {
                switch (kind) {
                    case DATA ->
                        inOneTransaction(connection, () -> {
                            perform(connection, i);
                            note(connection, i + 1, false, null);
                        });
                    case BATCHED -> batches(connection, i);
                    default -> noted(connection, i);
                }
                return;
            } catch (StepFailed e) {
                attempt = row.equals(before) ? attempt : 1; // other batches got their locks meanwhile
                before = row;
                if (!e.isLockTaken() || attempt >= options.lockAttempts()) {
                    throw e;
                }
                options.listener().waits(e.at(), attempt);
                pause(attempt);
            }
        }
    }

    /** Goes on where an earlier run or attempt left it. */
    private void batches(Connection connection, int i) throws SQLException {
        var at = at(i);
        options.listener().starts(at);
        var start = System.nanoTime();
        var step = script.steps().get(i);
        var batch = step.batch().orElseThrow();
        long changed = 0;
        try {
            var walk = KeyWalk.of(dialect, batch, connection);
            if (row.progress() == null) {
                var end = walk.end();
                if (end.isPresent()) {
                    note(connection, i, new Progress(batch.column(), end.get(), null, 0, 0));
                }
            }
            var total = new TableRows(dialect, connection).ofWritten(batch.table());
            for (var done = row.progress(); done != null; done = row.progress()) {
                changed = done.changed();
                options.listener().progresses(at, done.seen(), total);
                batch(connection, i, walk, done);
            }
        } catch (SQLException e) {
            throw failed(at, e);
        }
        if (row.done() == i) {
            note(connection, i + 1, false, null); // the table was empty
        }
        options.listener().ended(at, changed, Duration.ofNanos(System.nanoTime() - start));
    }

    private void batch(Connection connection, int i, KeyWalk walk, Progress done) throws SQLException {
        inOneTransaction(connection, () -> {
            try {
                var range = walk.next(done.last(), done.end());
                if (range.isPresent()) {
                    var changed = new StepRun(dialect, connection, configuration)
                            .run(script.steps().get(i), range);
                    note(connection, i, done.after(range.get(), changed));
                } else {
                    note(connection, i + 1, false, null);
                }
            } catch (SQLException e) {
                throw failed(at(i), e);
            }
        });
    }

    private StepFailed failed(MigrationStep at, SQLException e) {
        var progress = row.progress();
        return new StepFailed(script.steps().get(at.number() - 1), at, progress == null ? 0 : progress.seen(), e);
    }

    private void inOneTransaction(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        var before = row;
        try {
            work.run();
            connection.commit();
            connection.setAutoCommit(true);
        } catch (RuntimeException | SQLException e) {
            row = before;
            if (!(e instanceof StepFailed failed && failed.isConnectionLost())) {
                connection.rollback(); // else whoever closes the connection may commit
                connection.setAutoCommit(true);
            }
            throw e;
        }
    }

    private void noted(Connection connection, int i) throws SQLException {
        var step = script.steps().get(i);
        if (step.kind() == StepKind.INDEX_CONCURRENTLY) {
            ConcurrentIndex.of(step.sql()).dropLeftover(connection);
        }
        var states = new TableStates(dialect, connection);
        note(connection, i, true, step.kind() == StepKind.SCHEMA ? states.of(step.sql()) : null);
        try {
            perform(connection, i);
        } catch (StepFailed e) {
            if (!e.isConnectionLost()) {
                if (step.kind() == StepKind.INDEX_CONCURRENTLY) {
                    ConcurrentIndex.of(step.sql()).dropLeftover(connection);
                }
                note(connection, i, false, null);
            }
            throw e;
        }
        note(connection, i + 1, false, null);
    }

    private void perform(Connection connection, int i) {
        var at = at(i);
        options.listener().starts(at);
        var start = System.nanoTime();
        try {
            var rows = new StepRun(dialect, connection, configuration)
                    .run(script.steps().get(i), Optional.empty());
            options.listener().ended(at, rows, Duration.ofNanos(System.nanoTime() - start));
        } catch (SQLException e) {
            throw failed(at, e);
        }
    }

    private MigrationStep at(int i) {
        return new MigrationStep(
                module,
                migration,
                row.down(),
                i + 1,
                script.steps().size(),
                script.steps().get(i).sql());
    }

    private void note(Connection connection, int done, boolean begun, @Nullable String before) throws SQLException {
        var hash = script.hash(begun ? done + 1 : done);
        put(connection, new RunRow(row.version(), row.run(), row.down(), done, begun, hash, before, null));
    }

    private void note(Connection connection, int done, Progress progress) throws SQLException {
        put(
                connection,
                new RunRow(row.version(), row.run(), row.down(), done, false, script.hash(done), null, progress));
    }

    private void put(Connection connection, RunRow now) throws SQLException {
        runs.put(connection, now);
        row = now;
    }

    private interface Work {
        void run() throws SQLException;
    }

    /** Waits longer each time, so that whoever holds the lock comes to an end. */
    static void pause(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(Math.min(10_000, 250L << Math.min(attempt, 6)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a lock", e);
        }
    }
}
