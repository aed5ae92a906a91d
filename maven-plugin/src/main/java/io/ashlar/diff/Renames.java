package io.ashlar.diff;

import io.ashlar.diff.SchemaChange.RenameColumn;
import io.ashlar.diff.SchemaChange.RenameSequence;
import io.ashlar.diff.SchemaChange.RenameTable;
import io.ashlar.schema.Check;
import io.ashlar.schema.Check.Condition.Sql;
import io.ashlar.schema.Expression;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Index;
import io.ashlar.schema.PrimaryKey;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Sequence;
import io.ashlar.schema.Table;
import io.ashlar.schema.Unique;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is only called otherwise from one schema to the next.
 *
 * @param tables the name before of a table or sequence, by the name after
 * @param columns the name before of a column, by the names after of its table and of itself
 */
public record Renames(Map<String, String> tables, Map<String, Map<String, String>> columns) {

    /** Everything keeps its name. */
    public static final Renames NONE = new Renames(Map.of(), Map.of());

    /** Copies, and orders by name. */
    public Renames {
        tables = new TreeMap<>(tables);
        columns = new TreeMap<>(columns);
    }

    /** Returns whether everything keeps its name. */
    public boolean isEmpty() {
        return tables.isEmpty() && columns.isEmpty();
    }

    /** Returns what a table was called; its name where it keeps it. */
    public String tableBefore(String after) {
        return tables.getOrDefault(after, after);
    }

    /** Returns what a column was called; its name where it keeps it. */
    public String columnBefore(String tableAfter, String after) {
        return columns.getOrDefault(tableAfter, Map.of()).getOrDefault(after, after);
    }

    /** Returns what leads back. */
    public Renames inverse() {
        Map<String, String> tablesBack = new LinkedHashMap<>();
        tables.forEach((after, before) -> tablesBack.put(before, after));
        Map<String, Map<String, String>> columnsBack = new LinkedHashMap<>();
        columns.forEach((table, names) -> {
            Map<String, String> back = new LinkedHashMap<>();
            names.forEach((after, before) -> back.put(before, after));
            columnsBack.put(tableBefore(table), back);
        });
        return new Renames(tablesBack, columnsBack);
    }

    /** Returns the steps: tables and sequences first, then columns, which already name the table as it is after. */
    List<SchemaChange> changes(Schema before) {
        List<SchemaChange> changes = new ArrayList<>();
        tables.forEach((after, old) -> {
            if (before.sequence(old).isPresent()) {
                changes.add(new RenameSequence(before.sequence(old).orElseThrow(), after));
            } else {
                changes.add(new RenameTable(old, after));
            }
        });
        columns.forEach(
                (table, names) -> names.forEach((after, old) -> changes.add(new RenameColumn(table, old, after))));
        return changes;
    }

    /** Returns the schema before with the names after; constraints and indexes keep their own names. */
    public Schema apply(Schema before) {
        if (isEmpty()) {
            return before;
        }
        Map<String, String> tablesAfter = inverse().tables;
        return new Schema(
                before.sequences().stream()
                        .map(each -> new Sequence(
                                tablesAfter.getOrDefault(each.name(), each.name()), each.start(), each.increment()))
                        .toList(),
                before.tables().stream().map(table -> apply(table, tablesAfter)).toList());
    }

    private Table apply(Table table, Map<String, String> tablesAfter) {
        String name = tablesAfter.getOrDefault(table.name(), table.name());
        PrimaryKey key = table.primaryKey();
        return new Table(
                name,
                table.columns().stream()
                        .map(column -> column.withName(columnAfter(name, column.name()))
                                .withComputed(apply(name, column.computed())))
                        .toList(),
                key == null ? null : new PrimaryKey(key.name(), columnsAfter(name, key.columns())),
                table.uniques().stream()
                        .map(each -> new Unique(
                                each.name(),
                                columnsAfter(name, each.columns()),
                                each.liveOnly(),
                                apply(name, each.where())))
                        .toList(),
                table.indexes().stream().map(each -> apply(name, each)).toList(),
                table.checks().stream().map(each -> apply(name, each)).toList(),
                table.foreignKeys().stream()
                        .map(each -> apply(name, each, tablesAfter))
                        .toList(),
                table.comment());
    }

    private Index apply(String table, Index index) {
        List<Index.Part> parts = index.columns().stream()
                .map(part -> new Index.Part(columnAfter(table, part.column()), part.descending()))
                .toList();
        return new Index(index.name(), parts, index.liveOnly(), apply(table, index.where()), index.search());
    }

    private @Nullable Expression apply(String table, @Nullable Expression expression) {
        return expression == null
                ? null
                : new Expression(
                        expression.withColumns(column -> columnAfter(table, column)),
                        columnsAfter(table, expression.columns()));
    }

    private Check apply(String table, Check check) {
        Check.Condition condition = check.condition() instanceof Sql sql
                ? new Sql(sql.withWords(word -> check.columns().contains(word) ? columnAfter(table, word) : word))
                : check.condition();
        return new Check(
                check.name(),
                columnsAfter(table, check.columns()).stream().sorted().toList(),
                condition);
    }

    private ForeignKey apply(String table, ForeignKey key, Map<String, String> tablesAfter) {
        String target = tablesAfter.getOrDefault(key.targetTable(), key.targetTable());
        return new ForeignKey(
                key.name(),
                columnsAfter(table, key.columns()),
                target,
                columnsAfter(target, key.targetColumns()),
                key.onDelete());
    }

    private List<String> columnsAfter(String tableAfter, List<String> before) {
        return before.stream().map(column -> columnAfter(tableAfter, column)).toList();
    }

    private String columnAfter(String tableAfter, String before) {
        return columns.getOrDefault(tableAfter, Map.of()).entrySet().stream()
                .filter(names -> names.getValue().equals(before))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(before);
    }
}
