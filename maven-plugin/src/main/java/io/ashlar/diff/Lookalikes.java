package io.ashlar.diff;

import io.ashlar.diff.SchemaChange.AddColumn;
import io.ashlar.diff.SchemaChange.CreateTable;
import io.ashlar.diff.SchemaChange.DropColumn;
import io.ashlar.diff.SchemaChange.DropForeignKey;
import io.ashlar.diff.SchemaChange.DropTable;
import io.ashlar.schema.Column;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is new and could be what is gone, under another name. Only ever asked about, never acted on. */
public final class Lookalikes {

    private final List<SchemaChange> changes;
    private final Map<String, List<AddColumn>> added = new HashMap<>();
    private final Map<String, List<DropForeignKey>> keysGone = new HashMap<>();
    private final List<Table> created = new ArrayList<>();

    /** Looks among {@code changes}. */
    public Lookalikes(List<SchemaChange> changes) {
        this.changes = List.copyOf(changes);
        for (SchemaChange change : changes) {
            if (change instanceof AddColumn add) {
                added.computeIfAbsent(add.table(), table -> new ArrayList<>()).add(add);
            } else if (change instanceof DropForeignKey drop) {
                keysGone.computeIfAbsent(drop.table(), table -> new ArrayList<>())
                        .add(drop);
            } else if (change instanceof CreateTable create) {
                created.add(create.table());
            }
        }
    }

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
        return added.getOrDefault(gone.table(), List.of()).stream()
                .map(AddColumn::column)
                .filter(column -> !column.name().equals(gone.column().name()) // computed anew, or not any more
                        && column.type().kind() == gone.column().type().kind())
                .map(Column::name)
                .toList();
    }

    private List<String> all(DropTable gone) {
        Set<String> before = gone.table().columns().stream().map(Column::name).collect(Collectors.toSet());
        return created.stream()
                .filter(table -> 2
                                * table.columns().stream()
                                        .filter(column -> before.contains(column.name()))
                                        .count()
                        > before.size())
                .map(Table::name)
                .toList();
    }

    /** Returns a new join table between the table of a foreign key that is gone and its target. */
    Optional<String> joinTable(DropColumn gone) {
        Set<String> targets = keysGone.getOrDefault(gone.table(), List.of()).stream()
                .filter(key -> key.foreignKey().columns().contains(gone.column().name()))
                .map(key -> key.foreignKey().targetTable())
                .collect(Collectors.toSet());
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        return created.stream()
                .filter(table -> {
                    Set<String> joined = table.foreignKeys().stream()
                            .map(ForeignKey::targetTable)
                            .collect(Collectors.toSet());
                    return joined.contains(gone.table()) && joined.stream().anyMatch(targets::contains);
                })
                .map(Table::name)
                .findFirst();
    }
}
