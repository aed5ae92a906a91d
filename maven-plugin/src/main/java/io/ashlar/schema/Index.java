package io.ashlar.schema;

import java.util.List;

/**
 * An index that only makes reading faster; unique ones are {@link Unique}.
 *
 * @param columns most significant first
 * @param liveOnly whether softly deleted rows are left out where the database can (PostgreSQL)
 */
public record Index(String name, List<Part> columns, boolean liveOnly) {

    /** Copies the list. */
    public Index {
        columns = List.copyOf(columns);
    }

    /** Returns the names of the columns alone. */
    public List<String> columnNames() {
        return columns.stream().map(Part::column).toList();
    }

    /** One column of an index, and its direction. */
    public record Part(String column, boolean descending) {}
}
