package io.ashlar.schema;

import java.util.List;

/**
 * What every row must fulfil.
 *
 * @param columns the columns it speaks of
 */
public record Check(String name, List<String> columns, Condition condition) {

    /** Copies the list. */
    public Check {
        columns = List.copyOf(columns);
    }

    /** What is demanded. */
    public sealed interface Condition {

        /** The column has one of these values, or none. */
        record OneOf(List<String> values) implements Condition {

            /** Copies the list. */
            public OneOf {
                values = List.copyOf(values);
            }
        }

        /** SQL as the user wrote it, with the names of columns bare. */
        record Sql(String text) implements Condition {}
    }
}
