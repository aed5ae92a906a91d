package io.ashlar.diff;

import io.ashlar.diff.SchemaChange.AddForeignKey;
import io.ashlar.diff.SchemaChange.AddIndex;
import io.ashlar.diff.SchemaChange.ChangeSequence;
import io.ashlar.diff.SchemaChange.ChangeTableComment;
import io.ashlar.diff.SchemaChange.CreateSequence;
import io.ashlar.diff.SchemaChange.CreateTable;
import io.ashlar.diff.SchemaChange.DropForeignKey;
import io.ashlar.diff.SchemaChange.DropSequence;
import io.ashlar.diff.SchemaChange.DropTable;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Sequence;
import io.ashlar.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What leads from one schema to another. Names decide: what is gone and what is new are a drop and an add, and a rename
 * only where it is declared. What carries no rows, a constraint or an index, is renamed where nothing else about it
 * changes. The order of columns and of an enum's values is no difference.
 */
public final class SchemaDiff {

    private final Steps steps = new Steps();
    private final Map<String, TableDiff> compared = new LinkedHashMap<>();

    private SchemaDiff() {}

    /** Returns the steps where nothing is renamed. */
    public static List<SchemaChange> between(Schema stored, Schema wanted) {
        return between(stored, wanted, Renames.NONE);
    }

    /**
     * Returns the steps from {@code stored} to {@code wanted}, in an order in which they can run: renames, keys and
     * constraints that go, sequences, tables, columns, constraints, indexes, foreign keys (so cycles of tables do no harm),
     * and last what is dropped. All steps but the renames name tables and columns as they are after. Equal schemas give
     * none.
     */
    public static List<SchemaChange> between(Schema stored, Schema wanted, Renames renames) {
        if (renames.isEmpty() && stored.equals(wanted)) {
            return List.of();
        }
        Schema free = Occupants.without(stored, renames);
        if (!free.equals(stored)) {
            List<SchemaChange> changes = new ArrayList<>(between(stored, free));
            changes.addAll(between(free, wanted, renames));
            return List.copyOf(changes);
        }
        SchemaDiff diff = new SchemaDiff();
        Schema before = renames.apply(stored);
        diff.steps.renames.addAll(renames.changes(stored));
        diff.compareSequences(before, wanted);
        compare(before.tables(), wanted.tables(), Table::name, diff::createTable, diff::dropTable, diff::compareTables);
        diff.compared.forEach(
                (name, table) -> ForeignKeyDiff.of(table.before(), table.after(), diff.compared, diff.steps));
        return diff.steps.inOrder();
    }

    private void compareSequences(Schema stored, Schema wanted) {
        compare(
                stored.sequences(),
                wanted.sequences(),
                Sequence::name,
                added -> steps.sequences.add(new CreateSequence(added)),
                dropped -> steps.gone.add(new DropSequence(dropped)),
                (before, after) -> {
                    if (!before.equals(after)) {
                        steps.sequences.add(new ChangeSequence(before, after));
                    }
                });
    }

    private void createTable(Table table) {
        steps.tables.add(new CreateTable(table));
        table.indexes().forEach(index -> steps.indexes.add(new AddIndex(table.name(), index)));
        table.foreignKeys().forEach(key -> steps.foreignKeys.add(new AddForeignKey(table.name(), key)));
    }

    private void dropTable(Table table) {
        table.foreignKeys().forEach(key -> steps.foreignKeysGone.add(new DropForeignKey(table.name(), key)));
        steps.gone.add(new DropTable(table));
    }

    private void compareTables(Table before, Table after) {
        if (!Objects.equals(before.comment(), after.comment())) {
            steps.tables.add(new ChangeTableComment(before, after));
        }
        compared.put(after.name(), TableDiff.of(before, after, steps));
    }

    static <T> void compare(
            List<T> stored,
            List<T> wanted,
            Function<T, String> name,
            Consumer<T> added,
            Consumer<T> dropped,
            BiConsumer<T, T> both) {
        Map<String, T> left = new LinkedHashMap<>();
        stored.forEach(item -> left.put(name.apply(item), item));
        for (T item : wanted) {
            T before = left.remove(name.apply(item));
            if (before == null) {
                added.accept(item);
            } else {
                both.accept(before, item);
            }
        }
        left.values().forEach(dropped);
    }
}
