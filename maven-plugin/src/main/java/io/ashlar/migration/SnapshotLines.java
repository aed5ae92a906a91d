package io.ashlar.migration;

import io.ashlar.schema.Check;
import io.ashlar.schema.Check.Condition.OneOf;
import io.ashlar.schema.Check.Condition.Sql;
import io.ashlar.schema.Column;
import io.ashlar.schema.ColumnType;
import io.ashlar.schema.Expression;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Index;
import io.ashlar.schema.PrimaryKey;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Sequence;
import io.ashlar.schema.Table;
import io.ashlar.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A schema as small objects: a table, then what belongs to it. Each says by its first member what it is. */
final class SnapshotLines {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String RETIRED = "retired";

    private SnapshotLines() {}

    static List<ObjectNode> of(Schema schema, Set<String> retired) {
        List<ObjectNode> lines = new ArrayList<>();
        for (Sequence sequence : schema.sequences()) {
            lines.add(JSON.objectNode()
                    .put("sequence", sequence.name())
                    .put("start", sequence.start())
                    .put("increment", sequence.increment()));
        }
        schema.tables().forEach(table -> addLines(table, lines));
        retired.forEach(name -> lines.add(JSON.objectNode().put(RETIRED, name)));
        return lines;
    }

    private static void addLines(Table table, List<ObjectNode> lines) {
        ObjectNode head = JSON.objectNode().put("table", table.name());
        putOptional(head, "comment", table.comment());
        lines.add(head);
        table.columns().forEach(column -> lines.add(line(table, column)));
        PrimaryKey key = table.primaryKey();
        if (key != null) {
            ObjectNode line = member("primaryKey", key.name(), table);
            line.set("columns", array(key.columns()));
            lines.add(line);
        }
        for (Unique unique : table.uniques()) {
            ObjectNode line = member("unique", unique.name(), table);
            line.set("columns", array(unique.columns()));
            putTrue(line, "liveOnly", unique.liveOnly());
            putExpression(line, "where", unique.where());
            lines.add(line);
        }
        for (Index index : table.indexes()) {
            ObjectNode line = member("index", index.name(), table);
            line.set("columns", array(index.columnNames()));
            List<String> descending = index.columns().stream()
                    .filter(Index.Part::descending)
                    .map(Index.Part::column)
                    .toList();
            if (!descending.isEmpty()) {
                line.set("descending", array(descending));
            }
            putTrue(line, "liveOnly", index.liveOnly());
            putExpression(line, "where", index.where());
            putTrue(line, "search", index.search());
            lines.add(line);
        }
        table.checks().forEach(check -> lines.add(line(table, check)));
        for (ForeignKey foreignKey : table.foreignKeys()) {
            ObjectNode line = member("foreignKey", foreignKey.name(), table);
            line.set("columns", array(foreignKey.columns()));
            line.put("target", foreignKey.targetTable());
            line.set("targetColumns", array(foreignKey.targetColumns()));
            line.put("onDelete", foreignKey.onDelete().name().toLowerCase(Locale.ROOT));
            lines.add(line);
        }
    }

    private static ObjectNode line(Table table, Column column) {
        ObjectNode line = member("column", column.name(), table)
                .put("type", column.type().toString())
                .put("required", !column.nullable());
        putOptional(line, "default", column.defaultValue());
        putTrue(line, "identity", column.identity());
        putOptional(line, "comment", column.comment());
        putExpression(line, "computed", column.computed());
        return line;
    }

    private static ObjectNode line(Table table, Check check) {
        ObjectNode line = member("check", check.name(), table);
        line.set("columns", array(check.columns()));
        if (check.condition() instanceof OneOf oneOf) {
            line.set("oneOf", array(oneOf.values()));
        } else if (check.condition() instanceof Sql sql) {
            line.put("sql", sql.text());
        }
        return line;
    }

    private static ObjectNode member(String kind, String name, Table table) {
        return JSON.objectNode().put(kind, name).put("of", table.name());
    }

    private static void putOptional(ObjectNode line, String name, @Nullable String value) {
        if (value != null) {
            line.put(name, value);
        }
    }

    /** The text, and under another name the columns it names. */
    private static void putExpression(ObjectNode line, String name, @Nullable Expression expression) {
        if (expression != null) {
            line.put(name, expression.text());
            line.set(name + "Columns", array(expression.columns()));
        }
    }

    private static void putTrue(ObjectNode line, String name, boolean value) {
        if (value) {
            line.put(name, true);
        }
    }

    private static ArrayNode array(List<String> values) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(array::add);
        return array;
    }

    /**
     * Reads all lines but the last.
     *
     * @throws NotALine if one is not what {@link #of} writes
     */
    static Schema schema(JsonNode lines) {
        List<Sequence> sequences = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < lines.size() - 1; i++) {
            JsonNode line = lines.get(i);
            if (line.has("sequence")) {
                sequences.add(new Sequence(
                        text(line, "sequence"),
                        line.path("start").asLong(0),
                        line.path("increment").asInt(0)));
            } else if (line.has("table")) {
                int end = i + 1;
                while (end < lines.size() - 1 && lines.get(end).has("of")) {
                    end++;
                }
                tables.add(table(lines, i, end));
                i = end - 1;
            } else if (!line.has(RETIRED)) {
                throw new NotALine("unknown line " + line);
            }
        }
        return new Schema(sequences, tables);
    }

    /** Reads what no model has any more. */
    static Set<String> retired(JsonNode lines) {
        Set<String> retired = new TreeSet<>();
        for (JsonNode line : lines) {
            if (line.has(RETIRED)) {
                retired.add(text(line, RETIRED));
            }
        }
        return retired;
    }

    private static Table table(JsonNode lines, int start, int end) {
        String name = text(lines.get(start), "table");
        List<Column> columns = new ArrayList<>();
        List<Unique> uniques = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        List<ForeignKey> foreignKeys = new ArrayList<>();
        PrimaryKey primaryKey = null;
        for (int i = start + 1; i < end; i++) {
            JsonNode line = lines.get(i);
            if (!name.equals(text(line, "of"))) {
                throw new NotALine("a line of another table: " + line);
            }
            if (line.has("column")) {
                columns.add(column(line));
            } else if (line.has("primaryKey")) {
                primaryKey = new PrimaryKey(text(line, "primaryKey"), texts(line, "columns"));
            } else if (line.has("unique")) {
                uniques.add(new Unique(
                        text(line, "unique"),
                        texts(line, "columns"),
                        flag(line, "liveOnly"),
                        expression(line, "where")));
            } else if (line.has("index")) {
                List<String> descending = line.has("descending") ? texts(line, "descending") : List.of();
                List<Index.Part> parts = texts(line, "columns").stream()
                        .map(column -> new Index.Part(column, descending.contains(column)))
                        .toList();
                indexes.add(new Index(
                        text(line, "index"),
                        parts,
                        flag(line, "liveOnly"),
                        expression(line, "where"),
                        flag(line, "search")));
            } else if (line.has("check")) {
                Check.Condition condition =
                        line.has("oneOf") ? new OneOf(texts(line, "oneOf")) : new Sql(text(line, "sql"));
                checks.add(new Check(text(line, "check"), texts(line, "columns"), condition));
            } else if (line.has("foreignKey")) {
                foreignKeys.add(foreignKey(line));
            } else {
                throw new NotALine("unknown line " + line);
            }
        }
        return new Table(
                name,
                columns,
                primaryKey,
                uniques,
                indexes,
                checks,
                foreignKeys,
                optional(lines.get(start), "comment"));
    }

    private static Column column(JsonNode line) {
        String type = text(line, "type");
        return new Column(
                text(line, "column"),
                ColumnType.parse(type).orElseThrow(() -> new NotALine("unknown type " + type)),
                !flag(line, "required"),
                optional(line, "default"),
                flag(line, "identity"),
                optional(line, "comment"),
                expression(line, "computed"));
    }

    private static @Nullable Expression expression(JsonNode line, String name) {
        return line.has(name) ? new Expression(text(line, name), texts(line, name + "Columns")) : null;
    }

    private static ForeignKey foreignKey(JsonNode line) {
        String onDelete = text(line, "onDelete");
        for (ForeignKey.Action action : ForeignKey.Action.values()) {
            if (action.name().toLowerCase(Locale.ROOT).equals(onDelete)) {
                return new ForeignKey(
                        text(line, "foreignKey"),
                        texts(line, "columns"),
                        text(line, "target"),
                        texts(line, "targetColumns"),
                        action);
            }
        }
        throw new NotALine("unknown action " + onDelete);
    }

    static String text(JsonNode line, String name) {
        JsonNode value = line.path(name);
        if (!value.isString()) {
            throw new NotALine("no \"" + name + "\" in " + line);
        }
        return value.asString();
    }

    private static @Nullable String optional(JsonNode line, String name) {
        return line.has(name) ? text(line, name) : null;
    }

    private static boolean flag(JsonNode line, String name) {
        return line.path(name).asBoolean(false);
    }

    private static List<String> texts(JsonNode line, String name) {
        JsonNode values = line.path(name);
        if (!values.isArray()) {
            throw new NotALine("no \"" + name + "\" in " + line);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values) {
            if (!value.isString()) {
                throw new NotALine("no text in \"" + name + "\" of " + line);
            }
            texts.add(value.asString());
        }
        return texts;
    }

    /** A line that is none of ours; a problem of the snapshot, said by who knows its path. */
    static final class NotALine extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotALine(String message) {
            super(message);
        }
    }
}
