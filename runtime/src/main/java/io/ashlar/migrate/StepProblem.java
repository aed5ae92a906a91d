package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;

/** Explains a failed statement, and what is left of its file. */
record StepProblem(Dialect dialect, String module, MigrationOptions options) {

    Problem of(StepFailed failure, MigrationFile file) {
        var where = file.path() + ":" + failure.step().line();
        if (failure.isLockTaken()) {
            return new Problem(
                    "migration-lock-timeout",
                    what(
                            failure,
                            file,
                            "waited " + options.lockAttempts() + " times " + seconds()
                                    + " for a lock that another connection holds"),
                    where,
                    "end the long transaction that holds it, or migrate at a quieter time, or wait longer with"
                            + " -DlockTimeout=30s; " + left(failure, file) + " and migrate again");
        }
        if (failure.isConnectionLost()) {
            return new Problem(
                    "migration-broke-off",
                    what(failure, file, "broke off: " + failure.message()),
                    where,
                    "see that the database runs, and migrate again: it goes on where it broke off");
        }
        return new Problem(
                "migration-failed",
                what(failure, file, "failed: " + failure.message()),
                where,
                left(failure, file) + " correct it, and migrate again" + goesOn(failure, file));
    }

    private String what(StepFailed failure, MigrationFile file, String happened) {
        return "'" + file.name() + "' of module '" + module + "' " + happened + "\n"
                + failure.step().sql().indent(4).stripTrailing();
    }

    private String left(StepFailed failure, MigrationFile file) {
        return keepsNothing(failure, file)
                ? "nothing of this file was kept;"
                : stays(failure) + " done, which " + dialect.title() + " keeps;";
    }

    private static String stays(StepFailed failure) {
        var statements = failure.done() == 1 ? "its first statement" : "its first " + failure.done() + " statements";
        if (failure.seen() == 0) {
            return statements + (failure.done() == 1 ? " stays" : " stay");
        }
        var rows = "the batches of " + failure.seen() + " rows stay";
        return failure.done() == 0 ? rows : statements + " and " + rows;
    }

    private String goesOn(StepFailed failure, MigrationFile file) {
        return keepsNothing(failure, file)
                ? ""
                : ": it goes on at this statement. Or undo by hand what was done, run \""
                        + new RunTable(dialect, module).forget(file.version()) + "\", and the file starts over";
    }

    private boolean keepsNothing(StepFailed failure, MigrationFile file) {
        return (failure.done() == 0 && failure.seen() == 0)
                || Script.of(dialect, file).transactional();
    }

    private String seconds() {
        return options.lockTimeout().toMillis() / 1000.0 + " seconds";
    }
}
