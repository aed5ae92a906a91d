package io.ashlar.migrate;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a step walks through a table: so many rows at a time, in the order of a column. Written above the step as {@code
 * -- ashlar:batch 1000 "post"."id"}.
 *
 * @param rows at most so many at a time, unless several share a value of the column
 * @param table as written
 * @param key the column, as written
 */
record Batch(int rows, String table, String key) {

    private static final String MARK = "-- ashlar:batch";
    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|`(?:[^`]|``)+`|[\\p{L}_][\\p{L}\\p{N}_$]*)";
    private static final Pattern LINE =
            Pattern.compile(MARK + "\\s+(\\d{1,7})\\s+(" + NAME + "(?:\\." + NAME + ")?)\\.(" + NAME + ")");
    private static final String FROM = "{from}";
    private static final String TO = "{to}";
    private static final Pattern BOUND = Pattern.compile("\\{(?:from|to)}");

    /**
     * Returns what the comments above a step say; empty if nothing of batches.
     *
     * @throws ProblemsFound if a line is not understood
     */
    static Optional<Batch> of(String comments, MigrationFile file, int line) {
        @Nullable Batch found = null;
        for (var each : comments.lines().map(String::strip).toList()) {
            if (each.startsWith(MARK)) {
                var matcher = LINE.matcher(each);
                if (found != null || !matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
                    throw unreadable(
                            "'" + file.name() + "' has a line that does not say how to go in batches: " + each,
                            file,
                            line);
                }
                found = new Batch(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3));
            }
        }
        return Optional.ofNullable(found);
    }

    /**
     * Checks that a statement works on the rows of one batch only.
     *
     * @throws ProblemsFound if it is none that changes rows, or does not say which
     */
    void check(String sql, MigrationFile file, int line) {
        if (!StepKind.changesRows(sql) || !sql.contains(FROM) || !sql.contains(TO)) {
            throw unreadable(
                    "'" + file.name() + "' has a statement to run in batches that "
                            + (StepKind.changesRows(sql)
                                    ? "does not say by {from} and {to} which rows are its own"
                                    : "is no insert, update, delete or merge")
                            + ":\n" + sql.indent(4).stripTrailing(),
                    file,
                    line);
        }
    }

    /** Returns {@code sql} for the rows of one range. */
    static String within(String sql, KeyRange range) {
        return BOUND.matcher(sql)
                .replaceAll(bound -> Matcher.quoteReplacement(
                        bound.group().equals(FROM)
                                ? range.from().sql()
                                : range.to().sql())); // values may look like bounds
    }

    /** Returns the column with its table. */
    String column() {
        return table + "." + key;
    }

    private static ProblemsFound unreadable(String what, MigrationFile file, int line) {
        return new ProblemsFound(new Problem(
                "batch-unreadable",
                what,
                file.path() + ":" + line,
                "write  -- ashlar:batch 1000 \"post\".\"id\"  right above one statement such as  update \"post\" set ..."
                        + " where \"id\" between {from} and {to};"));
    }
}
