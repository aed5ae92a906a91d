package io.ashlar.diff;

import io.ashlar.diff.SchemaChange.AddColumn;
import io.ashlar.diff.SchemaChange.CreateTable;
import io.ashlar.diff.SchemaChange.DropColumn;
import io.ashlar.diff.SchemaChange.DropTable;
import io.ashlar.schema.Column;
import io.ashlar.schema.ForeignKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is new and could be what is gone, under another name. Only ever asked about, never acted on. */
public record Lookalikes(List<SchemaChange> changes) {

    /** Returns a new column of the same table and kind of type. */
    Optional<String> of(DropColumn gone) {
        return all(gone).stream().findFirst();
    }

    /** Returns a new table that has most columns of the old one. */
    Optional<String> of(DropTable gone) {
        return all(gone).stream().findFirst();
    }

    /** Returns what a column or table that would be lost could be called now; a column with its table. */
    public List<String> all(Loss loss) {
        List<String> names = new ArrayList<>();
        for (SchemaChange change : changes) {
            if (change instanceof DropTable gone
                    && loss.column() == null
                    && gone.table().name().equals(loss.table())) {
                names.addAll(all(gone));
            } else if (change instanceof DropColumn gone
                    && gone.table().equals(loss.table())
                    && gone.column().equals(loss.column())) {
                all(gone).forEach(name -> names.add(gone.table() + "." + name));
            }
        }
        return names;
    }

    private List<String> all(DropColumn gone) {
        return changes.stream()
                .filter(AddColumn.class::isInstance)
                .map(AddColumn.class::cast)
                .filter(added -> added.table().equals(gone.table())
                        && !added.column().name().equals(gone.column().name()) // computed anew, or not any more
                        && added.column().type().kind() == gone.column().type().kind())
                .map(added -> added.column().name())
                .toList();
    }

    private List<String> all(DropTable gone) {
        Set<String> before = gone.table().columns().stream().map(Column::name).collect(Collectors.toSet());
        return changes.stream()
                .filter(CreateTable.class::isInstance)
                .map(change -> ((CreateTable) change).table())
                .filter(table -> 2
                                * table.columns().stream()
                                        .filter(column -> before.contains(column.name()))
                                        .count()
                        > before.size())
                .map(io.ashlar.schema.Table::name)
                .toList();
    }

    /** Returns a new join table between the table of a foreign key that is gone and its target. */
    Optional<String> joinTable(DropColumn gone) {
        Set<String> targets = changes.stream()
                .filter(SchemaChange.DropForeignKey.class::isInstance)
                .map(SchemaChange.DropForeignKey.class::cast)
                .filter(key -> key.table().equals(gone.table())
                        && key.foreignKey().columns().contains(gone.column().name()))
                .map(key -> key.foreignKey().targetTable())
                .collect(Collectors.toSet());
        return changes.stream()
                .filter(CreateTable.class::isInstance)
                .map(change -> ((CreateTable) change).table())
                .filter(table -> {
                    Set<String> joined = table.foreignKeys().stream()
                            .map(ForeignKey::targetTable)
                            .collect(Collectors.toSet());
                    return joined.contains(gone.table()) && joined.stream().anyMatch(targets::contains);
                })
                .map(io.ashlar.schema.Table::name)
                .findFirst();
    }
}
