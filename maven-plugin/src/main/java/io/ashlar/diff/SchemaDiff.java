package io.ashlar.diff;

import io.ashlar.diff.SchemaChange.AddCheck;
import io.ashlar.diff.SchemaChange.AddColumn;
import io.ashlar.diff.SchemaChange.AddForeignKey;
import io.ashlar.diff.SchemaChange.AddIndex;
import io.ashlar.diff.SchemaChange.AddUnique;
import io.ashlar.diff.SchemaChange.ChangeCheck;
import io.ashlar.diff.SchemaChange.ChangeColumnComment;
import io.ashlar.diff.SchemaChange.ChangeDefault;
import io.ashlar.diff.SchemaChange.ChangeIdentity;
import io.ashlar.diff.SchemaChange.ChangePrimaryKey;
import io.ashlar.diff.SchemaChange.ChangeSequence;
import io.ashlar.diff.SchemaChange.ChangeTableComment;
import io.ashlar.diff.SchemaChange.ChangeType;
import io.ashlar.diff.SchemaChange.CreateSequence;
import io.ashlar.diff.SchemaChange.CreateTable;
import io.ashlar.diff.SchemaChange.DropCheck;
import io.ashlar.diff.SchemaChange.DropColumn;
import io.ashlar.diff.SchemaChange.DropComputed;
import io.ashlar.diff.SchemaChange.DropForeignKey;
import io.ashlar.diff.SchemaChange.DropIndex;
import io.ashlar.diff.SchemaChange.DropSequence;
import io.ashlar.diff.SchemaChange.DropTable;
import io.ashlar.diff.SchemaChange.DropUnique;
import io.ashlar.diff.SchemaChange.RelaxColumn;
import io.ashlar.diff.SchemaChange.RequireColumn;
import io.ashlar.schema.Check;
import io.ashlar.schema.Check.Condition.OneOf;
import io.ashlar.schema.Column;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Index;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Sequence;
import io.ashlar.schema.Table;
import io.ashlar.schema.Unique;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What leads from one schema to another. Names decide: what is gone and what is new are a drop and an add, never a
 * rename. The order of columns and of an enum's values is no difference.
 */
public final class SchemaDiff {

    private final List<SchemaChange> foreignKeysGone = new ArrayList<>();
    private final List<SchemaChange> constraintsGone = new ArrayList<>();
    private final List<SchemaChange> columnsGone = new ArrayList<>();
    private final List<SchemaChange> sequences = new ArrayList<>();
    private final List<SchemaChange> tables = new ArrayList<>();
    private final List<SchemaChange> columns = new ArrayList<>();
    /** Columns are computed once those are there that they are computed from. */
    private final List<SchemaChange> computed = new ArrayList<>();

    private final List<SchemaChange> constraints = new ArrayList<>();
    private final List<SchemaChange> indexes = new ArrayList<>();
    private final List<SchemaChange> foreignKeys = new ArrayList<>();
    private final List<SchemaChange> gone = new ArrayList<>();

    private SchemaDiff() {}

    /**
     * Returns the steps from {@code stored} to {@code wanted}, in an order in which they can run: keys and constraints
     * that go, sequences, tables, columns, constraints, indexes, foreign keys (so cycles of tables do no harm), and last
     * what is dropped. Equal schemas give none.
     */
    public static List<SchemaChange> between(Schema stored, Schema wanted) {
        SchemaDiff diff = new SchemaDiff();
        diff.compareSequences(stored, wanted);
        compare(stored.tables(), wanted.tables(), Table::name, diff::createTable, diff::dropTable, diff::compareTables);
        return diff.inOrder();
    }

    private List<SchemaChange> inOrder() {
        List<SchemaChange> all = new ArrayList<>();
        List.of(
                        foreignKeysGone,
                        constraintsGone,
                        columnsGone,
                        sequences,
                        tables,
                        columns,
                        computed,
                        constraints,
                        indexes,
                        foreignKeys,
                        gone)
                .forEach(all::addAll);
        return List.copyOf(all);
    }

    private void compareSequences(Schema stored, Schema wanted) {
        compare(
                stored.sequences(),
                wanted.sequences(),
                Sequence::name,
                added -> sequences.add(new CreateSequence(added)),
                dropped -> gone.add(new DropSequence(dropped)),
                (before, after) -> {
                    if (!before.equals(after)) {
                        sequences.add(new ChangeSequence(before, after));
                    }
                });
    }

    private void createTable(Table table) {
        tables.add(new CreateTable(table));
        table.indexes().forEach(index -> indexes.add(new AddIndex(table.name(), index)));
        table.foreignKeys().forEach(key -> foreignKeys.add(new AddForeignKey(table.name(), key)));
    }

    private void dropTable(Table table) {
        table.foreignKeys().forEach(key -> foreignKeysGone.add(new DropForeignKey(table.name(), key)));
        gone.add(new DropTable(table));
    }

    private void compareTables(Table before, Table after) {
        String table = after.name();
        if (!Objects.equals(before.comment(), after.comment())) {
            tables.add(new ChangeTableComment(before, after));
        }
        ComputedColumns anew = ComputedColumns.of(before, after);
        compare(
                before.columns(),
                after.columns(),
                Column::name,
                added -> (added.computed() == null ? columns : computed).add(new AddColumn(table, added)),
                dropped -> gone.add(
                        dropped.computed() == null ? new DropColumn(table, dropped) : new DropComputed(table, dropped)),
                (old, now) -> {
                    if (anew.contains(now)) {
                        columnsGone.add(ComputedColumns.drop(table, old, now));
                        (now.computed() == null ? columns : computed).add(new AddColumn(table, now));
                    } else {
                        compareColumns(table, old, now);
                    }
                });
        if (!Objects.equals(before.primaryKey(), after.primaryKey())) {
            constraints.add(new ChangePrimaryKey(table, before.primaryKey(), after.primaryKey()));
        }
        compareConstraints(table, before, after, anew);
    }

    private void compareColumns(String table, Column before, Column after) {
        if (!before.type().equals(after.type())) {
            columns.add(new ChangeType(table, before, after));
        }
        if (before.identity() != after.identity()) {
            columns.add(new ChangeIdentity(table, before, after));
        }
        if (!Objects.equals(before.defaultValue(), after.defaultValue())) {
            columns.add(new ChangeDefault(table, before, after));
        }
        if (before.nullable() && !after.nullable()) {
            columns.add(new RequireColumn(table, before, after));
        }
        if (!before.nullable() && after.nullable()) {
            columns.add(new RelaxColumn(table, before, after));
        }
        if (!Objects.equals(before.comment(), after.comment())) {
            columns.add(new ChangeColumnComment(table, before, after));
        }
    }

    private void compareConstraints(String table, Table before, Table after, ComputedColumns anew) {
        BiConsumer<Unique, Unique> replaceUnique = (old, now) -> {
            if (!old.equals(now) || anew.carry(now.columns())) {
                constraintsGone.add(new DropUnique(table, old));
                constraints.add(new AddUnique(table, now));
            }
        };
        BiConsumer<Index, Index> replaceIndex = (old, now) -> {
            if (!old.equals(now) || anew.carry(now.columnNames())) {
                constraintsGone.add(new DropIndex(table, old));
                indexes.add(new AddIndex(table, now));
            }
        };
        BiConsumer<ForeignKey, ForeignKey> replaceForeignKey = (old, now) -> {
            if (!old.equals(now)) {
                foreignKeysGone.add(new DropForeignKey(table, old));
                foreignKeys.add(new AddForeignKey(table, now));
            }
        };
        compare(
                before.uniques(),
                after.uniques(),
                Unique::name,
                added -> constraints.add(new AddUnique(table, added)),
                dropped -> constraintsGone.add(new DropUnique(table, dropped)),
                replaceUnique);
        compare(
                before.checks(),
                after.checks(),
                Check::name,
                added -> constraints.add(new AddCheck(table, added)),
                dropped -> constraintsGone.add(new DropCheck(table, dropped)),
                (old, now) -> compareChecks(table, old, now));
        compare(
                before.indexes(),
                after.indexes(),
                Index::name,
                added -> indexes.add(new AddIndex(table, added)),
                dropped -> constraintsGone.add(new DropIndex(table, dropped)),
                replaceIndex);
        compare(
                before.foreignKeys(),
                after.foreignKeys(),
                ForeignKey::name,
                added -> foreignKeys.add(new AddForeignKey(table, added)),
                dropped -> foreignKeysGone.add(new DropForeignKey(table, dropped)),
                replaceForeignKey);
    }

    private void compareChecks(String table, Check before, Check after) {
        boolean same = before.columns().equals(after.columns())
                && before.condition() instanceof OneOf few
                && after.condition() instanceof OneOf many
                && Set.copyOf(few.values()).equals(Set.copyOf(many.values()));
        if (!same && !before.equals(after)) {
            constraints.add(new ChangeCheck(table, before, after));
        }
    }

    private static <T> void compare(
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
