package io.ashlar.schema;

import java.util.Map;

/**
 * Which class or field each table and column comes from, so that messages name what the user wrote. No part of the
 * schema: a class that is renamed and keeps its table changes nothing.
 *
 * @param names by table, such as {@code post}, or by table and column, such as {@code post.title}
 */
public record Origins(Map<String, String> names) {

    /** Copies the map. */
    public Origins {
        names = Map.copyOf(names);
    }

    /** Returns the class behind a table; the table's name where no model has it any more. */
    public String of(String table) {
        return names.getOrDefault(table, "table " + table);
    }

    /** Returns the field behind a column; else the class and the column's name. */
    public String of(String table, String column) {
        String field = names.get(table + "." + column);
        return field != null ? field : of(table) + ", column " + column;
    }
}
