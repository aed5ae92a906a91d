package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks the rows whether pending migrations can run, before the first of them does. */
record Preflights(Dialect dialect) {

    private static final Pattern ASSIGNED = Pattern.compile("([\\p{L}\\p{N}_$]+)[\"`]?\\s*=");

    /**
     * One answer.
     *
     * @param count null where it cannot be asked yet
     */
    record Answer(
            String module,
            MigrationFile file,
            Preflight preflight,
            @Nullable Long count,
            String failure) {

        /** Returns that it cannot be asked yet. */
        Answer notYet() {
            return new Answer(module, file, preflight, null, failure);
        }

        boolean isBad() {
            return count != null && count != 0;
        }
    }

    /**
     * Asks all, in the order in which the files would run.
     *
     * @param resumed whether a file is half done; those are not asked again
     */
    List<Answer> ask(Connection connection, Map<String, List<MigrationFile>> pending, Set<MigrationFile> resumed)
            throws SQLException {
        var answers = new ArrayList<Answer>();
        for (var module : pending.entrySet()) {
            for (var file : module.getValue()) {
                if (!resumed.contains(file)) {
                    for (var preflight : Preflight.of(file)) {
                        var answer = answer(connection, module.getKey(), file, preflight);
                        answers.add(answer.isBad() && isMended(answer, module.getValue()) ? answer.notYet() : answer);
                    }
                }
            }
        }
        return answers;
    }

    /** Returns whether a file before changes rows that the question counts, so that it has to be asked again after it. */
    private boolean isMended(Answer answer, List<MigrationFile> pending) {
        var query = answer.preflight().query().toLowerCase(Locale.ROOT);
        return pending.subList(0, pending.indexOf(answer.file())).stream()
                .flatMap(file -> Script.of(dialect, file).steps().stream())
                .anyMatch(step -> step.type().isPresent()
                        || (TableNames.touched(step.sql()).stream()
                                        .anyMatch(table -> query.contains(TableNames.key(table)))
                                && mayMend(step.sql(), query)));
    }

    /** Returns whether a statement changes rows, and, if it is an update, a column that the question names. */
    private static boolean mayMend(String sql, String query) {
        return StepKind.changesRows(sql)
                && (!sql.regionMatches(true, 0, "update", 0, "update".length())
                        || ASSIGNED.matcher(sql.toLowerCase(Locale.ROOT))
                                .results()
                                .anyMatch(column -> Pattern.compile("\\b" + Pattern.quote(column.group(1)) + "\\b")
                                        .matcher(query)
                                        .find()));
    }

    /**
     * Returns the files whose questions must wait until those before them have run.
     *
     * @throws ProblemsFound if rows were found, or a question of the very first file makes no sense to the database
     */
    static Set<MigrationFile> waiting(List<Answer> answers, Map<String, List<MigrationFile>> pending) {
        var first = pending.values().stream().flatMap(List::stream).findFirst();
        var waiting = new HashSet<MigrationFile>();
        var problems = new ArrayList<Problem>();
        for (var answer : answers) {
            if (answer.isBad()) {
                problems.add(found(answer));
            } else if (answer.count() == null && answer.file().equals(first.orElse(null))) {
                problems.add(failed(answer));
            } else if (answer.count() == null) {
                waiting.add(answer.file());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
        return waiting;
    }

    /**
     * Asks what a file could not be asked before.
     *
     * @throws ProblemsFound if rows are found, or the database still does not understand
     */
    void checkNow(Connection connection, String module, MigrationFile file) throws SQLException {
        var problems = new ArrayList<Problem>();
        for (var preflight : Preflight.of(file)) {
            var answer = answer(connection, module, file, preflight);
            if (answer.count() == null) {
                problems.add(failed(answer));
                break; // a transaction that is open understands nothing any more
            } else if (answer.isBad()) {
                problems.add(found(answer));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
    }

    private static Answer answer(Connection connection, String module, MigrationFile file, Preflight preflight)
            throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(preflight.query())) {
            return new Answer(module, file, preflight, found.next() ? found.getLong(1) : 0L, "");
        } catch (SQLException e) {
            if (!String.valueOf(e.getSQLState()).startsWith("42")) { // no such table or column, or no query at all
                throw e;
            }
            return new Answer(
                    module,
                    file,
                    preflight,
                    null,
                    String.valueOf(e.getMessage()).strip());
        }
    }

    private static Problem found(Answer answer) {
        return new Problem(
                answer.preflight().tag(),
                "'" + answer.file().name() + "' of module '" + answer.module() + "' cannot run: "
                        + answer.preflight().text(answer.count() == null ? 0 : answer.count()),
                where(answer),
                "mend the rows that \"" + answer.preflight().query() + "\" counts, and migrate again: this file has"
                        + " changed nothing yet");
    }

    private static Problem failed(Answer answer) {
        return new Problem(
                "preflight-failed",
                "'" + answer.file().name() + "' of module '" + answer.module()
                        + "' asks what the database does not understand: " + answer.failure(),
                where(answer),
                "correct the query of this line; no later migration can make what it names");
    }

    private static String where(Answer answer) {
        return answer.file().path() + ":" + answer.preflight().line();
    }
}
