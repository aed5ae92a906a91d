package io.ashlar.diff;

import io.ashlar.diff.SchemaChange.AddCheck;
import io.ashlar.diff.SchemaChange.AddColumn;
import io.ashlar.diff.SchemaChange.AddForeignKey;
import io.ashlar.diff.SchemaChange.AddIndex;
import io.ashlar.diff.SchemaChange.AddUnique;
import io.ashlar.diff.SchemaChange.ChangeCheck;
import io.ashlar.diff.SchemaChange.ChangeDefault;
import io.ashlar.diff.SchemaChange.ChangeIdentity;
import io.ashlar.diff.SchemaChange.ChangePrimaryKey;
import io.ashlar.diff.SchemaChange.ChangeType;
import io.ashlar.diff.SchemaChange.CreateTable;
import io.ashlar.diff.SchemaChange.DropColumn;
import io.ashlar.diff.SchemaChange.DropComputed;
import io.ashlar.diff.SchemaChange.DropForeignKey;
import io.ashlar.diff.SchemaChange.DropIndex;
import io.ashlar.diff.SchemaChange.DropSequence;
import io.ashlar.diff.SchemaChange.DropTable;
import io.ashlar.diff.SchemaChange.DropUnique;
import io.ashlar.diff.SchemaChange.RelaxColumn;
import io.ashlar.diff.SchemaChange.RenameColumn;
import io.ashlar.diff.SchemaChange.RenameSequence;
import io.ashlar.diff.SchemaChange.RenameTable;
import io.ashlar.diff.SchemaChange.RequireColumn;
import io.ashlar.schema.Column;
import io.ashlar.schema.Expression;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.PrimaryKey;
import io.ashlar.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The schema between two, for a database that can do the slow part of a change while others read and write. What takes no
 * time or can only be done at once has happened there; what has to read the rows of a table that is there already, such as
 * a new index or constraint, or takes values along, has not. So one migration becomes two, and both are ordinary ones.
 */
public final class Midway {

    private final List<SchemaChange> changes;
    private final Set<String> newTables = new HashSet<>();
    private final Set<String> keysLater = new HashSet<>();
    private final Set<String> changedColumns = new HashSet<>();
    private final Map<String, ForeignKey> keysBefore = new HashMap<>();
    private final MidwaySchema schema;

    private Midway(List<SchemaChange> changes, Schema wanted) {
        this.changes = changes;
        this.schema = new MidwaySchema(wanted);
        for (SchemaChange change : changes) {
            if (change instanceof CreateTable create) {
                newTables.add(create.table().name());
            } else if (change instanceof ChangePrimaryKey key) {
                keysLater.add(key.table());
            } else if (change instanceof ChangeType type) {
                changedColumns.add(type.table() + "." + type.after().name());
            } else if (change instanceof DropComputed drop) {
                changedColumns.add(drop.table() + "." + drop.column().name());
            } else if (change instanceof AddColumn add && add.column().computed() != null) {
                changedColumns.add(add.table() + "." + add.column().name());
            } else if (change instanceof DropForeignKey drop) {
                keysBefore.put(ConstraintRisks.essence(drop.table(), drop.foreignKey()), drop.foreignKey());
            }
        }
    }

    /** Returns the schema between; {@code wanted} itself where nothing has to read rows that are there. */
    public static Schema between(Schema stored, Schema wanted, Renames renames) {
        // what makes way for a rename goes before it, and under other names
        Midway midway = new Midway(afterRenames(SchemaDiff.between(stored, wanted, renames)), wanted);
        if (midway.changes.stream().noneMatch(midway::readsRows)) {
            return wanted;
        }
        midway.changes.forEach(midway::takeBack);
        midway.changes.forEach(midway::keep);
        return midway.schema.toSchema();
    }

    private static List<SchemaChange> afterRenames(List<SchemaChange> changes) {
        int start = 0;
        for (int i = 0; i < changes.size(); i++) {
            SchemaChange change = changes.get(i);
            if (change instanceof RenameTable || change instanceof RenameColumn || change instanceof RenameSequence) {
                start = i + 1;
            }
        }
        return changes.subList(start, changes.size());
    }

    private boolean readsRows(SchemaChange change) {
        if (change instanceof AddIndex add) {
            return !newTables.contains(add.table());
        } else if (change instanceof AddForeignKey add) {
            return !newTables.contains(add.table());
        } else if (change instanceof DropIndex drop) {
            return keeps(drop.table(), drop.index().columnNames(), drop.index().where());
        } else if (change instanceof DropUnique drop) {
            return drop.unique().partial()
                    && keeps(
                            drop.table(), drop.unique().columns(), drop.unique().where());
        }
        return change instanceof AddUnique
                || change instanceof AddCheck
                || change instanceof ChangeCheck
                || change instanceof RequireColumn
                || (change instanceof ChangePrimaryKey key && key.after() != null);
    }

    /** What is still to come is not there yet. */
    private void takeBack(SchemaChange change) {
        if (change instanceof AddIndex add && !newTables.contains(add.table())) {
            schema.table(add.table()).indexes.remove(add.index());
        } else if (change instanceof AddUnique add) {
            schema.table(add.table()).uniques.remove(add.unique());
        } else if (change instanceof AddCheck add) {
            schema.table(add.table()).checks.remove(add.check());
        } else if (change instanceof ChangeCheck check) {
            takeBack(check);
        } else if (change instanceof AddForeignKey add && !newTables.contains(add.table())) {
            takeBack(add);
        } else if (change instanceof RequireColumn require) {
            schema.table(require.table()).change(require.after().name(), column -> column.withNullable(true));
        } else if (change instanceof ChangeIdentity identity && isRequiredLater(identity)) {
            schema.table(identity.table()).change(identity.after().name(), column -> column.withIdentity(false));
        } else if (change instanceof ChangePrimaryKey key) {
            schema.table(key.table()).primaryKey = key.before();
        }
    }

    /** Until then the default is one that the check allows. */
    private void takeBack(ChangeCheck change) {
        var table = schema.table(change.table());
        table.checks.remove(change.after());
        if (!keeps(change.table(), change.before().columns(), null)) {
            return;
        }
        table.checks.add(change.before());
        for (SchemaChange other : changes) {
            if (other instanceof ChangeDefault moved
                    && moved.table().equals(change.table())
                    && change.before().columns().contains(moved.after().name())) {
                table.change(
                        moved.after().name(),
                        column -> column.withDefault(moved.before().defaultValue()));
            }
        }
    }

    /** What is still to go is there. */
    private void keep(SchemaChange change) {
        if (change instanceof DropColumn drop) {
            schema.table(drop.table()).columns.add(drop.column());
        } else if (change instanceof DropTable drop) {
            schema.addWithoutForeignKeys(drop.table());
        } else if (change instanceof DropSequence drop) {
            schema.add(drop.sequence());
        } else if (change instanceof DropIndex drop
                && schema.isFree(drop.index().name())
                && keeps(drop.table(), drop.index().columnNames(), drop.index().where())) {
            schema.table(drop.table()).indexes.add(drop.index());
        } else if (change instanceof DropUnique drop
                && schema.isFree(drop.unique().name())
                && keeps(drop.table(), drop.unique().columns(), drop.unique().where())) {
            schema.table(drop.table()).uniques.add(drop.unique());
        } else if (change instanceof RelaxColumn relax && keysLater.contains(relax.table())) {
            PrimaryKey key = schema.table(relax.table()).primaryKey;
            String name = relax.after().name();
            if (key != null && key.columns().contains(name)) {
                schema.table(relax.table()).change(name, column -> column.withNullable(false));
            }
        }
    }

    /** One that points to the same stays until then, so that no row can point to nothing meanwhile. */
    private void takeBack(AddForeignKey change) {
        List<ForeignKey> keys = schema.table(change.table()).foreignKeys;
        keys.remove(change.foreignKey());
        ForeignKey before = keysBefore.get(ConstraintRisks.essence(change.table(), change.foreignKey()));
        if (before != null) {
            keys.add(before);
        }
    }

    private boolean isRequiredLater(ChangeIdentity change) {
        Column after = change.after();
        return after.identity()
                && changes.stream()
                        .anyMatch(other -> other instanceof RequireColumn require
                                && require.table().equals(change.table())
                                && require.after().name().equals(after.name()));
    }

    private boolean keeps(String table, List<String> columns, @Nullable Expression where) {
        List<String> all = new ArrayList<>(columns);
        if (where != null) {
            all.addAll(where.columns());
        }
        return all.stream().noneMatch(column -> changedColumns.contains(table + "." + column));
    }
}
