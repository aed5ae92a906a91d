package io.ashlar.diff;

import java.util.ArrayList;
import java.util.List;

/** Steps by the time at which they can run. */
final class Steps {

    final List<SchemaChange> renames = new ArrayList<>();
    final List<SchemaChange> foreignKeysGone = new ArrayList<>();
    final List<SchemaChange> constraintsGone = new ArrayList<>();
    final List<SchemaChange> columnsGone = new ArrayList<>();
    final List<SchemaChange> constraintRenames = new ArrayList<>();
    final List<SchemaChange> sequences = new ArrayList<>();
    final List<SchemaChange> tables = new ArrayList<>();
    final List<SchemaChange> columns = new ArrayList<>();
    final List<SchemaChange> constraints = new ArrayList<>();
    /** Columns become optional once no key demands them. */
    final List<SchemaChange> relaxed = new ArrayList<>();

    final List<SchemaChange> indexes = new ArrayList<>();
    final List<SchemaChange> foreignKeys = new ArrayList<>();
    /** What takes values along goes last: where each statement commits, a failure before it has lost nothing. */
    final List<SchemaChange> gone = new ArrayList<>();

    List<SchemaChange> inOrder() {
        List<SchemaChange> all = new ArrayList<>();
        List.of(
                        renames,
                        foreignKeysGone,
                        constraintsGone,
                        columnsGone,
                        constraintRenames,
                        sequences,
                        tables,
                        columns,
                        constraints,
                        relaxed,
                        indexes,
                        foreignKeys,
                        gone)
                .forEach(all::addAll);
        return List.copyOf(all);
    }
}
