package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import java.util.regex.Pattern;
import org.flywaydb.core.internal.sqlscript.SqlStatement;

/**
 * One statement of a script.
 *
 * @param line where it begins, from 1
 * @param sql its text, without the comments before it
 * @param statement knows how to run it
 */
record Step(int line, String sql, StepKind kind, SqlStatement statement) {

    private static final Pattern COMMENTS =
            Pattern.compile("(\\s+|--[^\\n]*(\\n|$)|/\\*(?!!).*?\\*/)*", Pattern.DOTALL);

    static Step of(Dialect dialect, SqlStatement statement) {
        var text = statement.getSql();
        var comments = COMMENTS.matcher(text);
        var start = comments.lookingAt() ? comments.end() : 0;
        var sql = text.substring(start).strip();
        return new Step(
                statement.getLineNumber(), // of what follows the comments
                sql,
                StepKind.of(dialect, sql, statement.canExecuteInTransaction()),
                statement);
    }
}
