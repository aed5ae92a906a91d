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
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.schema.Check;
import io.ashlar.schema.Check.Condition.OneOf;
import io.ashlar.schema.Column;
import io.ashlar.schema.Origins;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which changes can run on tables that hold rows. What could lose values, or fail on some rows, or cannot be written
 * yet, is a problem; so nothing is skipped.
 */
public final class RiskCheck implements SchemaChange.Visitor<Optional<Problem>> {

    private static final String UNDO =
            "undo it in the model: db-generate does not write this step yet, and until then it writes nothing";

    private static final Pattern ASKS_FOR_NULL =
            Pattern.compile("\\b(null|coalesce|nvl|ifnull|case)\\b", Pattern.CASE_INSENSITIVE);

    private final Origins origins;
    private final Set<String> newTables = new HashSet<>();
    private final Map<String, Column> newColumns = new LinkedHashMap<>();
    private final List<Problem> problems;

    private RiskCheck(List<SchemaChange> changes, Origins origins) {
        this.origins = origins;
        for (SchemaChange change : changes) {
            if (change instanceof CreateTable create) {
                newTables.add(create.table().name());
            } else if (change instanceof AddColumn add) {
                newColumns.put(add.table() + "." + add.column().name(), add.column());
            }
        }
        problems =
                changes.stream().flatMap(change -> change.accept(this).stream()).toList();
    }

    /** Looks at all {@code changes} together: a constraint on a column that is just being added is no risk. */
    public static RiskCheck of(List<SchemaChange> changes, Origins origins) {
        return new RiskCheck(changes, origins);
    }

    /** Returns one problem for each change that cannot be written, in their order. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * Passes where there is no problem.
     *
     * @throws ProblemsFound with all of them
     */
    public void orThrow() {
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
    }

    @Override
    public Optional<Problem> createSequence(CreateSequence change) {
        return Optional.empty();
    }

    @Override
    public Optional<Problem> createTable(CreateTable change) {
        return Optional.empty();
    }

    @Override
    public Optional<Problem> addIndex(AddIndex change) {
        return Optional.empty();
    }

    @Override
    public Optional<Problem> addColumn(AddColumn change) {
        Column column = change.column();
        String field = origins.of(change.table(), column.name());
        if (column.identity()) {
            return Optional.of(new Problem(
                    "add-identity",
                    "Cannot number existing rows with " + named(change.table(), column.name()),
                    field,
                    UNDO));
        }
        if (!column.nullable() && column.defaultValue() == null) {
            return Optional.of(new Problem(
                    "required-without-default",
                    "Cannot add " + named(change.table(), column.name()) + ": it is required, and rows may exist",
                    field,
                    "give it a default with @Default, or add it optional now and require it in a later migration"));
        }
        return Optional.empty();
    }

    @Override
    public Optional<Problem> addUnique(AddUnique change) {
        return onExistingRows(
                change.table(),
                change.unique().columns(),
                "unique-on-existing-rows",
                "rows may already share a value",
                "take it back, or put it on a new optional column");
    }

    @Override
    public Optional<Problem> addForeignKey(AddForeignKey change) {
        if (newTables.contains(change.table())) {
            return Optional.empty();
        }
        return onExistingRows(
                change.table(),
                change.foreignKey().columns(),
                "foreign-key-on-existing-rows",
                "rows may point to nothing in " + change.foreignKey().targetTable(),
                "take it back, or make the relation a new optional field");
    }

    @Override
    public Optional<Problem> addCheck(AddCheck change) {
        if (holdsForNewColumns(change)) {
            return Optional.empty();
        }
        return problemOnExistingRows(
                change.table(),
                change.check().columns(),
                "check-on-existing-rows",
                "rows may not fulfil it",
                "take it back, or put it on a new optional column");
    }

    @Override
    public Optional<Problem> changeCheck(ChangeCheck change) {
        if (change.widens()) {
            return Optional.empty();
        }
        String column = change.after().columns().isEmpty()
                ? change.after().name()
                : change.after().columns().get(0);
        boolean values =
                change.before().condition() instanceof OneOf && change.after().condition() instanceof OneOf;
        return Optional.of(new Problem(
                values ? "remove-enum-value" : "change-check",
                values
                        ? named(change.table(), column) + " no longer allows " + missing(change)
                                + ", which rows may hold"
                        : "Check " + change.after().name() + " demands something else, which rows may not fulfil",
                origins.of(change.table(), column),
                UNDO));
    }

    @Override
    public Optional<Problem> dropTable(DropTable change) {
        return refuse(
                "drop-table",
                "No model has table " + change.table().name() + " any more: its rows would be lost",
                origins.of(change.table().name()),
                "bring the class back, or its name with @Table(name = \""
                        + change.table().name()
                        + "\") if it was renamed: db-generate drops and renames no table yet");
    }

    @Override
    public Optional<Problem> dropColumn(DropColumn change) {
        String column = change.column().name();
        return refuse(
                "drop-column",
                "No field has column " + named(change.table(), column) + " any more: its values would be lost",
                origins.of(change.table()),
                "bring the field back, or the column's name with @Column(name = \"" + column
                        + "\") if the field was renamed: db-generate drops and renames no column yet");
    }

    @Override
    public Optional<Problem> dropComputed(DropComputed change) {
        return Optional.empty();
    }

    @Override
    public Optional<Problem> changeType(ChangeType change) {
        return refuseColumn(
                "change-type",
                change.table(),
                change.after(),
                " would change from " + change.before().type() + " to "
                        + change.after().type());
    }

    @Override
    public Optional<Problem> requireColumn(RequireColumn change) {
        return refuseColumn(
                "require-column", change.table(), change.after(), " becomes required, and rows may have no value");
    }

    @Override
    public Optional<Problem> relaxColumn(RelaxColumn change) {
        return refuseColumn("relax-column", change.table(), change.after(), " becomes optional");
    }

    @Override
    public Optional<Problem> changeDefault(ChangeDefault change) {
        return refuseColumn(
                "change-default",
                change.table(),
                change.after(),
                " has another default: " + change.before().defaultValue() + " before, "
                        + change.after().defaultValue() + " now");
    }

    @Override
    public Optional<Problem> changeIdentity(ChangeIdentity change) {
        return refuseColumn("change-identity", change.table(), change.after(), " changes how its values are generated");
    }

    @Override
    public Optional<Problem> changeColumnComment(ChangeColumnComment change) {
        return refuseColumn("change-comment", change.table(), change.after(), " has another comment");
    }

    @Override
    public Optional<Problem> changeTableComment(ChangeTableComment change) {
        String table = change.after().name();
        return refuse("change-comment", "Table " + table + " has another comment", origins.of(table), UNDO);
    }

    @Override
    public Optional<Problem> changePrimaryKey(ChangePrimaryKey change) {
        return refuse(
                "change-primary-key", "Table " + change.table() + " has another key", origins.of(change.table()), UNDO);
    }

    @Override
    public Optional<Problem> changeSequence(ChangeSequence change) {
        return refuse(
                "change-sequence",
                "Sequence " + change.after().name() + " has another start or allocation size",
                "sequence " + change.after().name(),
                UNDO);
    }

    @Override
    public Optional<Problem> dropSequence(DropSequence change) {
        String name = change.sequence().name();
        return refuse("drop-sequence", "No model uses sequence " + name + " any more", "sequence " + name, UNDO);
    }

    @Override
    public Optional<Problem> dropUnique(DropUnique change) {
        return refuseConstraint(
                "drop-unique",
                change.table(),
                "Unique constraint",
                change.unique().name());
    }

    @Override
    public Optional<Problem> dropIndex(DropIndex change) {
        return refuseConstraint(
                "drop-index", change.table(), "Index", change.index().name());
    }

    @Override
    public Optional<Problem> dropCheck(DropCheck change) {
        return refuseConstraint(
                "drop-check", change.table(), "Check", change.check().name());
    }

    @Override
    public Optional<Problem> dropForeignKey(DropForeignKey change) {
        return refuseConstraint(
                "drop-foreign-key",
                change.table(),
                "Foreign key",
                change.foreignKey().name());
    }

    /** A column that is new and has no default is null in every row, which no unique and no foreign key minds. */
    private Optional<Problem> onExistingRows(
            String table, List<String> columns, String tag, String danger, String mend) {
        return columns.stream().anyMatch(column -> nullInAllRows(table, column))
                ? Optional.empty()
                : problemOnExistingRows(table, columns, tag, danger, mend);
    }

    private Optional<Problem> problemOnExistingRows(
            String table, List<String> columns, String tag, String danger, String mend) {
        String where = columns.isEmpty() ? origins.of(table) : origins.of(table, columns.get(0));
        return Optional.of(new Problem(
                tag,
                "Cannot constrain " + table + " (" + String.join(", ", columns) + "): " + danger,
                where,
                mend + "; db-generate does not check existing rows yet"));
    }

    /** Also of a required one: that problem is reported once, by the column. */
    private boolean nullInAllRows(String table, String name) {
        Column column = newColumns.get(table + "." + name);
        return column != null && column.defaultValue() == null && column.computed() == null;
    }

    /** A check of null is neither true nor false, and passes; unless it asks for null by name. */
    private boolean holdsForNewColumns(AddCheck change) {
        List<String> columns = change.check().columns();
        if (change.check().condition() instanceof OneOf oneOf) {
            Column column = newColumns.get(named(change.table(), columns.get(0)));
            return column != null
                    && column.computed() == null
                    && (column.defaultValue() == null || oneOf.values().contains(column.defaultValue()));
        }
        return !columns.isEmpty()
                && columns.stream().allMatch(column -> nullInAllRows(change.table(), column))
                && !ASKS_FOR_NULL
                        .matcher(((Check.Condition.Sql) change.check().condition()).text())
                        .find();
    }

    private static String missing(ChangeCheck change) {
        List<String> after = change.after().condition() instanceof OneOf oneOf ? oneOf.values() : List.of();
        List<String> before = change.before().condition() instanceof OneOf oneOf ? oneOf.values() : List.of();
        return String.join(
                ", ", before.stream().filter(value -> !after.contains(value)).toList());
    }

    private Optional<Problem> refuseColumn(String tag, String table, Column column, String what) {
        return refuse(tag, named(table, column.name()) + what, origins.of(table, column.name()), UNDO);
    }

    private Optional<Problem> refuseConstraint(String tag, String table, String kind, String name) {
        return refuse(tag, kind + " " + name + " of " + table + " is gone or changed", origins.of(table), UNDO);
    }

    private static Optional<Problem> refuse(String tag, String what, String where, String mend) {
        return Optional.of(new Problem(tag, what, where, mend));
    }

    private static String named(String table, String column) {
        return table + "." + column;
    }
}
