package io.ashlar.diff;

import io.ashlar.diff.SchemaChange.AddColumn;
import io.ashlar.diff.SchemaChange.CreateTable;
import io.ashlar.diff.SchemaChange.DropColumn;
import io.ashlar.diff.SchemaChange.DropTable;
import io.ashlar.schema.Column;
import io.ashlar.schema.ForeignKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is new and could be what is gone, under another name. Only ever asked about, never acted on. */
record Lookalikes(List<SchemaChange> changes) {

    /** Returns a new column of the same table and kind of type. */
    Optional<String> of(DropColumn gone) {
        return changes.stream()
                .filter(AddColumn.class::isInstance)
                .map(AddColumn.class::cast)
                .filter(added -> added.table().equals(gone.table())
                        && !added.column().name().equals(gone.column().name()) // computed anew, or not any more
                        && added.column().type().kind() == gone.column().type().kind())
                .map(added -> added.column().name())
                .findFirst();
    }

    /** Returns a new table that has most columns of the old one. */
    Optional<String> of(DropTable gone) {
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
                .findFirst();
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
