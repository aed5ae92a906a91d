package io.ashlar.diff;

import io.ashlar.diff.Preflight.Rows;
import io.ashlar.diff.SchemaChange.AddColumn;
import io.ashlar.schema.Check;
import io.ashlar.schema.Check.Condition.OneOf;
import io.ashlar.schema.Column;
import io.ashlar.schema.Origins;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What leads back from a schema to the one before it.
 *
 * @param renames that lead back
 * @param changes in an order in which they can run
 * @param losses what going back takes along, or cannot bring back, in words
 * @param preflights what the rows are asked first
 */
public record Downs(Renames renames, List<SchemaChange> changes, List<String> losses, List<Preflight> preflights) {

    /** Returns the way back to {@code before}. */
    public static Downs between(Schema before, Schema after, Renames renames) {
        List<SchemaChange> changes = new ArrayList<>();
        List<String> losses = new ArrayList<>();
        List<Preflight> preflights = new ArrayList<>();
        for (SchemaChange change : SchemaDiff.between(after, before, renames.inverse())) {
            if (change instanceof AddColumn add && add.column().computed() == null) {
                String name = ConstraintRisks.named(add.table(), add.column().name());
                losses.add("values of " + name + " do not come back: they went with the migration");
                changes.add(refilled(add, before.table(add.table()).orElseThrow(), preflights));
            } else {
                changes.add(change);
            }
        }
        Risks risks = RiskCheck.of(changes, new Origins(Map.of()), before);
        risks.losses().stream()
                .filter(loss -> !loss.tag().equals("narrowing-type")) // the rows are asked
                .forEach(loss -> losses.add(loss.what()));
        risks.problems().forEach(problem -> losses.add("what this tells of: " + problem.what()));
        preflights.addAll(risks.preflights());
        return new Downs(renames.inverse(), List.copyOf(changes), List.copyOf(losses), List.copyOf(preflights));
    }

    /** A required column that comes back needs a value in each row; where no two may share it, there must be no row. */
    private static AddColumn refilled(AddColumn change, Table table, List<Preflight> preflights) {
        Column column = change.column();
        if (column.nullable() || column.defaultValue() != null || column.identity()) {
            return change;
        }
        if (isSingled(table, column.name())) {
            preflights.add(new Preflight(
                    "cannot-refill",
                    ConstraintRisks.named(table.name(), column.name())
                            + " was dropped and is required and unique, a key or a reference, so {count} rows cannot have"
                            + " it back",
                    new Rows(table.name())));
        }
        return new AddColumn(change.table(), column, filler(table, column));
    }

    private static boolean isSingled(Table table, String column) {
        boolean key = table.primaryKey() != null && table.primaryKey().columns().contains(column);
        return key
                || table.uniques().stream().anyMatch(unique -> unique.columns().contains(column))
                || table.foreignKeys().stream().anyMatch(each -> each.columns().contains(column));
    }

    private static String filler(Table table, Column column) {
        for (Check check : table.checks()) {
            if (check.condition() instanceof OneOf oneOf && check.columns().contains(column.name())) {
                return oneOf.values().get(0);
            }
        }
        return switch (column.type().kind()) {
            case BOOLEAN -> "false";
            case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, DECIMAL, BIG_INTEGER, DURATION -> "0";
            case CHAR, VARCHAR, TEXT, BINARY -> "";
            case UUID -> "00000000-0000-0000-0000-000000000000";
            case INSTANT -> "1970-01-01T00:00:00Z";
            case LOCAL_DATE -> "1970-01-01";
            case LOCAL_TIME -> "00:00:00";
            case LOCAL_DATE_TIME -> "1970-01-01T00:00:00";
            case JSON -> "{}";
        };
    }
}
