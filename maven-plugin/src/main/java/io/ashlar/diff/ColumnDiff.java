package io.ashlar.diff;

import io.ashlar.diff.SchemaChange.ChangeColumnComment;
import io.ashlar.diff.SchemaChange.ChangeDefault;
import io.ashlar.diff.SchemaChange.ChangeIdentity;
import io.ashlar.diff.SchemaChange.ChangeType;
import io.ashlar.diff.SchemaChange.RelaxColumn;
import io.ashlar.diff.SchemaChange.RequireColumn;
import io.ashlar.schema.Column;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/** What changes in one column: a chain of steps, each of one aspect, and each from where the one before it ended. */
final class ColumnDiff {

    private final String table;
    private Column column;

    private ColumnDiff(String table, Column column) {
        this.table = table;
        this.column = column;
    }

    static void of(String table, Column before, Column after, Steps steps) {
        ColumnDiff diff = new ColumnDiff(table, before);
        boolean retyped = !before.type().equals(after.type());
        if (retyped) {
            diff.step(steps.columns, before.withDefault(null), (from, to) -> new ChangeDefault(table, from, to));
        }
        if (!after.identity()) {
            diff.step(steps.columns, diff.column.withIdentity(false), diff::changeIdentity);
        }
        diff.step(steps.columns, diff.column.withType(after.type()), (from, to) -> new ChangeType(table, from, to));
        diff.step(
                steps.columns,
                diff.column.withDefault(after.defaultValue()),
                (from, to) -> new ChangeDefault(table, from, to));
        if (!after.nullable()) {
            diff.step(steps.columns, diff.column.withNullable(false), (from, to) -> new RequireColumn(table, from, to));
        }
        diff.step(steps.columns, diff.column.withIdentity(after.identity()), diff::changeIdentity);
        diff.step(
                steps.columns,
                diff.column.withComment(after.comment()),
                (from, to) -> new ChangeColumnComment(table, from, to));
        diff.step(
                steps.relaxed,
                diff.column.withNullable(after.nullable()),
                (from, to) -> new RelaxColumn(table, from, to));
    }

    private SchemaChange changeIdentity(Column from, Column to) {
        return new ChangeIdentity(table, from, to);
    }

    private void step(List<SchemaChange> steps, Column next, BiFunction<Column, Column, SchemaChange> change) {
        if (!Objects.equals(column, next)) {
            steps.add(change.apply(column, next));
            column = next;
        }
    }
}
