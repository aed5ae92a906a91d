package io.ashlar.diff;

import io.ashlar.diff.Preflight.Duplicates;
import io.ashlar.diff.Preflight.Orphans;
import io.ashlar.diff.Preflight.Violations;
import io.ashlar.diff.SchemaChange.AddCheck;
import io.ashlar.diff.SchemaChange.AddColumn;
import io.ashlar.diff.SchemaChange.AddForeignKey;
import io.ashlar.diff.SchemaChange.AddUnique;
import io.ashlar.diff.SchemaChange.ChangeCheck;
import io.ashlar.diff.SchemaChange.ChangePrimaryKey;
import io.ashlar.diff.SchemaChange.CreateTable;
import io.ashlar.diff.SchemaChange.DropForeignKey;
import io.ashlar.problem.Problem;
import io.ashlar.schema.Check;
import io.ashlar.schema.Check.Condition.OneOf;
import io.ashlar.schema.Column;
import io.ashlar.schema.Expression;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Origins;
import io.ashlar.schema.PrimaryKey;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a new constraint demands of rows that are there already. Sees all changes, as new columns hold what is known. */
final class ConstraintRisks {

    private static final Pattern ASKS_FOR_NULL =
            Pattern.compile("\\b(null|coalesce|nvl|ifnull|case)\\b", Pattern.CASE_INSENSITIVE);

    private final Origins origins;
    private final Set<String> newTables = new HashSet<>();
    private final Map<String, Column> newColumns = new LinkedHashMap<>();
    private final Set<String> keysBefore = new HashSet<>();

    ConstraintRisks(List<SchemaChange> changes, Origins origins) {
        this.origins = origins;
        for (SchemaChange change : changes) {
            if (change instanceof CreateTable create) {
                newTables.add(create.table().name());
            } else if (change instanceof AddColumn add) {
                newColumns.put(add.table() + "." + add.column().name(), filled(add));
            } else if (change instanceof DropForeignKey drop) {
                keysBefore.add(essence(drop.table(), drop.foreignKey()));
            }
        }
    }

    private static Column filled(AddColumn add) {
        return add.filler() == null ? add.column() : add.column().withDefault(add.filler());
    }

    /** Returns the problem that no rows could be fit for a constraint. */
    Optional<Problem> problem(AddUnique change) {
        List<String> columns = change.unique().columns();
        boolean oneValueForAll = columns.stream()
                .map(column -> newColumns.get(change.table() + "." + column))
                .allMatch(column -> column != null && column.defaultValue() != null);
        return oneValueForAll
                ? Optional.of(new Problem(
                        "unique-default",
                        "Cannot make " + change.table() + " (" + String.join(", ", columns)
                                + ") unique: its default would be the value of every row",
                        origins.of(change.table(), columns.get(0)),
                        "leave out @Default, or the constraint; unique values come from a migration by hand"))
                : Optional.empty();
    }

    Optional<Preflight> preflight(AddUnique change) {
        return duplicates(
                change.table(),
                change.unique().columns(),
                change.unique().liveOnly(),
                change.unique().where(),
                "duplicate-in-unique",
                " becomes unique");
    }

    Optional<Preflight> preflight(ChangePrimaryKey change) {
        PrimaryKey after = change.after();
        return after == null
                ? Optional.empty()
                : duplicates(change.table(), after.columns(), false, null, "duplicate-in-key", " becomes the key");
    }

    /** A column that is new and has no default is null in every row, which no unique minds; one default is no difference. */
    private Optional<Preflight> duplicates(
            String table,
            List<String> columns,
            boolean liveOnly,
            @Nullable Expression where,
            String tag,
            String becomes) {
        if (columns.stream().anyMatch(column -> nullInAllRows(table, column))) {
            return Optional.empty();
        }
        List<String> old =
                columns.stream().filter(column -> isKnownPerRow(table, column)).toList();
        return old.isEmpty()
                ? Optional.empty()
                : Optional.of(new Preflight(
                        tag,
                        named(table, columns) + becomes + ", and {count} rows share a value with another",
                        new Duplicates(table, old, liveOnly, where)));
    }

    Optional<Preflight> preflight(AddForeignKey change) {
        ForeignKey key = change.foreignKey();
        boolean harmless = newTables.contains(change.table())
                || keysBefore.contains(essence(change.table(), key))
                || key.columns().stream().anyMatch(column -> nullInAllRows(change.table(), column));
        return harmless
                ? Optional.empty()
                : Optional.of(new Preflight(
                        "points-to-nothing",
                        named(change.table(), key.columns()) + " must point to a row of \"" + key.targetTable()
                                + "\", and in {count} rows it points to none",
                        new Orphans(change.table(), key, newTables.contains(key.targetTable()))));
    }

    Optional<Preflight> preflight(AddCheck change) {
        return holdsForNewColumns(change.table(), change.check())
                ? Optional.empty()
                : Optional.of(violations(change.table(), change.check()));
    }

    Optional<Preflight> preflight(ChangeCheck change) {
        if (change.widens()) {
            return Optional.empty();
        }
        if (change.before().condition() instanceof OneOf before
                && change.after().condition() instanceof OneOf after) {
            String gone = String.join(
                    ", ",
                    before.values().stream()
                            .filter(value -> !after.values().contains(value))
                            .toList());
            return Optional.of(new Preflight(
                    "value-no-longer-allowed",
                    named(change.table(), change.after().columns()) + " no longer allows " + gone
                            + ", or another value that {count} rows hold",
                    new Violations(change.table(), change.after())));
        }
        return Optional.of(violations(change.table(), change.after()));
    }

    private static Preflight violations(String table, Check check) {
        return new Preflight(
                "breaks-check",
                "{count} rows of \"" + table + "\" do not fulfil the check " + check.name(),
                new Violations(table, check));
    }

    /** Returns whether rows differ in it before the migration: it is there, or computed from what is there. */
    private boolean isKnownPerRow(String table, String name) {
        Column column = newColumns.get(table + "." + name);
        return column == null || column.computed() != null;
    }

    private boolean nullInAllRows(String table, String name) {
        Column column = newColumns.get(table + "." + name);
        return column != null && column.defaultValue() == null && column.computed() == null;
    }

    /** A check of null is neither true nor false, and passes; unless it asks for null by name. */
    private boolean holdsForNewColumns(String table, Check check) {
        if (check.condition() instanceof OneOf oneOf) {
            Column column = newColumns.get(table + "." + check.columns().get(0));
            return column != null
                    && column.computed() == null
                    && (column.defaultValue() == null || oneOf.values().contains(column.defaultValue()));
        }
        return !check.columns().isEmpty()
                && check.columns().stream().allMatch(column -> nullInAllRows(table, column))
                && !ASKS_FOR_NULL
                        .matcher(((Check.Condition.Sql) check.condition()).text())
                        .find();
    }

    static String essence(String table, ForeignKey key) {
        return table + key.columns() + key.targetTable() + key.targetColumns();
    }

    static String named(String table, List<String> columns) {
        return columns.size() == 1
                ? named(table, columns.get(0))
                : "\"" + table + "\" (" + String.join(", ", columns) + ")";
    }

    static String named(String table, String column) {
        return "\"" + table + "\".\"" + column + "\"";
    }
}
