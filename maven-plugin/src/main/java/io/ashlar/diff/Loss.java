package io.ashlar.diff;

import io.ashlar.problem.Problem;
import io.ashlar.schema.Column;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Stored values that a change takes along.
 *
 * @param tag of the problem that it is without consent
 * @param table whose rows lose something, as it is called after; or a sequence
 * @param column whose values are lost; null where whole rows are
 * @param what is lost, such as {@code "values of post.body"}
 * @param refusal why that is refused, without how many
 * @param mend the ways out
 */
public record Loss(
        String tag, String table, @Nullable Column column, String what, String refusal, String where, String mend) {

    /** Returns what consent has to name. */
    public String object() {
        return column == null ? table : table + "." + column.name();
    }

    /** Returns the problem that this is without consent; {@code rows} says how much a database would lose, if one was asked. */
    public Problem problem(OptionalLong rows) {
        String count = rows.isEmpty() ? "" : " (" + rows.getAsLong() + " in the configured database)";
        return new Problem(tag, refusal + count, where, mend);
    }
}
