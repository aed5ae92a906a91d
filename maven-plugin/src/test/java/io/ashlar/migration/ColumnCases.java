package io.ashlar.migration;

import static io.ashlar.schema.Schemas.check;
import static io.ashlar.schema.Schemas.comment;
import static io.ashlar.schema.Schemas.id;
import static io.ashlar.schema.Schemas.key;
import static io.ashlar.schema.Schemas.oneOf;
import static io.ashlar.schema.Schemas.optional;
import static io.ashlar.schema.Schemas.relation;
import static io.ashlar.schema.Schemas.required;
import static io.ashlar.schema.Schemas.schema;
import static io.ashlar.schema.Schemas.table;
import static io.ashlar.schema.Schemas.unique;
import static io.ashlar.schema.Schemas.varchar;
import static io.ashlar.schema.Schemas.withDefault;

import io.ashlar.schema.Check.Condition.Sql;
import io.ashlar.schema.Column;
import io.ashlar.schema.ColumnType;
import io.ashlar.schema.ColumnType.Kind;
import io.ashlar.schema.Table;
import java.util.List;

/** Columns that come and go, become required or optional, and get defaults and comments. */
final class ColumnCases {

    private static final Table POST = table("post", id(), varchar("title", 20));
    private static final String[] TWO = {
        "insert into #post#(#id#, #title#) values ('1', 'one')", "insert into #post#(#id#, #title#) values ('2', 'two')"
    };
    private static final Table NUMBERS = table("post", id(), optional("n", Kind.INT));
    private static final String[] NUMBERS_AND_NULL = {
        "insert into #post#(#id#, #n#) values ('1', 12)",
        "insert into #post#(#id#, #n#) values ('2', 22)",
        "insert into #post#(#id#, #n#) values ('3', null)"
    };

    private ColumnCases() {}

    static List<Case> all() {
        return List.of(
                Case.named("add-nullable")
                        .from(schema(POST))
                        .rows(TWO)
                        .to(schema(table("post", id(), varchar("title", 20), varchar("slug", 20))))
                        .gives("select #title#, #slug# from #post# order by 1", "one, null", "two, null"),
                Case.named("add-not-null-default")
                        .from(schema(POST))
                        .rows(TWO)
                        .to(schema(table(
                                "post",
                                id(),
                                varchar("title", 20),
                                required(withDefault(optional("n", Kind.INT), "45")))))
                        .gives("select #n# from #post#", "45", "45"),
                Case.named("add-not-null-no-default")
                        .from(schema(POST))
                        .rows(TWO)
                        .to(schema(table("post", id(), varchar("title", 20), required(optional("n", Kind.INT)))))
                        .isRefused("required-without-default")
                        .gives("select #title# from #post# order by 1", "one", "two"),
                Case.named("drop-column-values")
                        .from(schema(POST))
                        .rows(TWO)
                        .to(schema(table("post", id())))
                        .isRefused("drop-column")
                        .gives("select #title# from #post# order by 1", "one", "two"),
                Case.named("drop-column, allowed")
                        .from(schema(POST))
                        .rows(TWO)
                        .to(schema(table("post", id())))
                        .allow("post.title")
                        .writes("drop column title")
                        .gives("select #id# from #post# order by 1", "1", "2"),
                Case.named("drop-column, its table allowed is not enough")
                        .from(schema(POST))
                        .rows(TWO)
                        .to(schema(table("post", id())))
                        .allow("post")
                        .isRefused("drop-column"),
                Case.named("drop of a required column comes back filled")
                        .from(schema(table("post", id(), required(varchar("title", 20)))))
                        .rows(TWO)
                        .to(schema(table("post", id())))
                        .allow("post.title"),
                Case.named("drop of a required column of an enum comes back filled")
                        .from(schema(oneOf(table("post", id(), required(varchar("title", 20))), "title", "one", "two")))
                        .rows(TWO)
                        .to(schema(table("post", id())))
                        .allow("post.title"),
                Case.named("drop-column of all constraints")
                        .from(schema(
                                relation(
                                        check(
                                                unique(
                                                        table("post", id(), varchar("title", 255), varchar("b", 9)),
                                                        false,
                                                        "title",
                                                        "b"),
                                                "title",
                                                new Sql("title <> ''")),
                                        "title",
                                        "cat"),
                                table("cat", id())))
                        .to(schema(table("post", id(), varchar("b", 9)), table("cat", id())))
                        .allow("post.title"),
                Case.named("two-phase-drop, first call")
                        .from(schema(unique(table("post", id(), required(varchar("title", 20))), false, "title")))
                        .rows(TWO)
                        .to(schema(table("post", id())))
                        .dropLater("post.title")
                        .writesNo("drop column")
                        .then("insert into #post#(#id#) values ('3')")
                        .gives("select #title# from #post# order by #id#", "one", "two", "null"),
                Case.named("not-null-with-null-row")
                        .from(schema(NUMBERS))
                        .rows(NUMBERS_AND_NULL)
                        .to(schema(table("post", id(), required(optional("n", Kind.INT)))))
                        .isStopped("null-in-required 1")
                        .gives("select #n# from #post# order by #id#", "12", "22", "null"),
                Case.named("not-null without null rows")
                        .from(schema(NUMBERS))
                        .rows(NUMBERS_AND_NULL[0], NUMBERS_AND_NULL[1])
                        .to(schema(table("post", id(), required(optional("n", Kind.INT)))))
                        .gives("select #n# from #post# order by #id#", "12", "22"),
                Case.named("not-null-default-fill")
                        .from(schema(NUMBERS))
                        .rows(NUMBERS_AND_NULL)
                        .to(schema(table("post", id(), required(withDefault(optional("n", Kind.INT), "7")))))
                        .writes("update post set n = 7 where n is null")
                        .gives("select #n# from #post# order by #id#", "12", "22", "7"),
                Case.named("not-null-default-fill of a unique column")
                        .from(schema(unique(NUMBERS, false, "n")))
                        .rows(NUMBERS_AND_NULL)
                        .to(schema(unique(
                                table("post", id(), required(withDefault(optional("n", Kind.INT), "7"))), false, "n")))
                        .isStopped("null-in-required 1")
                        .gives("select #n# from #post# order by #id#", "12", "22", "null"),
                Case.named("relax-not-null")
                        .from(schema(table("post", id(), required(varchar("title", 20)))))
                        .rows(TWO)
                        .to(schema(POST))
                        .gives("select #title# from #post# order by 1", "one", "two"),
                Case.named("default-add")
                        .from(schema(POST))
                        .rows("insert into #post#(#id#) values ('1')")
                        .to(schema(table("post", id(), withDefault(varchar("title", 20), "it's \\ x"))))
                        .writesNo("update")
                        .gives("select #title# from #post#", "null"),
                Case.named("default-change")
                        .from(schema(table("post", id(), withDefault(varchar("title", 20), "a"))))
                        .rows("insert into #post#(#id#) values ('1')")
                        .to(schema(table("post", id(), withDefault(varchar("title", 20), "b"))))
                        .gives("select #title# from #post#", "a"),
                Case.named("default-remove")
                        .from(schema(table("post", id(), withDefault(varchar("title", 20), "a"))))
                        .rows("insert into #post#(#id#) values ('1')")
                        .to(schema(POST))
                        .then("insert into #post#(#id#) values ('2')")
                        .gives("select #title# from #post# order by #id#", "a", "null"),
                Case.named("default-remove of a required column")
                        .from(schema(table("post", id(), required(withDefault(varchar("title", 20), "a")))))
                        .rows("insert into #post#(#id#) values ('1')")
                        .to(schema(table("post", id(), required(varchar("title", 20)))))
                        .gives("select #title# from #post#", "a"),
                Case.named("comment add")
                        .from(schema(POST))
                        .rows(TWO)
                        .to(schema(table("post", id(), comment(varchar("title", 20), "what it's called"))))
                        .gives("select #title# from #post# order by 1", "one", "two"),
                Case.named("comment change")
                        .from(schema(table("post", id(), comment(varchar("title", 20), "a"))))
                        .to(schema(table("post", id(), comment(varchar("title", 20), "b")))),
                Case.named("comment remove")
                        .from(schema(table("post", id(), comment(varchar("title", 20), "a"))))
                        .to(schema(POST)),
                Case.named("identity on")
                        .from(schema(table("post", new Column("id", ColumnType.of(Kind.LONG), false))))
                        .rows("insert into #post#(#id#) values (41)")
                        .to(schema(table(
                                "post",
                                new Column("id", ColumnType.of(Kind.LONG), false).withIdentity(true),
                                varchar("t", 3))))
                        .then("insert into #post#(#t#) values ('x')")
                        .gives("select #id# from #post# order by 1", "41", "42"),
                Case.named("identity off")
                        .from(schema(
                                table("post", new Column("id", ColumnType.of(Kind.LONG), false).withIdentity(true))))
                        .rows("insert into #post#(#id#) values (41)")
                        .to(schema(table("post", new Column("id", ColumnType.of(Kind.LONG), false))))
                        .gives("select #id# from #post#", "41"),
                Case.named("a column dropped after the others were added")
                        .from(schema(POST))
                        .rows(TWO)
                        .to(schema(table("post", id(), optional("n", Kind.INT), optional("m", Kind.INT))))
                        .allow("post.title")
                        .writes("add column n")
                        .gives("select #id# from #post# order by 1", "1", "2"),
                Case.named("another order of columns")
                        .from(schema(POST))
                        .to(schema(key(table("post", varchar("title", 20), id()), "id")))
                        .isNothing());
    }
}
