package io.ashlar.migration;

import io.ashlar.diff.SchemaChange;
import io.ashlar.diff.SchemaChange.DropColumn;
import io.ashlar.diff.SchemaChange.DropSequence;
import io.ashlar.diff.SchemaChange.DropTable;
import io.ashlar.lint.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a written migration may do what it does.
 *
 * @param asked whether it asks the rows before it runs
 * @param atOnce whether the user wanted the form that holds others up
 */
record Reasons(List<SchemaChange> changes, boolean asked, boolean atOnce) {

    String of(Rule rule) {
        return switch (rule) {
            case DELETES_DATA -> {
                String agreed = changes.stream()
                        .map(Reasons::gone)
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(","));
                yield agreed.isEmpty()
                        ? "only what is computed from other columns"
                        : "agreed to by -DallowDestructive=" + agreed;
            }
            case MAY_FAIL_ON_ROWS ->
                asked ? "the rows are asked before the first file runs" : "no row that is there can break it";
            case BLOCKS_READS, BLOCKS_WRITES, REWRITES_TABLE, NOT_IN_TRANSACTION ->
                atOnce
                        ? "written with -Donline=false: run it when few use the table"
                        : "there is no other form of it: run it when few use the table";
        };
    }

    private static Optional<String> gone(SchemaChange change) {
        if (change instanceof DropColumn drop) {
            return Optional.of(drop.table() + "." + drop.column().name());
        } else if (change instanceof DropTable drop) {
            return Optional.of(drop.table().name());
        } else if (change instanceof DropSequence drop) {
            return Optional.of(drop.sequence().name());
        }
        return Optional.empty();
    }
}
