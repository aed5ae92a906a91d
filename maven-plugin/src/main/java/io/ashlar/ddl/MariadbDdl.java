package io.ashlar.ddl;

import io.ashlar.diff.SchemaChange.AddForeignKey;
import io.ashlar.diff.SchemaChange.ChangeCheck;
import io.ashlar.diff.SchemaChange.ChangeColumnComment;
import io.ashlar.diff.SchemaChange.ChangeDefault;
import io.ashlar.diff.SchemaChange.ChangeIdentity;
import io.ashlar.diff.SchemaChange.ChangePrimaryKey;
import io.ashlar.diff.SchemaChange.ChangeSequence;
import io.ashlar.diff.SchemaChange.ChangeTableComment;
import io.ashlar.diff.SchemaChange.ChangeType;
import io.ashlar.diff.SchemaChange.DropForeignKey;
import io.ashlar.diff.SchemaChange.DropIndex;
import io.ashlar.diff.SchemaChange.DropUnique;
import io.ashlar.diff.SchemaChange.RelaxColumn;
import io.ashlar.diff.SchemaChange.RenameCheck;
import io.ashlar.diff.SchemaChange.RenameForeignKey;
import io.ashlar.diff.SchemaChange.RenameIndex;
import io.ashlar.diff.SchemaChange.RenamePrimaryKey;
import io.ashlar.diff.SchemaChange.RenameSequence;
import io.ashlar.diff.SchemaChange.RenameUnique;
import io.ashlar.diff.SchemaChange.RequireColumn;
import io.ashlar.schema.Column;
import io.ashlar.schema.ColumnType;
import io.ashlar.schema.Expression;
import io.ashlar.schema.Index;
import io.ashlar.schema.PrimaryKey;
import io.ashlar.schema.Table;
import io.ashlar.schema.Unique;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SQL of MariaDB 10.6 and later. */
final class MariadbDdl extends Ddl {

    private static final Pattern QUOTED = Pattern.compile("'(?:[^'\\\\]|\\\\.|'')*'|`[^`]*`", Pattern.DOTALL);

    MariadbDdl() {
        super(new MariadbTypes());
    }

    @Override
    String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    /** A binary collation without padding: values are equal exactly when they are on PostgreSQL. */
    @Override
    String tableOptions(Table table) {
        String comment = table.comment();
        return " engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin"
                + (comment == null ? "" : " comment " + literal(comment));
    }

    @Override
    String inlineComment(Column column) {
        String comment = column.comment();
        return comment == null ? "" : " comment " + literal(comment);
    }

    @Override
    String comments(String table, @Nullable String comment, List<Column> columns) {
        return "";
    }

    /** MariaDB indexes all rows or none. */
    @Override
    boolean partial(Unique unique) {
        return false;
    }

    @Override
    String where(boolean liveOnly, @Nullable Expression where) {
        return "";
    }

    @Override
    public String changeTableComment(ChangeTableComment change) {
        String comment = change.after().comment();
        return alter(change.after().name(), "comment " + literal(comment == null ? "" : comment));
    }

    @Override
    String searchIndex(String table, Index index) {
        return "";
    }

    /** Stored, because InnoDB purges entries of indexes on virtual columns by computing them anew. */
    @Override
    String computed(String column, String type, String sql, boolean hidden) {
        return quote(column) + " " + type + " generated always as (" + sql + ") stored" + (hidden ? " invisible" : "");
    }

    /** Each statement commits here, so one that does all of it cannot stop half-way. */
    @Override
    String alterAll(String table, List<String> actions) {
        return alter(table, String.join(",\n    ", actions));
    }

    /** MariaDB takes {@code ||} for "or" unless told otherwise; it stores what it understood. */
    @Override
    String joiningTexts(String statements) {
        if (!QUOTED.matcher(statements).replaceAll("").contains("||")) {
            return statements;
        }
        return "set @ashlar_sql_mode = @@sql_mode, sql_mode = concat(@@sql_mode, ',PIPES_AS_CONCAT');\n" + statements
                + "set sql_mode = @ashlar_sql_mode;\n";
    }

    @Override
    public String changeColumnComment(ChangeColumnComment change) {
        return modify(change.table(), change.after());
    }

    /** MariaDB reads most values in their new type by itself, but calls true 1. */
    @Override
    public String changeType(ChangeType change) {
        boolean fromBoolean = change.before().type().kind() == ColumnType.Kind.BOOLEAN;
        boolean toBoolean = change.after().type().kind() == ColumnType.Kind.BOOLEAN;
        String modify = modify(change.table(), change.after());
        if (fromBoolean && Casts.isText(change.after().type())) {
            return modify + replace(change.table(), change.after().name(), "1", "true", "0", "false");
        }
        if (toBoolean && Casts.isText(change.before().type())) {
            return replace(change.table(), change.after().name(), "true", "1", "false", "0") + modify;
        }
        return modify;
    }

    private String replace(String table, String column, String one, String by, String other, String byOther) {
        return "update " + quote(table) + " set " + quote(column) + " = case " + quote(column) + " when " + literal(one)
                + " then " + literal(by) + " when " + literal(other) + " then " + literal(byOther) + " end;\n";
    }

    @Override
    String require(RequireColumn change) {
        return modify(change.table(), change.after());
    }

    @Override
    public String relaxColumn(RelaxColumn change) {
        return modify(change.table(), change.after());
    }

    /** An optional column without any default would refuse rows that leave it out. */
    @Override
    public String changeDefault(ChangeDefault change) {
        Column after = change.after();
        String value = after.defaultValue();
        String none = after.nullable() ? "set default null" : "drop default";
        return alter(
                change.table(),
                "alter column " + quote(after.name()) + " "
                        + (value == null ? none : "set default " + types.literal(after.type(), value)));
    }

    @Override
    public String changeIdentity(ChangeIdentity change) {
        return modify(change.table(), change.after());
    }

    @Override
    public String changePrimaryKey(ChangePrimaryKey change) {
        PrimaryKey after = change.after();
        String drop = change.before() == null ? "" : "drop primary key";
        String add = after == null ? "" : "add primary key " + list(after.columns());
        return alter(change.table(), drop + (drop.isEmpty() || add.isEmpty() ? "" : ", ") + add);
    }

    @Override
    public String changeSequence(ChangeSequence change) {
        String name = quote(change.after().name());
        String pass = change.after().increment() > change.before().increment() ? "select nextval(" + name + ");\n" : "";
        return "alter sequence " + name + " start with " + change.after().start() + " increment by "
                + change.after().increment() + ";\n" + pass;
    }

    @Override
    public String renameSequence(RenameSequence change) {
        return alter(change.before().name(), "rename to " + quote(change.after()));
    }

    @Override
    public String dropUnique(DropUnique change) {
        String name = quote(change.unique().name());
        return change.unique().partial()
                ? alter(change.table(), "drop index " + name + ", drop column if exists " + name)
                : alter(change.table(), "drop index " + name);
    }

    @Override
    public String dropIndex(DropIndex change) {
        return change.index().search()
                ? ""
                : dropIndex(change.table(), change.index().name());
    }

    @Override
    public String dropForeignKey(DropForeignKey change) {
        return alter(
                change.table(), "drop foreign key " + quote(change.foreignKey().name()));
    }

    /** Every primary key is called PRIMARY. */
    @Override
    public String renamePrimaryKey(RenamePrimaryKey change) {
        return "";
    }

    @Override
    public String renameUnique(RenameUnique change) {
        String names =
                quote(change.before().name()) + " to " + quote(change.after().name());
        return change.before().partial()
                ? alter(change.table(), "rename column " + names + ", rename index " + names)
                : alter(change.table(), "rename index " + names);
    }

    @Override
    public String renameIndex(RenameIndex change) {
        return change.after().search()
                ? ""
                : renameIndex(
                        change.table(), change.before().name(), change.after().name());
    }

    @Override
    public String renameCheck(RenameCheck change) {
        return changeCheck(new ChangeCheck(change.table(), change.before(), change.after()));
    }

    @Override
    public String renameForeignKey(RenameForeignKey change) {
        return dropForeignKey(new DropForeignKey(change.table(), change.before()))
                + addForeignKey(new AddForeignKey(change.table(), change.after()));
    }

    private String modify(String table, Column column) {
        return alter(table, "modify column " + define(column));
    }

    private String dropIndex(String table, String name) {
        return alter(table, "drop index " + quote(name));
    }

    private String renameIndex(String table, String before, String after) {
        return alter(table, "rename index " + quote(before) + " to " + quote(after));
    }
}
