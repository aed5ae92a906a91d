package io.ashlar.diff;

import io.ashlar.diff.SchemaChange.AddForeignKey;
import io.ashlar.diff.SchemaChange.DropForeignKey;
import io.ashlar.diff.SchemaChange.RenameForeignKey;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What changes in the foreign keys of one table. One that stays is still dropped and made anew where what it stands on
 * changes: the type of a column, the index it is looked up by, the key it points to.
 */
final class ForeignKeyDiff {

    private final String table;
    private final Map<String, TableDiff> compared;

    private ForeignKeyDiff(String table, Map<String, TableDiff> compared) {
        this.table = table;
        this.compared = compared;
    }

    static void of(Table before, Table after, Map<String, TableDiff> compared, Steps steps) {
        ForeignKeyDiff diff = new ForeignKeyDiff(after.name(), compared);
        Matches<ForeignKey> keys =
                Matches.of(before.foreignKeys(), after.foreignKeys(), ForeignKey::name, ForeignKeyDiff::same);
        for (ForeignKey gone : keys.gone()) {
            steps.foreignKeysGone.add(new DropForeignKey(diff.table, gone));
        }
        for (ForeignKey now : after.foreignKeys()) {
            if (keys.added().contains(now)) {
                steps.foreignKeys.add(new AddForeignKey(diff.table, now));
            } else if (diff.ungrounded(now)) {
                ForeignKey old = keys.renamed().entrySet().stream()
                        .filter(pair -> pair.getValue().equals(now))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(now);
                steps.foreignKeysGone.add(new DropForeignKey(diff.table, old));
                steps.foreignKeys.add(new AddForeignKey(diff.table, now));
            }
        }
        keys.renamed().forEach((old, now) -> {
            if (!diff.ungrounded(now)) {
                steps.constraintRenames.add(new RenameForeignKey(diff.table, old, now));
            }
        });
    }

    private boolean ungrounded(ForeignKey key) {
        TableDiff own = compared.get(table);
        TableDiff target = compared.get(key.targetTable());
        boolean ownSide = own != null
                && (key.columns().stream().anyMatch(own.retyped()::contains)
                        || own.ungrounded().stream().anyMatch(columns -> begins(columns, key.columns())));
        boolean targetSide = target != null
                && (key.targetColumns().stream().anyMatch(target.retyped()::contains)
                        || target.ungrounded().stream().anyMatch(columns -> begins(columns, key.targetColumns())));
        return ownSide || targetSide;
    }

    private static boolean begins(List<String> columns, List<String> prefix) {
        return columns.size() >= prefix.size()
                && Set.copyOf(columns.subList(0, prefix.size())).equals(Set.copyOf(prefix));
    }

    private static boolean same(ForeignKey one, ForeignKey other) {
        return one.columns().equals(other.columns())
                && one.targetTable().equals(other.targetTable())
                && one.targetColumns().equals(other.targetColumns())
                && one.onDelete() == other.onDelete();
    }
}
