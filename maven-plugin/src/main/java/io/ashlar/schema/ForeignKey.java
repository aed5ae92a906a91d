package io.ashlar.schema;

import java.util.List;

/**
 * Columns that point to a row of a table.
 *
 * @param columns in the order of {@code targetColumns}
 */
public record ForeignKey(
        String name, List<String> columns, String targetTable, List<String> targetColumns, Action onDelete) {

    /** Copies the lists. */
    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** What happens to a row when its target goes. */
    public enum Action {
        /** The target cannot go. */
        NO_ACTION,
        /** The row goes as well. */
        CASCADE
    }
}
