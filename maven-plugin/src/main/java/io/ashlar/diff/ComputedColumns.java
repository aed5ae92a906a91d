package io.ashlar.diff;

import io.ashlar.schema.Column;
import io.ashlar.schema.Expression;
import io.ashlar.schema.Table;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Columns of one table that are computed anew: they are dropped and added, because no dialect changes an expression, and
 * none the type of a column that an expression needs.
 */
record ComputedColumns(Set<String> names) {

    static ComputedColumns of(Table before, Table after) {
        return new ComputedColumns(after.columns().stream()
                .filter(now -> before.column(now.name())
                        .filter(old -> anew(old, now, before, after))
                        .isPresent())
                .map(Column::name)
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean anew(Column old, Column now, Table before, Table after) {
        Expression expression = now.computed();
        if (expression == null || !expression.equals(old.computed())) {
            return expression != null || old.computed() != null;
        }
        return !old.type().equals(now.type())
                || expression.columns().stream()
                        .anyMatch(source -> !Objects.equals(
                                before.column(source).map(Column::type),
                                after.column(source).map(Column::type)));
    }

    /** Returns whether the column is one of them. */
    boolean contains(Column column) {
        return names.contains(column.name());
    }

    /** Returns whether an index or constraint of these columns goes with one of them, and has to come back. */
    boolean carry(List<String> columns) {
        return !Collections.disjoint(names, columns);
    }

    /** Returns the step that drops {@code old}: no loss if its values were computed, and {@code now} is so again. */
    static SchemaChange drop(String table, Column old, Column now) {
        return old.computed() != null && now.computed() != null
                ? new SchemaChange.DropComputed(table, old)
                : new SchemaChange.DropColumn(table, old);
    }
}
