package io.ashlar.ddl;

import io.ashlar.schema.Column;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What H2 and PostgreSQL take from the standard alike. */
final class StandardSql {

    private StandardSql() {}

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static String alterAll(String table, List<String> actions) {
        return actions.stream()
                .map(action -> "alter table " + quote(table) + " " + action + ";\n")
                .collect(Collectors.joining());
    }

    static String comments(String table, @Nullable String comment, List<Column> columns) {
        StringBuilder sql = new StringBuilder();
        if (comment != null) {
            sql.append("comment on table ")
                    .append(quote(table))
                    .append(" is ")
                    .append(text(comment))
                    .append(";\n");
        }
        for (Column column : columns) {
            String text = column.comment();
            if (text != null) {
                sql.append("comment on column ")
                        .append(quote(table))
                        .append('.')
                        .append(quote(column.name()));
                sql.append(" is ").append(text(text)).append(";\n");
            }
        }
        return sql.toString();
    }
}
