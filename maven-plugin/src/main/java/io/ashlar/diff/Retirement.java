package io.ashlar.diff;

import io.ashlar.schema.Column;
import io.ashlar.schema.Expression;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tables and columns that no model has any more, and that stay until someone agrees to their loss, for a version of the
 * application that still uses them. A column becomes optional, so that rows can do without; foreign keys go, so that what
 * nobody knows of holds no other row.
 */
public record Retirement(Schema schema, Set<String> retired) {

    /**
     * Returns the schema that models want, and beside it what of {@code objects} is stored and not wanted.
     *
     * @param stored under the names of after
     * @param objects tables, or tables and columns with a dot between
     */
    public static Retirement keep(Schema stored, Schema wanted, Collection<String> objects) {
        Set<String> retired = new TreeSet<>();
        Map<String, Table> tables = new LinkedHashMap<>();
        wanted.tables().forEach(table -> tables.put(table.name(), table));
        for (Table before : stored.tables()) {
            Table after = tables.get(before.name());
            if (after == null && objects.contains(before.name())) {
                retired.add(before.name());
                tables.put(before.name(), withoutForeignKeys(before));
            } else if (after != null) {
                List<Column> columns = before.columns().stream()
                        .filter(column -> after.column(column.name()).isEmpty()
                                && column.computed() == null // its values follow from others, and are no loss
                                && objects.contains(before.name() + "." + column.name()))
                        .toList();
                columns.forEach(column -> retired.add(before.name() + "." + column.name()));
                tables.put(before.name(), columns.isEmpty() ? after : withColumns(before, after, columns));
            }
        }
        return new Retirement(new Schema(wanted.sequences(), List.copyOf(tables.values())), retired);
    }

    private static Table withoutForeignKeys(Table table) {
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.uniques(),
                table.indexes(),
                table.checks(),
                List.of(),
                table.comment());
    }

    private static Table withColumns(Table before, Table after, List<Column> kept) {
        List<Column> columns = new ArrayList<>(after.columns());
        kept.forEach(column -> columns.add(column.withNullable(true).withIdentity(false)));
        Set<String> names = new HashSet<>(columns.stream().map(Column::name).toList());
        Set<String> keptNames = new HashSet<>(kept.stream().map(Column::name).toList());
        return new Table(
                after.name(),
                columns,
                after.primaryKey(),
                joined(
                        after.uniques(),
                        before.uniques().stream()
                                .filter(each -> concerns(each.columns(), keptNames, names))
                                .filter(each -> holds(names, each.liveOnly(), each.where()))
                                .filter(each -> after.uniques().stream()
                                        .noneMatch(other -> other.name().equals(each.name())))
                                .toList()),
                joined(
                        after.indexes(),
                        before.indexes().stream()
                                .filter(each -> concerns(each.columnNames(), keptNames, names))
                                .filter(each -> holds(names, each.liveOnly(), each.where()))
                                .filter(each -> after.indexes().stream()
                                        .noneMatch(other -> other.name().equals(each.name())))
                                .toList()),
                after.checks(),
                after.foreignKeys(),
                after.comment());
    }

    private static boolean concerns(List<String> columns, Set<String> kept, Set<String> all) {
        return columns.stream().anyMatch(kept::contains) && all.containsAll(columns);
    }

    /** Returns whether the columns that a condition names are still there. */
    private static boolean holds(Set<String> all, boolean liveOnly, @Nullable Expression where) {
        return (!liveOnly || all.contains("deleted_at")) && (where == null || all.containsAll(where.columns()));
    }

    private static <T> List<T> joined(List<T> wanted, List<T> kept) {
        List<T> all = new ArrayList<>(wanted);
        all.addAll(kept);
        return all;
    }
}
