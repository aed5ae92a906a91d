package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.sql.Connection;
import java.sql.SQLException;

/** Finds the statement at which a file goes on that an earlier run left unfinished. */
final class Resumption {

    private final Dialect dialect;
    private final String module;
    private final MigrationFile file;
    private final Script script;
    private final MigrationOptions.Interrupted interrupted;

    Resumption(
            Dialect dialect,
            String module,
            MigrationFile file,
            Script script,
            MigrationOptions.Interrupted interrupted) {
        this.dialect = dialect;
        this.module = module;
        this.file = file;
        this.script = script;
        this.interrupted = interrupted;
    }

    /**
     * Returns {@code row} as it stands, with no statement half known.
     *
     * @throws ProblemsFound if statements that ran have been edited since, or one's effect cannot be told
     */
    RunRow of(RunRow row, Connection connection) throws SQLException {
        var known = row.begun() ? row.done() + 1 : row.done();
        if (known > script.steps().size() || !script.hash(known).equals(row.hash())) {
            throw new ProblemsFound(edited(row, known));
        }
        if (row.progress() != null && !isOf(row.progress(), row.done())) {
            throw new ProblemsFound(edited(row, row.done() + 1));
        }
        if (!row.begun()) {
            return row;
        }
        var done = row.done() + (isDone(row, script.steps().get(row.done()), connection) ? 1 : 0);
        return new RunRow(row.version(), row.run(), row.down(), done, script.hash(done));
    }

    private boolean isOf(Progress progress, int step) {
        return step < script.steps().size()
                && script.steps()
                        .get(step)
                        .batch()
                        .filter(batch -> batch.column().equals(progress.column()))
                        .isPresent();
    }

    private boolean isDone(RunRow row, Step step, Connection connection) throws SQLException {
        return switch (step.kind()) {
            case SCHEMA -> !new TableStates(dialect, connection).of(step.sql()).equals(row.before());
            case INDEX_CONCURRENTLY -> ConcurrentIndex.of(step.sql()).isDone(connection);
            case DATA, BATCHED, SESSION, REPEATABLE -> false;
            case OTHER ->
                switch (interrupted) {
                    case DONE -> true;
                    case AGAIN -> false;
                    case ASK -> throw new ProblemsFound(unknown(row, step));
                };
        };
    }

    private Problem edited(RunRow row, int known) {
        return new Problem(
                "migration-broke-off-earlier",
                "'" + file.name() + "' of module '" + module + "' broke off in an earlier run after "
                        + statements(row.done())
                        + ", which " + dialect.title() + " keeps, and has been edited since in its first "
                        + statements(known),
                file.path().toString(),
                "restore those as they ran, and migrate again: it goes on after them. Or undo by hand what they did, run \""
                        + new RunTable(dialect, module).forget(row.version()) + "\", and the file starts over");
    }

    private Problem unknown(RunRow row, Step step) {
        return new Problem(
                "migration-broke-off-earlier",
                "'" + file.name() + "' of module '" + module + "' broke off in an earlier run while its statement "
                        + (row.done() + 1) + " ran, and nothing tells whether it was done:\n"
                        + step.sql().indent(4).stripTrailing(),
                file.path() + ":" + step.line(),
                "look whether it was done; if so, run the same command with -Dinterrupted=done, else with"
                        + " -Dinterrupted=again");
    }

    static String statements(int count) {
        return count + (count == 1 ? " statement" : " statements");
    }
}
