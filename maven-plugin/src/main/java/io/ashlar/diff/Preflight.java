package io.ashlar.diff;

import io.ashlar.schema.Check;
import io.ashlar.schema.Column;
import io.ashlar.schema.Expression;
import io.ashlar.schema.ForeignKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the rows before a migration's first statement runs; it does not start unless the answer is 0. Tables
 * and columns are named as they are after; who asks translates.
 *
 * @param tag stable, such as {@code null-in-required}
 * @param message what the answer means, with {@code {count}} where it goes
 */
public record Preflight(String tag, String message, Question question) {

    /** How many rows are in the way. */
    public sealed interface Question {

        /** Returns the table whose rows are asked. */
        String table();
    }

    /** Rows without a value. */
    public record Nulls(String table, String column) implements Question {}

    /** Rows that share their values with another. */
    public record Duplicates(
            String table,
            List<String> columns,
            boolean liveOnly,
            @Nullable Expression where) implements Question {

        /** Copies the list. */
        public Duplicates {
            columns = List.copyOf(columns);
        }
    }

    /** Values that the new type cannot hold. */
    public record Misfits(String table, Column before, Column after) implements Question {}

    /** Rows that do not fulfil a check. */
    public record Violations(String table, Check check) implements Question {}

    /** Rows that point to nothing; where the target is a new table, all that point anywhere. */
    public record Orphans(String table, ForeignKey key, boolean targetIsNew) implements Question {}

    /** Rows beyond a number that can be dealt with. */
    public record Rows(String table) implements Question {}
}
