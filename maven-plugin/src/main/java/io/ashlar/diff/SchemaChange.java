package io.ashlar.diff;

import io.ashlar.schema.Check;
import io.ashlar.schema.Column;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Index;
import io.ashlar.schema.PrimaryKey;
import io.ashlar.schema.Sequence;
import io.ashlar.schema.Table;
import io.ashlar.schema.Unique;
import org.jspecify.annotations.Nullable;

/** One step from a schema to the next. Carries whole definitions, so that it can be explained or reversed. */
public sealed interface SchemaChange {

    /** Returns what {@code visitor} makes of this step. A new kind of step does not compile until all can render it. */
    <R> R accept(Visitor<R> visitor);

    /** Returns whether running this step can lose stored values. */
    default boolean losesData() {
        return false;
    }

    /** A new sequence. */
    record CreateSequence(Sequence sequence) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createSequence(this);
        }
    }

    /** Another start or increment. */
    record ChangeSequence(Sequence before, Sequence after) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changeSequence(this);
        }
    }

    /** A sequence no model uses any more; its next number is lost. */
    record DropSequence(Sequence sequence) implements SchemaChange {
        @Override
        public boolean losesData() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropSequence(this);
        }
    }

    /** A new table with its key, uniques and checks; its indexes and foreign keys are steps of their own, later. */
    record CreateTable(Table table) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createTable(this);
        }
    }

    /** Another comment on a table. */
    record ChangeTableComment(Table before, Table after) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changeTableComment(this);
        }
    }

    /** A table no model has any more. */
    record DropTable(Table table) implements SchemaChange {
        @Override
        public boolean losesData() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropTable(this);
        }
    }

    /**
     * A new column of an existing table.
     *
     * @param filler what rows get that are there already, where the column is required and has no default; null elsewhere
     */
    record AddColumn(String table, Column column, @Nullable String filler) implements SchemaChange {

        /** A column that is optional, or has a default. */
        public AddColumn(String table, Column column) {
            this(table, column, null);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addColumn(this);
        }
    }

    /** A column no field has any more. */
    record DropColumn(String table, Column column) implements SchemaChange {
        @Override
        public boolean losesData() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropColumn(this);
        }
    }

    /** A computed column that goes; its values follow from others, and are no loss. */
    record DropComputed(String table, Column column) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropComputed(this);
        }
    }

    /** Another type; wider, narrower, or another kind altogether. */
    record ChangeType(String table, Column before, Column after) implements SchemaChange {
        @Override
        public boolean losesData() {
            return !Conversion.of(before.type(), after.type()).keepsAll();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changeType(this);
        }
    }

    /** From optional to required. */
    record RequireColumn(String table, Column before, Column after) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.requireColumn(this);
        }
    }

    /** From required to optional. */
    record RelaxColumn(String table, Column before, Column after) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.relaxColumn(this);
        }
    }

    /** A default that comes, changes or goes; rows keep their values. */
    record ChangeDefault(String table, Column before, Column after) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changeDefault(this);
        }
    }

    /** The database begins or ceases to number the rows. */
    record ChangeIdentity(String table, Column before, Column after) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changeIdentity(this);
        }
    }

    /** Another comment on a column. */
    record ChangeColumnComment(String table, Column before, Column after) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changeColumnComment(this);
        }
    }

    /** A key that comes, changes or goes: null on the side that has none. */
    record ChangePrimaryKey(
            String table,
            @Nullable PrimaryKey before,
            @Nullable PrimaryKey after) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changePrimaryKey(this);
        }
    }

    /** A new unique constraint on an existing table. */
    record AddUnique(String table, Unique unique) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addUnique(this);
        }
    }

    /** A unique constraint that goes. */
    record DropUnique(String table, Unique unique) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropUnique(this);
        }
    }

    /** A new index, of a new table or an existing one. */
    record AddIndex(String table, Index index) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addIndex(this);
        }
    }

    /** An index that goes. */
    record DropIndex(String table, Index index) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropIndex(this);
        }
    }

    /** A new check on an existing table. */
    record AddCheck(String table, Check check) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addCheck(this);
        }
    }

    /** A check of the same name that demands something else. */
    record ChangeCheck(String table, Check before, Check after) implements SchemaChange {

        /** Returns whether all that was allowed still is, as when an enum gains a constant. */
        public boolean widens() {
            return before.condition() instanceof Check.Condition.OneOf few
                    && after.condition() instanceof Check.Condition.OneOf many
                    && before.columns().equals(after.columns())
                    && many.values().containsAll(few.values());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changeCheck(this);
        }
    }

    /** A check that goes. */
    record DropCheck(String table, Check check) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropCheck(this);
        }
    }

    /** A new foreign key, of a new table or an existing one. */
    record AddForeignKey(String table, ForeignKey foreignKey) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addForeignKey(this);
        }
    }

    /** A foreign key that goes. */
    record DropForeignKey(String table, ForeignKey foreignKey) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropForeignKey(this);
        }
    }

    /** A sequence under another name; it goes on where it was. */
    record RenameSequence(Sequence before, String after) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameSequence(this);
        }
    }

    /** A table under another name, as declared; its rows stay. */
    record RenameTable(String before, String after) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameTable(this);
        }
    }

    /** A column under another name, as declared; its values stay. */
    record RenameColumn(String table, String before, String after) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameColumn(this);
        }
    }

    /** A primary key whose constraint follows a new name. */
    record RenamePrimaryKey(String table, PrimaryKey before, PrimaryKey after) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renamePrimaryKey(this);
        }
    }

    /** A unique constraint that demands the same under another name. */
    record RenameUnique(String table, Unique before, Unique after) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameUnique(this);
        }
    }

    /** The same index under another name. */
    record RenameIndex(String table, Index before, Index after) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameIndex(this);
        }
    }

    /** A check that demands the same under another name. */
    record RenameCheck(String table, Check before, Check after) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameCheck(this);
        }
    }

    /** The same foreign key under another name. */
    record RenameForeignKey(String table, ForeignKey before, ForeignKey after) implements SchemaChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameForeignKey(this);
        }
    }

    /** What can be made of each kind of step. */
    interface Visitor<R> {
        R createSequence(CreateSequence change);

        R changeSequence(ChangeSequence change);

        R dropSequence(DropSequence change);

        R createTable(CreateTable change);

        R changeTableComment(ChangeTableComment change);

        R dropTable(DropTable change);

        R addColumn(AddColumn change);

        R dropColumn(DropColumn change);

        R dropComputed(DropComputed change);

        R changeType(ChangeType change);

        R requireColumn(RequireColumn change);

        R relaxColumn(RelaxColumn change);

        R changeDefault(ChangeDefault change);

        R changeIdentity(ChangeIdentity change);

        R changeColumnComment(ChangeColumnComment change);

        R changePrimaryKey(ChangePrimaryKey change);

        R addUnique(AddUnique change);

        R dropUnique(DropUnique change);

        R addIndex(AddIndex change);

        R dropIndex(DropIndex change);

        R addCheck(AddCheck change);

        R changeCheck(ChangeCheck change);

        R dropCheck(DropCheck change);

        R addForeignKey(AddForeignKey change);

        R dropForeignKey(DropForeignKey change);

        R renameSequence(RenameSequence change);

        R renameTable(RenameTable change);

        R renameColumn(RenameColumn change);

        R renamePrimaryKey(RenamePrimaryKey change);

        R renameUnique(RenameUnique change);

        R renameIndex(RenameIndex change);

        R renameCheck(RenameCheck change);

        R renameForeignKey(RenameForeignKey change);
    }
}
