package io.ashlar.diff;

import io.ashlar.diff.SchemaChange.AddCheck;
import io.ashlar.diff.SchemaChange.AddColumn;
import io.ashlar.diff.SchemaChange.AddIndex;
import io.ashlar.diff.SchemaChange.AddUnique;
import io.ashlar.diff.SchemaChange.ChangeCheck;
import io.ashlar.diff.SchemaChange.ChangePrimaryKey;
import io.ashlar.diff.SchemaChange.DropCheck;
import io.ashlar.diff.SchemaChange.DropColumn;
import io.ashlar.diff.SchemaChange.DropComputed;
import io.ashlar.diff.SchemaChange.DropIndex;
import io.ashlar.diff.SchemaChange.DropUnique;
import io.ashlar.diff.SchemaChange.RenameCheck;
import io.ashlar.diff.SchemaChange.RenameIndex;
import io.ashlar.diff.SchemaChange.RenamePrimaryKey;
import io.ashlar.diff.SchemaChange.RenameUnique;
import io.ashlar.schema.Check;
import io.ashlar.schema.Check.Condition.OneOf;
import io.ashlar.schema.Column;
import io.ashlar.schema.Index;
import io.ashlar.schema.PrimaryKey;
import io.ashlar.schema.Table;
import io.ashlar.schema.Unique;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What changes within one table that stays, except its foreign keys.
 *
 * @param anew the columns that are dropped and added
 * @param retyped the columns that get another type
 * @param ungrounded the columns of each key, unique constraint or index that goes or changes
 */
record TableDiff(Table before, Table after, ComputedColumns anew, Set<String> retyped, Set<List<String>> ungrounded) {

    static TableDiff of(Table before, Table after, Steps steps) {
        TableDiff diff =
                new TableDiff(before, after, ComputedColumns.of(before, after), new HashSet<>(), new HashSet<>());
        diff.compareColumns(steps);
        diff.comparePrimaryKeys(steps);
        diff.compareUniques(steps);
        diff.compareIndexes(steps);
        diff.compareChecks(steps);
        return diff;
    }

    private void compareColumns(Steps steps) {
        String table = after.name();
        List<SchemaChange> recomputed = new ArrayList<>();
        SchemaDiff.compare(
                before.columns(),
                after.columns(),
                Column::name,
                added -> (added.computed() == null ? steps.columns : recomputed).add(new AddColumn(table, added)),
                dropped -> {
                    if (dropped.computed() == null) {
                        steps.gone.add(new DropColumn(table, dropped));
                    } else {
                        steps.columnsGone.add(new DropComputed(table, dropped)); // before what it is computed from
                    }
                },
                (old, now) -> {
                    if (anew.contains(now)) {
                        steps.columnsGone.add(ComputedColumns.drop(table, old, now));
                        recomputed.add(new AddColumn(table, now));
                        return;
                    }
                    ColumnDiff.of(table, old, now, steps);
                    if (!old.type().equals(now.type())) {
                        retyped.add(now.name());
                    }
                });
        steps.columns.addAll(recomputed); // once the columns they are computed from are there, and have their types
    }

    private void comparePrimaryKeys(Steps steps) {
        PrimaryKey old = before.primaryKey();
        PrimaryKey now = after.primaryKey();
        if (Objects.equals(old, now)) {
            return;
        }
        if (old != null && now != null && old.columns().equals(now.columns())) {
            steps.constraintRenames.add(new RenamePrimaryKey(after.name(), old, now));
            return;
        }
        steps.constraints.add(new ChangePrimaryKey(after.name(), old, now));
        if (old != null) {
            ungrounded.add(old.columns());
        }
    }

    private void compareUniques(Steps steps) {
        String table = after.name();
        Matches<Unique> uniques = Matches.of(before.uniques(), after.uniques(), Unique::name, this::demandsTheSame);
        uniques.renamed().forEach((old, now) -> steps.constraintRenames.add(new RenameUnique(table, old, now)));
        for (Unique old : uniques.gone()) {
            steps.constraintsGone.add(new DropUnique(table, old));
            ungrounded.add(old.columns());
        }
        uniques.added().forEach(now -> steps.constraints.add(new AddUnique(table, now)));
    }

    private void compareIndexes(Steps steps) {
        String table = after.name();
        Matches<Index> indexes = Matches.of(before.indexes(), after.indexes(), Index::name, this::readsTheSame);
        indexes.renamed().forEach((old, now) -> steps.constraintRenames.add(new RenameIndex(table, old, now)));
        for (Index old : indexes.gone()) {
            steps.constraintsGone.add(new DropIndex(table, old));
            ungrounded.add(old.columnNames());
        }
        indexes.added().forEach(now -> steps.indexes.add(new AddIndex(table, now)));
    }

    private void compareChecks(Steps steps) {
        String table = after.name();
        Matches<Check> checks = Matches.of(before.checks(), after.checks(), Check::name, this::demandsTheSame);
        checks.renamed().forEach((old, now) -> steps.constraintRenames.add(new RenameCheck(table, old, now)));
        SchemaDiff.compare(
                checks.gone(),
                checks.added(),
                Check::name,
                added -> steps.constraints.add(new AddCheck(table, added)),
                dropped -> steps.constraintsGone.add(new DropCheck(table, dropped)),
                (old, now) -> {
                    if (anew.carry(old.columns())) {
                        steps.constraintsGone.add(new DropCheck(table, old));
                        steps.constraints.add(new AddCheck(table, now));
                    } else {
                        steps.constraints.add(new ChangeCheck(table, old, now));
                    }
                });
    }

    private boolean demandsTheSame(Unique one, Unique other) {
        return one.columns().equals(other.columns())
                && one.liveOnly() == other.liveOnly()
                && Objects.equals(one.where(), other.where())
                && !anew.carry(other.columns())
                && (other.where() == null
                        || Collections.disjoint(retyped, other.where().columns())); // their guard is computed from it
    }

    private boolean readsTheSame(Index one, Index other) {
        return one.columns().equals(other.columns())
                && one.liveOnly() == other.liveOnly()
                && Objects.equals(one.where(), other.where())
                && one.search() == other.search()
                && !anew.carry(other.columnNames());
    }

    private boolean demandsTheSame(Check one, Check other) {
        if (anew.carry(other.columns())) {
            return false;
        }
        if (one.condition() instanceof OneOf few && other.condition() instanceof OneOf many) {
            return one.columns().equals(other.columns())
                    && Set.copyOf(few.values()).equals(Set.copyOf(many.values()));
        }
        return one.condition().equals(other.condition()) && one.columns().equals(other.columns());
    }
}
