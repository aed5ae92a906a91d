package io.ashlar.migrate;

import io.ashlar.database.Database;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs what is pending in one database, after all that can be known before has been looked at. */
final class PendingRun {

    private final Database database;
    private final String safeUrl;
    private final Map<String, List<MigrationFile>> files;
    private final MigrationOptions options;

    PendingRun(Database database, String safeUrl, Map<String, List<MigrationFile>> files, MigrationOptions options) {
        this.database = database;
        this.safeUrl = safeUrl;
        this.files = files;
        this.options = options;
    }

    void run(Connection connection, Comparisons comparisons) throws SQLException {
        var pending = comparisons.pending();
        checkResumed(connection, pending);
        var answers = new Preflights(database.dialect()).ask(connection, pending, comparisons.resumed());
        var waiting = Preflights.waiting(answers, pending);
        for (var module : files.entrySet()) {
            if (!pending.getOrDefault(module.getKey(), List.of()).isEmpty()) {
                new FlywayRun(database, safeUrl, module.getKey(), module.getValue(), options, waiting).migrate();
            }
        }
    }

    /** Asks before anything runs what would only come up when a file's turn is there. */
    private void checkResumed(Connection connection, Map<String, List<MigrationFile>> pending) throws SQLException {
        var problems = new ArrayList<Problem>();
        for (var module : pending.entrySet()) {
            if (module.getValue().isEmpty()) {
                continue;
            }
            var rows = new RunTable(database.dialect(), module.getKey()).read(connection);
            for (var file : module.getValue()) {
                var row = rows.get(file.version());
                if (row != null) {
                    try {
                        new Resumption(
                                        database.dialect(),
                                        module.getKey(),
                                        file,
                                        Script.of(database.dialect(), file),
                                        options.interrupted())
                                .of(row, connection);
                    } catch (ProblemsFound e) {
                        problems.addAll(e.problems());
                    }
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
    }
}
