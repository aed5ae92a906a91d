package io.ashlar.ddl;

import io.ashlar.diff.SchemaChange.ChangeColumnComment;
import io.ashlar.diff.SchemaChange.ChangeDefault;
import io.ashlar.diff.SchemaChange.ChangePrimaryKey;
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
import io.ashlar.diff.SchemaChange.RenameUnique;
import io.ashlar.diff.SchemaChange.RequireColumn;
import io.ashlar.schema.Column;
import io.ashlar.schema.PrimaryKey;
import io.ashlar.schema.Table;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What H2 and PostgreSQL say alike: each aspect of a column is changed by itself, and constraints have names. */
abstract class StandardDdl extends Ddl {

    StandardDdl(Types types) {
        super(types);
    }

    @Override
    final String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    final String alterAll(String table, List<String> actions) {
        return actions.stream().map(action -> alter(table, action)).collect(Collectors.joining());
    }

    @Override
    final String joiningTexts(String statements) {
        return statements;
    }

    @Override
    final String tableOptions(Table table) {
        return "";
    }

    @Override
    final String inlineComment(Column column) {
        return "";
    }

    @Override
    final String comments(String table, @Nullable String comment, List<Column> columns) {
        StringBuilder sql = new StringBuilder();
        if (comment != null) {
            sql.append(comment("table " + quote(table), comment));
        }
        for (Column column : columns) {
            String text = column.comment();
            if (text != null) {
                sql.append(comment("column " + quote(table) + '.' + quote(column.name()), text));
            }
        }
        return sql.toString();
    }

    private String comment(String object, @Nullable String text) {
        return "comment on " + object + " is " + (text == null ? "null" : literal(text)) + ";\n";
    }

    @Override
    public final String changeTableComment(ChangeTableComment change) {
        return comment("table " + quote(change.after().name()), change.after().comment());
    }

    @Override
    public final String changeColumnComment(ChangeColumnComment change) {
        return comment(
                "column " + quote(change.table()) + '.' + quote(change.after().name()),
                change.after().comment());
    }

    @Override
    public final String changeType(ChangeType change) {
        Column after = change.after();
        String cast = Casts.cast(types, quote(after.name()), change.before().type(), after.type());
        return alterColumn(change.table(), after.name(), "set data type " + types.of(after.type()) + " using " + cast);
    }

    @Override
    final String require(RequireColumn change) {
        return alterColumn(change.table(), change.after().name(), "set not null");
    }

    @Override
    public final String relaxColumn(RelaxColumn change) {
        return alterColumn(change.table(), change.after().name(), "drop not null");
    }

    @Override
    public final String changeDefault(ChangeDefault change) {
        String value = change.after().defaultValue();
        return alterColumn(
                change.table(),
                change.after().name(),
                value == null
                        ? "drop default"
                        : "set default " + types.literal(change.after().type(), value));
    }

    @Override
    public final String changePrimaryKey(ChangePrimaryKey change) {
        PrimaryKey before = change.before();
        PrimaryKey after = change.after();
        return (before == null ? "" : dropConstraint(change.table(), before.name()))
                + (after == null
                        ? ""
                        : alter(
                                change.table(),
                                "add constraint " + quote(after.name()) + " primary key " + list(after.columns())));
    }

    @Override
    public final String dropUnique(DropUnique change) {
        return partial(change.unique())
                ? "drop index " + quote(change.unique().name()) + ";\n"
                : dropConstraint(change.table(), change.unique().name())
                        + (change.unique().partial()
                                ? alter(
                                        change.table(),
                                        "drop column if exists "
                                                + quote(change.unique().name()))
                                : "");
    }

    @Override
    public final String dropIndex(DropIndex change) {
        if (!change.index().search()) {
            return "drop index " + quote(change.index().name()) + ";\n";
        }
        return searchIndex(change.table(), change.index()).isEmpty()
                ? ""
                : "drop index if exists " + quote(change.index().name()) + ";\n";
    }

    @Override
    public final String dropForeignKey(DropForeignKey change) {
        return dropConstraint(change.table(), change.foreignKey().name());
    }

    @Override
    public final String renamePrimaryKey(RenamePrimaryKey change) {
        return renameConstraint(
                change.table(), change.before().name(), change.after().name());
    }

    @Override
    public final String renameUnique(RenameUnique change) {
        String before = change.before().name();
        String after = change.after().name();
        if (partial(change.after())) {
            return renameIndex("", before, after);
        }
        return renameConstraint(change.table(), before, after)
                + (change.after().partial()
                        ? alter(change.table(), "alter column " + quote(before) + " rename to " + quote(after))
                        : "");
    }

    @Override
    public final String renameIndex(RenameIndex change) {
        boolean search = change.after().search();
        return search && searchIndex(change.table(), change.after()).isEmpty()
                ? ""
                : renameIndex(
                        search ? "if exists " : "",
                        change.before().name(),
                        change.after().name());
    }

    @Override
    public final String renameCheck(RenameCheck change) {
        return renameConstraint(
                change.table(), change.before().name(), change.after().name());
    }

    @Override
    public final String renameForeignKey(RenameForeignKey change) {
        return renameConstraint(
                change.table(), change.before().name(), change.after().name());
    }

    private String dropConstraint(String table, String name) {
        return alter(table, "drop constraint " + quote(name));
    }

    private String renameConstraint(String table, String before, String after) {
        return alter(table, "rename constraint " + quote(before) + " to " + quote(after));
    }

    private String renameIndex(String condition, String before, String after) {
        return "alter index " + condition + quote(before) + " rename to " + quote(after) + ";\n";
    }

    final String alterColumn(String table, String column, String action) {
        return alter(table, "alter column " + quote(column) + " " + action);
    }
}
