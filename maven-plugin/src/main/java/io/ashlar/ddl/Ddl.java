package io.ashlar.ddl;

import io.ashlar.database.Dialect;
import io.ashlar.diff.SchemaChange;
import io.ashlar.diff.SchemaChange.AddCheck;
import io.ashlar.diff.SchemaChange.AddColumn;
import io.ashlar.diff.SchemaChange.AddForeignKey;
import io.ashlar.diff.SchemaChange.AddIndex;
import io.ashlar.diff.SchemaChange.AddUnique;
import io.ashlar.diff.SchemaChange.ChangeCheck;
import io.ashlar.diff.SchemaChange.ChangeDefault;
import io.ashlar.diff.SchemaChange.CreateSequence;
import io.ashlar.diff.SchemaChange.CreateTable;
import io.ashlar.diff.SchemaChange.DropCheck;
import io.ashlar.diff.SchemaChange.DropColumn;
import io.ashlar.diff.SchemaChange.DropComputed;
import io.ashlar.diff.SchemaChange.DropSequence;
import io.ashlar.diff.SchemaChange.DropTable;
import io.ashlar.diff.SchemaChange.RenameColumn;
import io.ashlar.diff.SchemaChange.RenameTable;
import io.ashlar.diff.SchemaChange.RequireColumn;
import io.ashlar.schema.Check;
import io.ashlar.schema.Check.Condition.OneOf;
import io.ashlar.schema.Check.Condition.Sql;
import io.ashlar.schema.Column;
import io.ashlar.schema.Expression;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Index;
import io.ashlar.schema.PrimaryKey;
import io.ashlar.schema.Sequence;
import io.ashlar.schema.Table;
import io.ashlar.schema.Unique;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes as SQL of one dialect. Every name is quoted, so none can be a reserved word. Stateless.
 *
 * <p>Here is what all dialects say alike, which is how tables begin and what is added to them; how what is there changes
 * is each dialect's own.
 */
public abstract class Ddl implements SchemaChange.Visitor<String> {

    final Types types;

    Ddl(Types types) {
        this.types = types;
    }

    /** Returns the writer of {@code dialect}. */
    public static Ddl of(Dialect dialect) {
        return switch (dialect) {
            case H2 -> new H2Ddl();
            case POSTGRESQL -> new PostgresqlDdl();
            case MARIADB -> new MariadbDdl();
        };
    }

    /** Returns the statements of all {@code changes}, in their order, an empty line between two. */
    public final String script(List<SchemaChange> changes) {
        return changes.stream()
                .map(change -> change.accept(this))
                .filter(sql -> !sql.isEmpty())
                .map(this::joiningTexts)
                .collect(Collectors.joining("\n"));
    }

    /** Returns names in the quotes of the dialect, with dots between. */
    public final String name(String... parts) {
        return Arrays.stream(parts).map(this::quote).collect(Collectors.joining("."));
    }

    /** Returns a name in the quotes of the dialect. */
    abstract String quote(String name);

    /** Returns what follows the closing parenthesis of a new table. */
    abstract String tableOptions(Table table);

    /** Returns what follows the definition of a column that has a comment. */
    abstract String inlineComment(Column column);

    /** Returns the statements that comment a table and its columns, where they are statements of their own. */
    abstract String comments(String table, @Nullable String comment, List<Column> columns);

    /**
     * Returns whether the constraint must be an index because it leaves rows out. Where a dialect has no such indexes, a
     * {@link Guard} does that.
     */
    abstract boolean partial(Unique unique);

    /** Returns the condition of an index that leaves rows out, with a space before it; empty where the dialect has none. */
    abstract String where(boolean liveOnly, @Nullable Expression where);

    /** Returns the statement that adds an index for parts of texts; empty where the dialect has none. */
    abstract String searchIndex(String table, Index index);

    /** Returns the definition of a column that is computed, without its comment; {@code hidden} from {@code select *}. */
    abstract String computed(String column, String type, String sql, boolean hidden);

    /** Returns the statements that do several things to one table, in one where the dialect can. */
    abstract String alterAll(String table, List<String> actions);

    /** Returns the statements of one change so that {@code ||} joins texts in them. */
    abstract String joiningTexts(String statements);

    /** Returns whether a query means the same without such preparation. */
    final boolean understands(String query) {
        return joiningTexts(query).equals(query);
    }

    @Override
    public final String createSequence(CreateSequence change) {
        Sequence sequence = change.sequence();
        return "create sequence " + quote(sequence.name()) + " start with " + sequence.start() + " increment by "
                + sequence.increment() + ";\n";
    }

    @Override
    public final String createTable(CreateTable change) {
        Table table = change.table();
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(define(column)));
        PrimaryKey key = table.primaryKey();
        if (key != null) {
            lines.add("constraint " + quote(key.name()) + " primary key " + list(key.columns()));
        }
        table.uniques().stream()
                .filter(unique -> !partial(unique))
                .forEach(unique -> lines.addAll(definitions(unique)));
        table.checks().forEach(check -> lines.add(define(check)));
        String partials = table.uniques().stream()
                .filter(this::partial)
                .map(unique -> createPartial(table.name(), unique))
                .collect(Collectors.joining());
        return "create table " + quote(table.name()) + " (\n    " + String.join(",\n    ", lines) + "\n)"
                + tableOptions(table) + ";\n" + partials + comments(table.name(), table.comment(), table.columns());
    }

    @Override
    public final String addColumn(AddColumn change) {
        Column column = change.column();
        String filler = change.filler();
        if (filler == null) {
            return alter(change.table(), "add column " + define(column))
                    + comments(change.table(), null, List.of(column));
        }
        Column filled = column.withDefault(filler);
        return addColumn(new AddColumn(change.table(), filled))
                + changeDefault(new ChangeDefault(change.table(), filled, column));
    }

    @Override
    public final String addUnique(AddUnique change) {
        return partial(change.unique())
                ? createPartial(change.table(), change.unique())
                : alterAll(change.table(), add(definitions(change.unique())));
    }

    private static List<String> add(List<String> definitions) {
        return definitions.stream().map(definition -> "add " + definition).toList();
    }

    @Override
    public final String addIndex(AddIndex change) {
        Index index = change.index();
        if (index.search()) {
            return searchIndex(change.table(), index);
        }
        String columns = index.columns().stream()
                .map(part -> quote(part.column()) + (part.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
        return "create index " + quote(index.name()) + " on " + quote(change.table()) + " (" + columns + ")"
                + where(index.liveOnly(), index.where()) + ";\n";
    }

    @Override
    public final String addCheck(AddCheck change) {
        return alter(change.table(), "add " + define(change.check()));
    }

    @Override
    public final String dropCheck(DropCheck change) {
        return alter(change.table(), "drop constraint " + quote(change.check().name()));
    }

    @Override
    public final String changeCheck(ChangeCheck change) {
        return alter(change.table(), "drop constraint " + quote(change.before().name()))
                + alter(change.table(), "add " + define(change.after()));
    }

    @Override
    public final String renameTable(RenameTable change) {
        return alter(change.before(), "rename to " + quote(change.after()));
    }

    @Override
    public final String renameColumn(RenameColumn change) {
        return alter(change.table(), "rename column " + quote(change.before()) + " to " + quote(change.after()));
    }

    @Override
    public final String dropTable(DropTable change) {
        return "drop table " + quote(change.table().name()) + ";\n";
    }

    @Override
    public final String dropColumn(DropColumn change) {
        return alter(change.table(), "drop column " + quote(change.column().name()));
    }

    @Override
    public final String dropSequence(DropSequence change) {
        return "drop sequence " + quote(change.sequence().name()) + ";\n";
    }

    @Override
    public final String requireColumn(RequireColumn change) {
        String value = change.after().defaultValue();
        String name = quote(change.after().name());
        String fill = value == null
                ? ""
                : "update " + quote(change.table()) + " set " + name + " = "
                        + types.literal(change.after().type(), value) + " where " + name + " is null;\n";
        return fill + require(change);
    }

    /** Returns the statement after which the column is required. */
    abstract String require(RequireColumn change);

    @Override
    public final String addForeignKey(AddForeignKey change) {
        ForeignKey key = change.foreignKey();
        String onDelete = key.onDelete() == ForeignKey.Action.CASCADE ? " on delete cascade" : "";
        return alter(
                change.table(),
                "add constraint " + quote(key.name()) + "\n    foreign key " + list(key.columns()) + " references "
                        + quote(key.targetTable()) + " " + list(key.targetColumns()) + onDelete);
    }

    final String define(Column column) {
        Expression computed = column.computed();
        if (computed != null) {
            return computed(column.name(), types.of(column.type()), computed.withColumns(this::quote), false)
                    + inlineComment(column);
        }
        String defaultValue = column.defaultValue();
        return quote(column.name()) + " " + types.of(column.type())
                + (column.identity() ? types.identity() : "")
                + (defaultValue == null ? "" : " default " + types.literal(column.type(), defaultValue))
                + (column.nullable() ? "" : " not null")
                + inlineComment(column);
    }

    /** Returns the constraint, after its guard if it has one. */
    private List<String> definitions(Unique unique) {
        if (!unique.partial()) {
            return List.of("constraint " + quote(unique.name()) + " unique " + list(unique.columns()));
        }
        Guard guard = new Guard(unique);
        String condition = rows(unique.liveOnly(), unique.where());
        return List.of(
                computed(guard.column(), "tinyint", guard.sql(condition), true),
                "constraint " + quote(unique.name()) + " unique " + list(guard.uniqueColumns()));
    }

    final String define(Check check) {
        return "constraint " + quote(check.name()) + " check (" + condition(check) + ")";
    }

    final String condition(Check check) {
        return condition(check, this::quote);
    }

    /** Returns what a check demands, its columns as {@code column} says them. */
    final String condition(Check check, UnaryOperator<String> column) {
        if (check.condition() instanceof OneOf oneOf) {
            String values = oneOf.values().stream().map(types::text).collect(Collectors.joining(", "));
            return column.apply(check.columns().get(0)) + " in (" + values + ")";
        }
        return ((Sql) check.condition()).withWords(word -> check.columns().contains(word) ? column.apply(word) : word);
    }

    private String createPartial(String table, Unique unique) {
        return "create unique index " + quote(unique.name()) + " on " + quote(table) + " " + list(unique.columns())
                + where(unique.liveOnly(), unique.where()) + ";\n";
    }

    /** Returns the condition of the rows that count, in SQL; there must be one. */
    final String rows(boolean liveOnly, @Nullable Expression where) {
        return rows(liveOnly, where, this::quote);
    }

    /** Returns the same, its columns as {@code column} says them. */
    static String rows(boolean liveOnly, @Nullable Expression where, UnaryOperator<String> column) {
        String live = column.apply("deleted_at") + " is null";
        if (where == null) {
            return live;
        }
        String condition = where.withColumns(column);
        return liveOnly ? live + " and (" + condition + ")" : condition;
    }

    final String alter(String table, String action) {
        return "alter table " + quote(table) + " " + action + ";\n";
    }

    final String list(List<String> columns) {
        return columns.stream().map(this::quote).collect(Collectors.joining(", ", "(", ")"));
    }

    final String literal(String text) {
        return types.text(text);
    }

    @Override
    public final String dropComputed(DropComputed change) {
        return alter(change.table(), "drop column " + quote(change.column().name()));
    }
}
