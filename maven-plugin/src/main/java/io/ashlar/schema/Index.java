package io.ashlar.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index that only makes reading faster; unique ones are {@link Unique}.
 *
 * @param columns most significant first
 * @param liveOnly whether softly deleted rows are left out where the database can (PostgreSQL)
 * @param where which of the other rows it holds, where the database can; null for all
 * @param search whether it finds parts of texts, where the database can (PostgreSQL); of one column then
 */
public record Index(
        String name,
        List<Part> columns,
        boolean liveOnly,
        @Nullable Expression where,
        boolean search) {

    /** Copies the list. */
    public Index {
        columns = List.copyOf(columns);
    }

    /** A plain one. */
    public Index(String name, List<Part> columns, boolean liveOnly) {
        this(name, columns, liveOnly, null, false);
    }

    /** Returns the names of the columns alone. */
    public List<String> columnNames() {
        return columns.stream().map(Part::column).toList();
    }

    /** Returns whether it holds every row, by the values of its columns. */
    public boolean complete() {
        return !liveOnly && where == null && !search;
    }

    /** One column of an index, and its direction. */
    public record Part(String column, boolean descending) {}
}
