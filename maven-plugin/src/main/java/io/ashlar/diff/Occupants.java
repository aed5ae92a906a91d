package io.ashlar.diff;

import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.PrimaryKey;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What has a name that something else is renamed to. It is never on the way to a model, as a rename asks for a free name;
 * on the way back it is what came after the rename, and goes before it.
 */
final class Occupants {

    private Occupants() {}

    /** Returns the schema without them, and without the constraints that name them. */
    static Schema without(Schema stored, Renames renames) {
        if (renames.isEmpty()) {
            return stored;
        }
        Set<String> tables = new HashSet<>(renames.tables().keySet());
        tables.removeAll(renames.tables().values());
        List<Table> left = new ArrayList<>();
        for (Table table : stored.tables()) {
            if (!tables.contains(table.name())) {
                left.add(without(table, columns(table, renames), tables));
            }
        }
        return left.equals(stored.tables()) ? stored : new Schema(stored.sequences(), left);
    }

    private static Set<String> columns(Table table, Renames renames) {
        Set<String> columns = new HashSet<>();
        renames.columns().forEach((after, names) -> {
            if (renames.tableBefore(after).equals(table.name())) {
                columns.addAll(names.keySet());
                columns.removeAll(names.values());
            }
        });
        columns.retainAll(table.columns().stream().map(column -> column.name()).toList());
        return columns;
    }

    private static Table without(Table table, Set<String> columns, Set<String> tables) {
        PrimaryKey key = table.primaryKey();
        return new Table(
                table.name(),
                table.columns().stream()
                        .filter(column -> !columns.contains(column.name()))
                        .toList(),
                key != null && names(key.columns(), columns) ? null : key,
                table.uniques().stream()
                        .filter(each -> !names(each.columns(), columns))
                        .toList(),
                table.indexes().stream()
                        .filter(each -> !names(each.columnNames(), columns))
                        .toList(),
                table.checks().stream()
                        .filter(each -> !names(each.columns(), columns))
                        .toList(),
                table.foreignKeys().stream()
                        .filter(each -> stays(each, columns, tables))
                        .toList(),
                table.comment());
    }

    private static boolean stays(ForeignKey key, Set<String> columns, Set<String> tables) {
        return !names(key.columns(), columns) && !tables.contains(key.targetTable());
    }

    private static boolean names(List<String> constrained, Set<String> columns) {
        return constrained.stream().anyMatch(columns::contains);
    }
}
