package io.ashlar.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One table with all that belongs to it.
 *
 * @param columns in the order of creation: key, fields as declared, times of {@code Model}; the order is never a change
 * @param primaryKey null only where the model has none, as in a list with duplicates
 * @param uniques sorted by name, as are the following
 * @param comment null for none
 */
public record Table(
        String name,
        List<Column> columns,
        @Nullable PrimaryKey primaryKey,
        List<Unique> uniques,
        List<Index> indexes,
        List<Check> checks,
        List<ForeignKey> foreignKeys,
        @Nullable String comment) {

    /** Copies, and sorts all but the columns. */
    public Table {
        columns = List.copyOf(columns);
        uniques = uniques.stream().sorted(Comparator.comparing(Unique::name)).toList();
        indexes = indexes.stream().sorted(Comparator.comparing(Index::name)).toList();
        checks = checks.stream().sorted(Comparator.comparing(Check::name)).toList();
        foreignKeys = foreignKeys.stream()
                .sorted(Comparator.comparing(ForeignKey::name))
                .toList();
    }

    /** Returns the column with exactly this name. */
    public Optional<Column> column(String columnName) {
        for (Column column : columns) {
            if (column.name().equals(columnName)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
