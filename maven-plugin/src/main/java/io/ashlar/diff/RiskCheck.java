package io.ashlar.diff;

import io.ashlar.diff.Preflight.Misfits;
import io.ashlar.diff.Preflight.Nulls;
import io.ashlar.diff.SchemaChange.AddCheck;
import io.ashlar.diff.SchemaChange.AddColumn;
import io.ashlar.diff.SchemaChange.AddForeignKey;
import io.ashlar.diff.SchemaChange.AddUnique;
import io.ashlar.diff.SchemaChange.ChangeCheck;
import io.ashlar.diff.SchemaChange.ChangePrimaryKey;
import io.ashlar.diff.SchemaChange.ChangeType;
import io.ashlar.diff.SchemaChange.DropColumn;
import io.ashlar.diff.SchemaChange.DropSequence;
import io.ashlar.diff.SchemaChange.DropTable;
import io.ashlar.diff.SchemaChange.RequireColumn;
import io.ashlar.problem.Problem;
import io.ashlar.schema.Column;
import io.ashlar.schema.Origins;
import io.ashlar.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what can go wrong when changes run on tables that hold rows: what cannot run, what loses values, and what the rows
 * have to be asked first.
 */
public final class RiskCheck {

    private final Origins origins;
    private final Schema after;
    private final Lookalikes lookalikes;
    private final ConstraintRisks constraints;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private final List<Preflight> preflights = new ArrayList<>();

    private RiskCheck(List<SchemaChange> changes, Origins origins, Schema after) {
        this.origins = origins;
        this.after = after;
        this.lookalikes = new Lookalikes(changes);
        this.constraints = new ConstraintRisks(changes, origins);
    }

    /**
     * Looks at all {@code changes} together: a constraint on a column that is just being added is no risk.
     *
     * @param after the schema that they lead to
     */
    public static Risks of(List<SchemaChange> changes, Origins origins, Schema after) {
        RiskCheck check = new RiskCheck(changes, origins, after);
        changes.forEach(check::look);
        return new Risks(check.problems, check.losses, check.preflights);
    }

    private void look(SchemaChange change) {
        if (change instanceof AddColumn add) {
            addColumn(add);
        } else if (change instanceof DropColumn drop) {
            dropColumn(drop);
        } else if (change instanceof DropTable drop) {
            dropTable(drop);
        } else if (change instanceof DropSequence drop) {
            dropSequence(drop);
        } else if (change instanceof ChangeType type) {
            changeType(type);
        } else if (change instanceof RequireColumn require) {
            requireColumn(require);
        } else if (change instanceof AddUnique add) {
            constraints.problem(add).ifPresentOrElse(problems::add, () -> ask(constraints.preflight(add)));
        } else if (change instanceof ChangePrimaryKey key) {
            ask(constraints.preflight(key));
        } else if (change instanceof AddForeignKey add) {
            ask(constraints.preflight(add));
        } else if (change instanceof AddCheck add) {
            ask(constraints.preflight(add));
        } else if (change instanceof ChangeCheck check) {
            ask(constraints.preflight(check));
        }
    }

    private void ask(Optional<Preflight> preflight) {
        preflight.ifPresent(preflights::add);
    }

    private void addColumn(AddColumn change) {
        Column column = change.column();
        String field = origins.of(change.table(), column.name());
        if (column.identity()) {
            problems.add(new Problem(
                    "add-identity",
                    "Cannot number existing rows with " + named(change.table(), column.name()),
                    field,
                    "write this step by hand, or make a new model and move the rows in a migration by hand"));
        } else if (!column.nullable() && column.defaultValue() == null && change.filler() == null) {
            problems.add(new Problem(
                    "required-without-default",
                    "Cannot add " + named(change.table(), column.name()) + ": it is required, and rows may exist",
                    field,
                    "give it a default with @Default; or compute it from other columns: -DdataStep writes a file for that,"
                            + " before the column becomes required"));
        }
    }

    private void requireColumn(RequireColumn change) {
        String column = change.after().name();
        // filled with one default, several rows would share it, or point where nothing is
        if (change.after().defaultValue() == null || isSingled(change.table(), column)) {
            preflights.add(new Preflight(
                    "null-in-required",
                    ConstraintRisks.named(change.table(), column) + " is empty in {count} rows and becomes required",
                    new Nulls(change.table(), column)));
        }
    }

    private boolean isSingled(String name, String column) {
        return after.table(name)
                .filter(table -> table.uniques().stream()
                                .anyMatch(unique -> unique.columns().contains(column))
                        || table.foreignKeys().stream()
                                .anyMatch(key -> key.columns().contains(column)))
                .isPresent();
    }

    private void changeType(ChangeType change) {
        String name = named(change.table(), change.after().name());
        String where = origins.of(change.table(), change.after().name());
        String types =
                " from " + change.before().type() + " to " + change.after().type();
        Conversion conversion =
                Conversion.of(change.before().type(), change.after().type());
        if (conversion == Conversion.NONE) {
            problems.add(new Problem(
                    "no-conversion",
                    "Cannot change " + name + types + ": no rule says what becomes of its values",
                    where,
                    "add a new field beside it, drop this one, and fill the new one in between: -DdataStep writes a file for"
                            + " that"));
            return;
        }
        if (conversion == Conversion.WIDENS) {
            return;
        }
        preflights.add(new Preflight(
                "does-not-fit",
                ConstraintRisks.named(change.table(), change.after().name()) + " changes" + types
                        + ", and the values of {count} rows do not fit",
                new Misfits(change.table(), change.before(), change.after())));
        boolean rounds = conversion == Conversion.ROUNDS;
        losses.add(new Loss(
                rounds ? "rounding-type" : "narrowing-type",
                change.table(),
                change.after(),
                (rounds ? "what rounding took from values of " : "room for longer values in ")
                        + ConstraintRisks.named(change.table(), change.after().name()),
                name + " would change" + types
                        + (rounds ? ", which rounds its values" : ", and larger values would stop the migration"),
                where,
                "if that is what you want: -DallowDestructive=" + name
                        + "; each database is asked before its migration starts. Else keep the type"));
    }

    private void dropTable(DropTable change) {
        String name = change.table().name();
        Optional<String> like = lookalikes.of(change);
        losses.add(new Loss(
                like.isPresent() ? "rename-or-drop" : "drop-table",
                name,
                null,
                "table \"" + name + "\" with its rows",
                like.map(other -> "Table " + name + " is gone and " + other
                                + " is new and looks like it: renamed, or dropped and added?")
                        .orElse("No model has table " + name + " any more: its rows would be lost"),
                origins.of(name),
                (like.isPresent()
                                ? "renamed: -Drename=" + name + ":" + like.get()
                                        + ", or @RenamedFrom on the class. Not renamed: "
                                : "renamed: -Drename=" + name + ":<new table>, or @RenamedFrom on the class. ")
                        + waysToDrop(name)));
    }

    private void dropColumn(DropColumn change) {
        String name = named(change.table(), change.column().name());
        Optional<String> like = lookalikes.of(change);
        Optional<String> join = lookalikes.joinTable(change);
        String refusal = join.map(
                        table -> "Relation " + name + " became the join table " + table + ": its links would be lost")
                .or(() -> like.map(other -> "Column " + name + " is gone and " + named(change.table(), other)
                        + " is new and of its kind: renamed, or dropped and added?"))
                .orElse("No field has column " + name + " any more: its values would be lost");
        String renamed = join.map(table -> "keep the links: -DdataStep writes a file in which to fill " + table
                        + ", before the old column is dropped. ")
                .or(() -> like.map(other -> "renamed: -Drename=" + name + ":" + named(change.table(), other)
                        + ", or @RenamedFrom(\"" + change.column().name() + "\") on the field. Not renamed: "))
                .orElse("renamed: @RenamedFrom(\"" + change.column().name() + "\") on the field. ");
        losses.add(new Loss(
                join.isPresent() ? "to-one-became-many" : like.isPresent() ? "rename-or-drop" : "drop-column",
                change.table(),
                change.column(),
                "values of "
                        + ConstraintRisks.named(change.table(), change.column().name()),
                refusal,
                origins.of(change.table()),
                renamed + waysToDrop(name)));
    }

    private static String waysToDrop(String name) {
        return "-DdropLater=" + name + " keeps it, optional, for the version that still uses it; -DallowDestructive="
                + name + " drops it now, with -DdataStep once you have computed others from it";
    }

    private void dropSequence(DropSequence change) {
        String name = change.sequence().name();
        losses.add(new Loss(
                "drop-sequence",
                name,
                null,
                "the next number of sequence \"" + name + "\"",
                "No model uses sequence " + name + " any more: its next number would be lost",
                "sequence " + name,
                "renamed: -Drename=" + name + ":<new sequence>. Not renamed: -DallowDestructive=" + name
                        + " drops it"));
    }

    private static String named(String table, String column) {
        return table + "." + column;
    }
}
