package io.ashlar.migration;

import static io.ashlar.schema.Schemas.comment;
import static io.ashlar.schema.Schemas.id;
import static io.ashlar.schema.Schemas.key;
import static io.ashlar.schema.Schemas.optional;
import static io.ashlar.schema.Schemas.relation;
import static io.ashlar.schema.Schemas.required;
import static io.ashlar.schema.Schemas.schema;
import static io.ashlar.schema.Schemas.table;
import static io.ashlar.schema.Schemas.unique;
import static io.ashlar.schema.Schemas.varchar;

import io.ashlar.schema.ColumnType.Kind;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Sequence;
import io.ashlar.schema.Table;
import java.util.List;

/** Tables that come and go. */
final class TableCases {

    private static final Table CAT = table("cat", id(), varchar("name", 20));
    private static final Table POST = table("post", id(), varchar("title", 20));
    private static final String ONE_CAT = "insert into #cat#(#id#, #name#) values ('1', 'Tom')";

    private TableCases() {}

    static List<Case> all() {
        return List.of(
                Case.named("new-table").to(schema(table("author", id()))).writes("create table author"),
                Case.named("drop-table-rows")
                        .from(schema(CAT, POST))
                        .rows(ONE_CAT)
                        .to(schema(POST))
                        .isRefused("drop-table")
                        .gives("select #name# from #cat#", "Tom"),
                Case.named("drop-table, allowed")
                        .from(schema(CAT, POST))
                        .rows(ONE_CAT)
                        .to(schema(POST))
                        .allow("cat")
                        .writes("drop table cat"),
                Case.named("drop-table, another allowed")
                        .from(schema(CAT, POST))
                        .rows(ONE_CAT)
                        .to(schema(POST))
                        .allow("post,cat.name")
                        .isRefused("drop-table")
                        .gives("select #name# from #cat#", "Tom"),
                Case.named("drop-table, later")
                        .from(schema(relation(table("cat", id(), varchar("post_id", 255)), "post_id", "post"), POST))
                        .rows(
                                "insert into #post#(#id#) values ('1')",
                                "insert into #cat#(#id#, #post_id#) values ('1', '1')")
                        .to(schema(POST))
                        .dropLater("cat")
                        .writesNo("drop table")
                        .gives("select #post_id# from #cat#", "1"),
                Case.named("drop-referenced-table")
                        .from(schema(relation(table("post", id(), varchar("cat_id", 255)), "cat_id", "cat"), CAT))
                        .rows(ONE_CAT, "insert into #post#(#id#, #cat_id#) values ('1', '1')")
                        .to(schema(table("post", id(), varchar("cat_id", 255))))
                        .allow("cat")
                        .downIsStopped("points-to-nothing 1")
                        .gives("select #cat_id# from #post#", "1"),
                Case.named("drop-tables that point to each other")
                        .from(schema(
                                relation(table("a", id(), varchar("b_id", 255)), "b_id", "b"),
                                relation(table("b", id(), varchar("a_id", 255)), "a_id", "a"),
                                POST))
                        .rows(
                                "insert into #a#(#id#) values ('1')",
                                "insert into #b#(#id#, #a_id#) values ('1', '1')",
                                "update #a# set #b_id# = '1'")
                        .to(schema(POST))
                        .allow("a,b"),
                Case.named("foreign-key cycle create")
                        .to(schema(
                                relation(table("a", id(), varchar("b_id", 255)), "b_id", "b"),
                                relation(table("b", id(), varchar("a_id", 255)), "a_id", "a"))),
                Case.named("many-to-many before its entity")
                        .from(schema(POST))
                        .rows("insert into #post#(#id#) values ('1')")
                        .to(schema(
                                POST,
                                relation(
                                        relation(
                                                key(
                                                        table(
                                                                "a_join",
                                                                required(varchar("post_id", 255)),
                                                                required(varchar("tag_id", 255))),
                                                        "post_id",
                                                        "tag_id"),
                                                "post_id",
                                                "post"),
                                        "tag_id",
                                        "tag"),
                                table("tag", id())))
                        .then(
                                "insert into #tag#(#id#) values ('t')",
                                "insert into #a_join#(#post_id#, #tag_id#) values ('1', 't')")
                        .gives("select #id# from #post#", "1"),
                Case.named("to-one becomes many-to-many")
                        .from(schema(relation(table("post", id(), varchar("cat_id", 255)), "cat_id", "cat"), CAT))
                        .rows(ONE_CAT, "insert into #post#(#id#, #cat_id#) values ('1', '1')")
                        .to(schema(
                                table("post", id()),
                                CAT,
                                relation(
                                        relation(
                                                key(
                                                        table(
                                                                "post_cat",
                                                                required(varchar("post_id", 255)),
                                                                required(varchar("cat_id", 255))),
                                                        "post_id",
                                                        "cat_id"),
                                                "post_id",
                                                "post"),
                                        "cat_id",
                                        "cat")))
                        .isRefused("to-one-became-many")
                        .gives("select #cat_id# from #post#", "1"),
                Case.named("unchanged models")
                        .from(schema(CAT, POST))
                        .to(schema(POST, CAT))
                        .isNothing(),
                Case.named("table comment add")
                        .from(schema(POST))
                        .rows("insert into #post#(#id#) values ('1')")
                        .to(schema(comment(POST, "it's; a \\ comment")))
                        .writesNo("create", "drop")
                        .gives("select #id# from #post#", "1"),
                Case.named("table comment change")
                        .from(schema(comment(POST, "a")))
                        .to(schema(comment(POST, "b"))),
                Case.named("table comment remove")
                        .from(schema(comment(POST, "a")))
                        .to(schema(POST)),
                Case.named("reserved and mixed-case names")
                        .from(schema(table("order", id(), varchar("select", 9)), table("Order Line", id())))
                        .rows("insert into #order#(#id#, #select#) values ('1', 'x')")
                        .to(schema(
                                unique(
                                        table("order", id(), varchar("select", 12), varchar("User", 5)),
                                        false,
                                        "select"),
                                table("Order Line", id(), optional("From", Kind.INT))))
                        .gives("select #select#, #User# from #order#", "x, null"),
                Case.named("sequence create")
                        .from(schema(POST))
                        .to(new Schema(List.of(new Sequence("post_seq", 50, 50)), List.of(POST)))
                        .writes("create sequence post_seq"),
                Case.named("sequence alter")
                        .from(new Schema(List.of(new Sequence("post_seq", 1, 1)), List.of(POST)))
                        .to(new Schema(List.of(new Sequence("post_seq", 1, 50)), List.of(POST)))
                        .writes("alter sequence post_seq")
                        .writesNo("restart"),
                Case.named("sequence rename")
                        .from(new Schema(List.of(new Sequence("post_seq", 1, 50)), List.of(POST)))
                        .to(new Schema(List.of(new Sequence("article_seq", 1, 50)), List.of(POST)))
                        .rename("post_seq:article_seq"),
                Case.named("sequence drop")
                        .from(new Schema(List.of(new Sequence("post_seq", 1, 50)), List.of(POST)))
                        .to(schema(POST))
                        .isRefused("drop-sequence"),
                Case.named("sequence drop, allowed")
                        .from(new Schema(List.of(new Sequence("post_seq", 1, 50)), List.of(POST)))
                        .to(schema(POST))
                        .allow("post_seq"));
    }
}
