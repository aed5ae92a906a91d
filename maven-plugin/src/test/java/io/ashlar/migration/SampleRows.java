package io.ashlar.migration;

import io.ashlar.schema.Check.Condition.OneOf;
import io.ashlar.schema.Column;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows for any tables: as many of each, the n-th of one pointing to the n-th of the other, so that keys, unique
 * constraints and foreign keys hold, cycles too. Names stand between {@code #}.
 */
final class SampleRows {

    private final Schema schema;
    private final int rows;

    SampleRows(Schema schema, int rows) {
        this.schema = schema;
        this.rows = rows;
    }

    /** Returns a statement for each table. The last row has no value where none is required. */
    List<String> inserts() {
        return schema.tables().stream().map(this::insert).toList();
    }

    /** Returns what reads all columns of a table. */
    static String select(Table table) {
        var columns = table.columns().stream()
                .map(column -> "#" + column.name() + "#")
                .sorted()
                .collect(Collectors.joining(", "));
        return "select " + columns + " from #" + table.name() + "# order by " + columns;
    }

    private String insert(Table table) {
        var columns = table.columns().stream()
                .filter(column -> column.computed() == null)
                .toList();
        var names = columns.stream().map(column -> "#" + column.name() + "#").collect(Collectors.joining(", "));
        var lines = new ArrayList<String>();
        for (int row = 1; row <= rows; row++) {
            int number = row;
            lines.add(columns.stream()
                    .map(column -> number == rows && column.nullable() ? "null" : value(table, column, number))
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        return "insert into #" + table.name() + "# (" + names + ") values " + String.join(", ", lines);
    }

    private static String value(Table table, Column column, int row) {
        for (var check : table.checks()) {
            if (check.condition() instanceof OneOf oneOf && check.columns().equals(List.of(column.name()))) {
                return "'" + oneOf.values().get(row % oneOf.values().size()) + "'";
            }
        }
        var digits = "0".repeat(11) + row;
        return switch (column.type().kind()) {
            case BOOLEAN -> row % 2 == 0 ? "true" : "false";
            case BYTE, SHORT, INT, LONG, DECIMAL, BIG_INTEGER, DURATION -> Integer.toString(row);
            case FLOAT, DOUBLE -> row + ".5";
            case CHAR -> "'" + row + "'";
            case VARCHAR -> "'" + row + "'";
            case TEXT -> "'it''s text " + row + "'";
            case BINARY -> "null";
            case UUID -> "'5f0e4d1c-8a6f-4a6e-9d3e-" + digits.substring(digits.length() - 12) + "'";
            case INSTANT, LOCAL_DATE_TIME -> "'2026-01-3" + (row % 2) + " 12:00:0" + row + "'";
            case LOCAL_DATE -> "'2026-01-0" + row + "'";
            case LOCAL_TIME -> "'12:00:0" + row + "'";
            case JSON -> "'{\"n\": " + row + "}'";
        };
    }
}
