package io.ashlar.pull;

import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Index;
import io.ashlar.schema.Names;
import io.ashlar.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The indexes that a model's relations have without being told. */
final class DerivedIndexes {

    private DerivedIndexes() {}

    /** Returns those that come to the ones of a table. */
    static List<Index> of(Table table, List<ForeignKey> relations) {
        List<Index> derived = new ArrayList<>();
        relations.stream()
                .map(ForeignKey::columns)
                .sorted(Comparator.comparing(columns -> String.join(",", columns)))
                .filter(columns -> !covers(table, columns))
                .forEach(columns -> derived.add(new Index(
                        Names.index(table.name(), columns),
                        columns.stream()
                                .map(column -> new Index.Part(column, false))
                                .toList(),
                        false)));
        return derived;
    }

    /** Returns whether one of a table's indexes would come without being told. */
    static boolean make(Index index, Table table, List<ForeignKey> relations) {
        Table without = new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.uniques(),
                table.indexes().stream().filter(each -> !each.equals(index)).toList(),
                table.checks(),
                table.foreignKeys(),
                table.comment());
        return of(without, relations).contains(index);
    }

    private static boolean covers(Table table, List<String> columns) {
        return begins(TablePlan.key(table), columns)
                || table.uniques().stream().anyMatch(unique -> begins(unique.columns(), columns))
                || table.indexes().stream().anyMatch(index -> begins(index.columnNames(), columns));
    }

    private static boolean begins(List<String> columns, List<String> prefix) {
        return columns.size() >= prefix.size()
                && columns.subList(0, prefix.size()).equals(prefix);
    }
}
