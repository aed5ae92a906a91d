package io.ashlar.schema;

import io.ashlar.schema.ColumnType.Kind;
import java.util.List;

/** The table of a module's durable events, which no model describes. The runtime reads and writes it by these names. */
final class OutboxTable {

    private OutboxTable() {}

    /** Returns its name: {@code my_blog_outbox} for {@code my-blog}. */
    static String name(String module) {
        return module.replace('-', '_') + "_outbox";
    }

    static Table of(String module) {
        String name = name(module);
        return new Table(
                name,
                List.of(
                        new Column("id", ColumnType.of(Kind.LONG), false, null, true, null),
                        new Column("event_id", ColumnType.varchar(36), false),
                        new Column("model", ColumnType.varchar(255), false),
                        new Column("action", ColumnType.varchar(20), false),
                        new Column("ids", ColumnType.of(Kind.TEXT), false),
                        new Column("created_at", ColumnType.of(Kind.INSTANT), false),
                        new Column("attempts", ColumnType.of(Kind.INT), false, "0", false, null),
                        new Column("next_attempt_at", ColumnType.of(Kind.INSTANT), true),
                        new Column("handled", ColumnType.of(Kind.TEXT), true),
                        new Column("error", ColumnType.of(Kind.TEXT), true),
                        new Column("dead", ColumnType.of(Kind.BOOLEAN), false, "false", false, null)),
                new PrimaryKey(Names.primaryKey(name), List.of("id")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
