package io.ashlar.migration;

import io.ashlar.database.Dialect;
import io.ashlar.ddl.Ddl;
import io.ashlar.diff.SchemaChange;
import io.ashlar.diff.SchemaChange.AddColumn;
import io.ashlar.diff.SchemaChange.DropColumn;
import io.ashlar.diff.SchemaChange.DropTable;
import io.ashlar.diff.SchemaChange.RequireColumn;
import io.ashlar.schema.PrimaryKey;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The file between two migrations that a user fills in: for one that still is to be written, with what it is for, and how
 * such statements look.
 *
 * @param between the schema that it works on
 * @param expand what comes before it
 * @param contract what follows it
 */
record DataStepScript(
        String module, Dialect dialect, Schema between, List<SchemaChange> expand, List<SchemaChange> contract) {

    /** Returns the text for a step in SQL, which cannot run as it is. */
    String toFill() {
        return head("Yours to write, before")
                + tasks()
                + "-- Each file is for one database. With batches, each is committed with its progress, and the step goes on"
                + " after the last\n-- one when it was stopped. Without the line 'ashlar:batch', a statement runs once.\n--\n"
                + examples()
                + "--\n-- When it is written, delete the next line. Nothing runs as long as it is here.\n"
                + "-- ashlar:unfilled\n";
    }

    /** Returns the text for a step in Java, which is complete. */
    String java(String type) {
        String walked = targets().keySet().stream().findFirst().map(this::batch).orElse("");
        return head("A class of the module runs before") + tasks() + walked + "-- ashlar:java " + type + "\n";
    }

    /** Returns the text of the way back, which does nothing unless it is written. */
    String down() {
        return "-- Module " + module + ": back from the data step\n"
                + "-- Yours to write, if old values can be computed from new ones; the columns are there again by now.\n";
    }

    private String head(String what) {
        return "-- Module " + module + ": data step\n-- " + what + " the next migration"
                + (contract.isEmpty() ? " of the module.\n" : ", which\n");
    }

    private String tasks() {
        List<String> lines = new ArrayList<>();
        for (SchemaChange change : contract) {
            if (change instanceof RequireColumn require) {
                lines.add("requires " + quoted(require.table(), require.after().name()));
            } else if (change instanceof DropColumn drop) {
                lines.add("drops " + quoted(drop.table(), drop.column().name()));
            } else if (change instanceof DropTable drop) {
                lines.add("drops " + quoted(drop.table().name()));
            }
        }
        return lines.stream().map(line -> "--   " + line + "\n").collect(Collectors.joining()) + "--\n";
    }

    private String examples() {
        Map<String, List<String>> targets = targets();
        if (targets.isEmpty()) {
            targets.put(between.tables().get(0).name(), List.of());
        }
        return targets.entrySet().stream()
                .map(target -> comment(batch(target.getKey()) + update(target.getKey(), target.getValue())))
                .collect(Collectors.joining());
    }

    private static String comment(String text) {
        return text.lines().map(line -> "--   " + line + "\n").collect(Collectors.joining());
    }

    private String update(String table, List<String> columns) {
        String where = key(table).isEmpty() ? ";" : " where " + quoted(key(table)) + " between {from} and {to};";
        String set = columns.isEmpty()
                ? "..."
                : columns.stream().map(column -> quoted(column) + " = ...").collect(Collectors.joining(", "));
        return "update " + quoted(table) + " set " + set + where + "\n";
    }

    private String batch(String table) {
        return key(table).isEmpty() ? "" : "-- ashlar:batch 1000 " + quoted(table, key(table)) + "\n";
    }

    /** Returns the columns that need values, by table. */
    private Map<String, List<String>> targets() {
        Map<String, List<String>> targets = new LinkedHashMap<>();
        for (SchemaChange change : expand) {
            if (change instanceof AddColumn add && add.column().defaultValue() == null) {
                targets.computeIfAbsent(add.table(), any -> new ArrayList<>())
                        .add(add.column().name());
            }
        }
        for (SchemaChange change : contract) {
            if (change instanceof RequireColumn require
                    && !targets.getOrDefault(require.table(), List.of())
                            .contains(require.after().name())) {
                targets.computeIfAbsent(require.table(), any -> new ArrayList<>())
                        .add(require.after().name());
            }
        }
        return targets;
    }

    /** Returns the column by which a table can be walked; empty if its key has several. */
    private String key(String table) {
        return between.table(table)
                .map(Table::primaryKey)
                .map(PrimaryKey::columns)
                .filter(columns -> columns.size() == 1)
                .map(columns -> columns.get(0))
                .orElse("");
    }

    private String quoted(String... names) {
        return Ddl.of(dialect).name(names);
    }
}
