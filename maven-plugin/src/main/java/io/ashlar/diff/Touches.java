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
import io.ashlar.diff.SchemaChange.RenameCheck;
import io.ashlar.diff.SchemaChange.RenameColumn;
import io.ashlar.diff.SchemaChange.RenameForeignKey;
import io.ashlar.diff.SchemaChange.RenameIndex;
import io.ashlar.diff.SchemaChange.RenamePrimaryKey;
import io.ashlar.diff.SchemaChange.RenameSequence;
import io.ashlar.diff.SchemaChange.RenameTable;
import io.ashlar.diff.SchemaChange.RenameUnique;
import io.ashlar.diff.SchemaChange.RequireColumn;
import io.ashlar.diff.Touch.Kind;
import io.ashlar.schema.Check;
import io.ashlar.schema.Expression;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Index;
import io.ashlar.schema.PrimaryKey;
import io.ashlar.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what each kind of step touches. */
final class Touches implements SchemaChange.Visitor<List<Touch>> {

    private static final String DELETED_AT = "deleted_at";
    private static final Touches ALL = new Touches();

    private Touches() {}

    static List<Touch> of(SchemaChange change) {
        return change.accept(ALL);
    }

    @Override
    public List<Touch> createSequence(CreateSequence change) {
        return changes(change.sequence().name(), "", "adds");
    }

    @Override
    public List<Touch> changeSequence(ChangeSequence change) {
        return changes(change.after().name(), "", "changes");
    }

    @Override
    public List<Touch> dropSequence(DropSequence change) {
        return ends(change.sequence().name(), "", "drops");
    }

    @Override
    public List<Touch> createTable(CreateTable change) {
        return changes(change.table().name(), "", "adds");
    }

    @Override
    public List<Touch> changeTableComment(ChangeTableComment change) {
        return changes(change.after().name(), "comment on the table", "changes");
    }

    @Override
    public List<Touch> dropTable(DropTable change) {
        return ends(change.table().name(), "", "drops");
    }

    @Override
    public List<Touch> addColumn(AddColumn change) {
        List<Touch> touches =
                new ArrayList<>(changes(change.table(), change.column().name(), "adds"));
        touches.add(needs(change.table(), ""));
        needs(change.table(), change.column().computed(), touches);
        return touches;
    }

    @Override
    public List<Touch> dropColumn(DropColumn change) {
        return ends(change.table(), change.column().name(), "drops");
    }

    @Override
    public List<Touch> dropComputed(DropComputed change) {
        return ends(change.table(), change.column().name(), "drops");
    }

    @Override
    public List<Touch> changeType(ChangeType change) {
        return ends(change.table(), change.after().name(), "changes the type of");
    }

    @Override
    public List<Touch> requireColumn(RequireColumn change) {
        return changes(change.table(), change.after().name(), "requires");
    }

    @Override
    public List<Touch> relaxColumn(RelaxColumn change) {
        return changes(change.table(), change.after().name(), "makes optional");
    }

    @Override
    public List<Touch> changeDefault(ChangeDefault change) {
        return changes(change.table(), change.after().name(), "changes the default of");
    }

    @Override
    public List<Touch> changeIdentity(ChangeIdentity change) {
        return changes(change.table(), change.after().name(), "changes the numbering of");
    }

    @Override
    public List<Touch> changeColumnComment(ChangeColumnComment change) {
        return changes(change.table(), change.after().name(), "changes the comment on");
    }

    @Override
    public List<Touch> changePrimaryKey(ChangePrimaryKey change) {
        List<Touch> touches = new ArrayList<>(changes(change.table(), "primary key", "changes"));
        PrimaryKey before = change.before();
        if (before != null) {
            touches.addAll(ends(change.table(), key(before.columns()), "drops"));
        }
        PrimaryKey after = change.after();
        if (after != null) {
            needs(change.table(), after.columns(), touches);
        }
        return touches;
    }

    @Override
    public List<Touch> addUnique(AddUnique change) {
        Unique unique = change.unique();
        List<Touch> touches = new ArrayList<>(changes(change.table(), unique.name(), "adds"));
        needs(change.table(), unique.columns(), touches);
        needs(change.table(), unique.liveOnly(), unique.where(), touches);
        return touches;
    }

    @Override
    public List<Touch> dropUnique(DropUnique change) {
        List<Touch> touches =
                new ArrayList<>(changes(change.table(), change.unique().name(), "drops"));
        touches.addAll(ends(change.table(), key(change.unique().columns()), "drops"));
        return touches;
    }

    @Override
    public List<Touch> addIndex(AddIndex change) {
        Index index = change.index();
        List<Touch> touches = new ArrayList<>(changes(change.table(), index.name(), "adds"));
        needs(change.table(), index.columnNames(), touches);
        needs(change.table(), index.liveOnly(), index.where(), touches);
        return touches;
    }

    @Override
    public List<Touch> dropIndex(DropIndex change) {
        return changes(change.table(), change.index().name(), "drops");
    }

    @Override
    public List<Touch> addCheck(AddCheck change) {
        return check(change.table(), change.check(), "adds");
    }

    @Override
    public List<Touch> changeCheck(ChangeCheck change) {
        return check(change.table(), change.after(), "changes");
    }

    private static List<Touch> check(String table, Check check, String verb) {
        List<Touch> touches = new ArrayList<>(changes(table, check.name(), verb));
        needs(table, check.columns(), touches);
        return touches;
    }

    @Override
    public List<Touch> dropCheck(DropCheck change) {
        return changes(change.table(), change.check().name(), "drops");
    }

    @Override
    public List<Touch> addForeignKey(AddForeignKey change) {
        ForeignKey key = change.foreignKey();
        List<Touch> touches = new ArrayList<>(changes(change.table(), key.name(), "adds"));
        needs(change.table(), key.columns(), touches);
        needs(key.targetTable(), key.targetColumns(), touches);
        touches.add(needs(key.targetTable(), key(key.targetColumns())));
        return touches;
    }

    @Override
    public List<Touch> dropForeignKey(DropForeignKey change) {
        return changes(change.table(), change.foreignKey().name(), "drops");
    }

    @Override
    public List<Touch> renameSequence(RenameSequence change) {
        return renamed(change.before().name(), "", change.after(), "");
    }

    @Override
    public List<Touch> renameTable(RenameTable change) {
        return renamed(change.before(), "", change.after(), "");
    }

    @Override
    public List<Touch> renameColumn(RenameColumn change) {
        return renamed(change.table(), change.before(), change.table(), change.after());
    }

    @Override
    public List<Touch> renamePrimaryKey(RenamePrimaryKey change) {
        return changes(change.table(), "primary key", "renames");
    }

    @Override
    public List<Touch> renameUnique(RenameUnique change) {
        return renamed(
                change.table(),
                change.before().name(),
                change.table(),
                change.after().name());
    }

    @Override
    public List<Touch> renameIndex(RenameIndex change) {
        return renamed(
                change.table(),
                change.before().name(),
                change.table(),
                change.after().name());
    }

    @Override
    public List<Touch> renameCheck(RenameCheck change) {
        return renamed(
                change.table(),
                change.before().name(),
                change.table(),
                change.after().name());
    }

    @Override
    public List<Touch> renameForeignKey(RenameForeignKey change) {
        return renamed(
                change.table(),
                change.before().name(),
                change.table(),
                change.after().name());
    }

    private static List<Touch> renamed(String table, String part, String tableAfter, String partAfter) {
        return List.of(
                new Touch(table, part, Kind.ENDS, "renames"), new Touch(tableAfter, partAfter, Kind.ENDS, "names"));
    }

    private static List<Touch> changes(String table, String part, String verb) {
        return List.of(new Touch(table, part, Kind.CHANGES, verb));
    }

    private static List<Touch> ends(String table, String part, String verb) {
        return List.of(new Touch(table, part, Kind.ENDS, verb));
    }

    private static Touch needs(String table, String part) {
        return new Touch(table, part, Kind.NEEDS, "uses");
    }

    private static void needs(String table, List<String> columns, List<Touch> touches) {
        touches.add(needs(table, ""));
        columns.forEach(column -> touches.add(needs(table, column)));
    }

    private static void needs(String table, boolean liveOnly, @Nullable Expression where, List<Touch> touches) {
        if (liveOnly) {
            touches.add(needs(table, DELETED_AT));
        }
        needs(table, where, touches);
    }

    private static void needs(String table, @Nullable Expression expression, List<Touch> touches) {
        if (expression != null) {
            needs(table, expression.columns(), touches);
        }
    }

    /** What a foreign key needs of its target. */
    private static String key(List<String> columns) {
        return "key over " + String.join(", ", columns);
    }
}
