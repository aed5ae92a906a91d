package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.Optional;
import java.util.regex.Pattern;
import org.flywaydb.core.internal.sqlscript.SqlStatement;

/**
 * One statement of a script, or the class that stands for one.
 *
 * @param line where it begins, from 1
 * @param sql its text, without the comments before it
 */
record Step(int line, String sql, StepKind kind, StepWork work) {

    private static final String JAVA = "-- ashlar:java";
    private static final Pattern JAVA_LINE =
            Pattern.compile(JAVA + "\\s+([\\p{L}_$][\\p{L}\\p{N}_$]*(?:\\.[\\p{L}\\p{N}_$]+)*)");
    private static final Pattern COMMENTS =
            Pattern.compile("(\\s+|--[^\\n]*(\\n|$)|/\\*(?!!).*?\\*/)*", Pattern.DOTALL);

    /**
     * Reads a statement and the comments above it.
     *
     * @throws ProblemsFound if those say how to run it, and are not understood
     */
    static Step of(Dialect dialect, MigrationFile file, SqlStatement statement) {
        var text = statement.getSql();
        var comments = COMMENTS.matcher(text);
        var start = comments.lookingAt() ? comments.end() : 0;
        var line = statement.getLineNumber(); // of what follows the comments
        var sql = text.substring(start).strip();
        var batch = Batch.of(text.substring(0, start), file, line);
        batch.ifPresent(found -> found.check(sql, file, line));
        return batch.map(found -> new Step(line, sql, StepKind.BATCHED, new StepWork.Batched(found)))
                .orElseGet(() -> new Step(
                        line,
                        sql,
                        StepKind.of(dialect, sql, statement.canExecuteInTransaction()),
                        new StepWork.Statement(statement)));
    }

    /**
     * Returns the class that a file names instead of statements; empty if it names none.
     *
     * @throws ProblemsFound if the line is not understood
     */
    static Optional<Step> java(MigrationFile file) {
        var lines = file.sql().lines().map(String::strip).toList();
        var marked = lines.stream().filter(line -> line.startsWith(JAVA)).toList();
        if (marked.isEmpty()) {
            return Optional.empty();
        }
        var line = lines.indexOf(marked.get(0)) + 1;
        var matcher = JAVA_LINE.matcher(marked.get(0));
        if (marked.size() > 1 || !matcher.matches()) {
            throw new ProblemsFound(new Problem(
                    "data-step-unreadable",
                    marked.size() > 1
                            ? "'" + file.name() + "' names several classes to run"
                            : "'" + file.name() + "' has a line that names no class: " + marked.get(0),
                    file.path() + ":" + line,
                    "write  -- ashlar:java com.acme.blog.SplitNames  in a file of its own"));
        }
        var type = matcher.group(1);
        return Optional.of(Batch.of(file.sql(), file, line)
                .map(batch -> new Step(
                        line, marked.get(0), StepKind.BATCHED, new StepWork.BatchedJava(type, file.classes(), batch)))
                .orElseGet(
                        () -> new Step(line, marked.get(0), StepKind.DATA, new StepWork.Java(type, file.classes()))));
    }

    /** Returns the class that it runs; empty for a statement. */
    Optional<String> type() {
        if (work instanceof StepWork.Java java) {
            return Optional.of(java.type());
        }
        return work instanceof StepWork.BatchedJava java ? Optional.of(java.type()) : Optional.empty();
    }

    /** Returns whether it can run in a transaction that others share. */
    boolean isTransactional() {
        return !(work instanceof StepWork.Statement statement)
                || statement.statement().canExecuteInTransaction();
    }

    /** Returns how it goes through its rows; empty if it runs once. */
    Optional<Batch> batch() {
        if (work instanceof StepWork.Batched batched) {
            return Optional.of(batched.batch());
        }
        return work instanceof StepWork.BatchedJava java ? Optional.of(java.batch()) : Optional.empty();
    }
}
