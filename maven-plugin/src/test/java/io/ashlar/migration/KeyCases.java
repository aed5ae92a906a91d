package io.ashlar.migration;

import static io.ashlar.schema.Schemas.cascading;
import static io.ashlar.schema.Schemas.id;
import static io.ashlar.schema.Schemas.index;
import static io.ashlar.schema.Schemas.key;
import static io.ashlar.schema.Schemas.relation;
import static io.ashlar.schema.Schemas.required;
import static io.ashlar.schema.Schemas.schema;
import static io.ashlar.schema.Schemas.table;
import static io.ashlar.schema.Schemas.unique;
import static io.ashlar.schema.Schemas.varchar;

import io.ashlar.schema.Table;
import java.util.List;

/** Primary keys and foreign keys. */
final class KeyCases {

    private static final Table AUTHOR = table("author", id());
    private static final Table POST = table("post", id(), varchar("author_id", 255), varchar("code", 20));
    private static final Table LINKED = relation(POST, "author_id", "author");
    private static final String[] ROWS = {
        "insert into #author#(#id#) values ('a')",
        "insert into #post#(#id#, #author_id#, #code#) values ('1', 'a', 'x')",
        "insert into #post#(#id#, #author_id#, #code#) values ('2', 'a', 'y')"
    };
    private static final String READ = "select #id#, #author_id# from #post# order by 1";

    private KeyCases() {}

    static List<Case> all() {
        return List.of(
                Case.named("one-to-one add")
                        .from(schema(AUTHOR, table("post", id())))
                        .rows("insert into #post#(#id#) values ('1')")
                        .to(schema(
                                AUTHOR,
                                relation(
                                        unique(table("post", id(), varchar("author_id", 255)), false, "author_id"),
                                        "author_id",
                                        "author")))
                        .gives(READ, "1, null"),
                Case.named("foreign key add on existing rows")
                        .from(schema(AUTHOR, POST))
                        .rows(ROWS)
                        .to(schema(AUTHOR, LINKED))
                        .gives(READ, "1, a", "2, a"),
                Case.named("foreign key add, rows point to nothing")
                        .from(schema(AUTHOR, POST))
                        .rows("insert into #post#(#id#, #author_id#) values ('1', 'gone')")
                        .to(schema(AUTHOR, LINKED))
                        .isStopped("points-to-nothing 1")
                        .gives(READ, "1, gone"),
                Case.named("foreign key to a new table, rows point to nothing")
                        .from(schema(POST))
                        .rows("insert into #post#(#id#, #author_id#) values ('1', 'gone')")
                        .to(schema(AUTHOR, LINKED))
                        .isStopped("points-to-nothing 1"),
                Case.named("foreign-key action cascade to restrict")
                        .from(schema(AUTHOR, cascading(LINKED)))
                        .rows(ROWS)
                        .to(schema(AUTHOR, LINKED))
                        .gives(READ, "1, a", "2, a"),
                Case.named("foreign-key action restrict to cascade")
                        .from(schema(AUTHOR, LINKED))
                        .rows(ROWS)
                        .to(schema(AUTHOR, cascading(LINKED)))
                        .gives(READ, "1, a", "2, a"),
                Case.named("foreign key drop")
                        .from(schema(AUTHOR, LINKED))
                        .rows(ROWS)
                        .to(schema(AUTHOR, index(POST, false, "author_id")))
                        .gives(READ, "1, a", "2, a"),
                Case.named("a relation becomes required")
                        .from(schema(AUTHOR, LINKED))
                        .rows(ROWS)
                        .to(schema(
                                AUTHOR,
                                relation(
                                        table("post", id(), required(varchar("author_id", 255)), varchar("code", 20)),
                                        "author_id",
                                        "author")))
                        .gives(READ, "1, a", "2, a"),
                Case.named("a relation becomes optional")
                        .from(schema(
                                AUTHOR,
                                relation(
                                        table("post", id(), required(varchar("author_id", 255)), varchar("code", 20)),
                                        "author_id",
                                        "author")))
                        .rows(ROWS)
                        .to(schema(AUTHOR, LINKED))
                        .gives(READ, "1, a", "2, a"),
                Case.named("key of other columns")
                        .from(schema(AUTHOR, POST))
                        .rows(ROWS)
                        .to(schema(
                                AUTHOR,
                                key(
                                        table("post", id(), varchar("author_id", 255), required(varchar("code", 20))),
                                        "code")))
                        .gives(READ, "1, a", "2, a"),
                Case.named("key of other columns that rows share")
                        .from(schema(AUTHOR, POST))
                        .rows(ROWS)
                        .to(schema(
                                AUTHOR,
                                key(
                                        table("post", id(), required(varchar("author_id", 255)), varchar("code", 20)),
                                        "author_id")))
                        .isStopped("duplicate-in-key 2"),
                Case.named("key becomes composite")
                        .from(schema(AUTHOR, POST))
                        .rows(ROWS)
                        .to(schema(
                                AUTHOR,
                                key(
                                        table("post", id(), varchar("author_id", 255), required(varchar("code", 20))),
                                        "id",
                                        "code")))
                        .gives(READ, "1, a", "2, a"),
                Case.named("key add")
                        .from(schema(key(table("post_tags", required(varchar("post_id", 255)), varchar("tag", 9)))))
                        .rows("insert into #post_tags#(#post_id#, #tag#) values ('1', 'x')")
                        .to(schema(key(
                                table("post_tags", required(varchar("post_id", 255)), required(varchar("tag", 9))),
                                "post_id",
                                "tag")))
                        .gives("select #tag# from #post_tags#", "x"),
                Case.named("key drop, its column becomes optional")
                        .from(schema(key(
                                table("post_tags", required(varchar("post_id", 255)), required(varchar("tag", 9))),
                                "post_id",
                                "tag")))
                        .rows("insert into #post_tags#(#post_id#, #tag#) values ('1', 'x')")
                        .to(schema(key(table("post_tags", required(varchar("post_id", 255)), varchar("tag", 9)))))
                        .gives("select #tag# from #post_tags#", "x"),
                Case.named("key named otherwise")
                        .from(schema(AUTHOR, POST))
                        .rows(ROWS)
                        .to(schema(
                                AUTHOR,
                                new Table(
                                        "post",
                                        POST.columns(),
                                        new io.ashlar.schema.PrimaryKey("post_key", List.of("id")),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        null)))
                        .gives(READ, "1, a", "2, a"));
    }
}
