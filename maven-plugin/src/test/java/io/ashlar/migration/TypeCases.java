package io.ashlar.migration;

import static io.ashlar.schema.Schemas.column;
import static io.ashlar.schema.Schemas.comment;
import static io.ashlar.schema.Schemas.id;
import static io.ashlar.schema.Schemas.optional;
import static io.ashlar.schema.Schemas.relation;
import static io.ashlar.schema.Schemas.required;
import static io.ashlar.schema.Schemas.schema;
import static io.ashlar.schema.Schemas.table;
import static io.ashlar.schema.Schemas.varchar;
import static io.ashlar.schema.Schemas.withDefault;

import io.ashlar.schema.Column;
import io.ashlar.schema.ColumnType;
import io.ashlar.schema.ColumnType.Kind;
import io.ashlar.schema.Schema;
import java.util.List;

/** Types that widen, are read anew, or narrow. */
final class TypeCases {

    private TypeCases() {}

    private static Schema of(ColumnType type) {
        return schema(table("post", id(), column("v", type)));
    }

    private static Schema of(Kind kind) {
        return of(ColumnType.of(kind));
    }

    /** One value of one type, as another, and how it reads then. */
    private static Case change(String name, ColumnType before, String value, ColumnType after, String read) {
        return Case.named(name)
                .from(of(before))
                .rows(
                        "insert into #post#(#id#, #v#) values ('1', " + value + ")",
                        "insert into #post#(#id#) values ('2')")
                .to(of(after))
                .gives("select #v# from #post# order by #id#", read, "null");
    }

    private static Case change(String name, Kind before, String value, Kind after, String read) {
        return change(name, ColumnType.of(before), value, ColumnType.of(after), read);
    }

    static List<Case> all() {
        return List.of(
                change("widen", ColumnType.varchar(200), "'abc'", ColumnType.varchar(400), "abc"),
                change("int-to-text", Kind.INT, "47", Kind.TEXT, "47"),
                change("int-to-varchar", ColumnType.of(Kind.INT), "-47", ColumnType.varchar(11), "-47"),
                change("int-to-bigint", Kind.INT, "47", Kind.LONG, "47"),
                change("byte-to-short", Kind.BYTE, "47", Kind.SHORT, "47"),
                change(
                        "long-to-big-integer",
                        Kind.LONG,
                        "9223372036854775807",
                        Kind.BIG_INTEGER,
                        "9223372036854775807"),
                change("int-to-double", Kind.INT, "47", Kind.DOUBLE, "")
                        .gives("select cast(#v# as decimal(5, 2)) from #post# order by #id#", "47.00", "null"),
                change("int-to-decimal", ColumnType.of(Kind.INT), "47", ColumnType.decimal(12, 2), "47.00"),
                change("decimal widens", ColumnType.decimal(5, 2), "123.45", ColumnType.decimal(8, 3), "123.450"),
                change("decimal-to-text", ColumnType.decimal(5, 2), "123.45", ColumnType.varchar(20), "123.45"),
                change("varchar-to-text", ColumnType.varchar(9), "'it''s'", ColumnType.of(Kind.TEXT), "it's"),
                change("char-to-varchar", ColumnType.of(Kind.CHAR), "'x'", ColumnType.varchar(3), "x"),
                change("boolean-to-int", Kind.BOOLEAN, "true", Kind.INT, "1"),
                change("boolean-to-text", ColumnType.of(Kind.BOOLEAN), "true", ColumnType.varchar(5), "true"),
                change(
                        "uuid-to-text",
                        ColumnType.of(Kind.UUID),
                        "'5f0e4d1c-8a6f-4a6e-9d3e-1f2a3b4c5d6e'",
                        ColumnType.varchar(36),
                        "5f0e4d1c-8a6f-4a6e-9d3e-1f2a3b4c5d6e"),
                change("enum-to-text", ColumnType.varchar(255), "'DRAFT'", ColumnType.of(Kind.TEXT), "DRAFT"),
                Case.named("narrow")
                        .from(of(ColumnType.varchar(200)))
                        .to(of(ColumnType.varchar(3)))
                        .isRefused("narrowing-type"),
                change("narrow, allowed, fits", ColumnType.varchar(200), "'abc'", ColumnType.varchar(3), "abc")
                        .allowHarmless("post.v"),
                change(
                                "narrow, allowed, does not fit",
                                ColumnType.varchar(200),
                                "'abcd'",
                                ColumnType.varchar(3),
                                "abcd")
                        .allow("post.v")
                        .isStopped("does-not-fit 1"),
                change("text-to-int", ColumnType.varchar(20), "'-47'", ColumnType.of(Kind.INT), "-47")
                        .allowHarmless("post.v"),
                change("text-to-int, no number", ColumnType.varchar(20), "'x47'", ColumnType.of(Kind.INT), "x47")
                        .allow("post.v")
                        .isStopped("does-not-fit 1"),
                change(
                                "text-to-int, too large",
                                ColumnType.varchar(20),
                                "'2147483648'",
                                ColumnType.of(Kind.INT),
                                "2147483648")
                        .allow("post.v")
                        .isStopped("does-not-fit 1"),
                change("text-to-decimal", ColumnType.varchar(20), "'47.50'", ColumnType.decimal(5, 2), "47.50")
                        .allowHarmless("post.v"),
                change("text-to-boolean", ColumnType.varchar(20), "'false'", ColumnType.of(Kind.BOOLEAN), "")
                        .allowHarmless("post.v")
                        .gives(
                                "select case when #v# then 'yes' when not #v# then 'no' end from #post# order by #id#",
                                "no",
                                "null"),
                change("long-to-int", Kind.LONG, "2147483647", Kind.INT, "2147483647")
                        .allowHarmless("post.v"),
                change("long-to-int, too large", Kind.LONG, "2147483648", Kind.INT, "2147483648")
                        .allow("post.v")
                        .isStopped("does-not-fit 1"),
                change("decimal narrows", ColumnType.decimal(8, 3), "12.500", ColumnType.decimal(4, 1), "12.5")
                        .allowHarmless("post.v"),
                change(
                                "decimal narrows, not exactly",
                                ColumnType.decimal(8, 3),
                                "12.345",
                                ColumnType.decimal(4, 1),
                                "12.345")
                        .allow("post.v")
                        .isStopped("does-not-fit 1"),
                change("double-to-decimal", ColumnType.of(Kind.DOUBLE), "0.1", ColumnType.decimal(10, 2), "0.10")
                        .allow("post.v"),
                Case.named("double-to-decimal is asked for")
                        .from(of(Kind.DOUBLE))
                        .to(of(ColumnType.decimal(10, 2)))
                        .isRefused("rounding-type"),
                change("date-to-date-time", Kind.LOCAL_DATE, "'2026-01-31'", Kind.LOCAL_DATE_TIME, "")
                        .gives("select cast(#v# as date) from #post# order by #id#", "2026-01-31", "null"),
                change("date-time-to-instant", Kind.LOCAL_DATE_TIME, "'2026-01-31 12:00:00'", Kind.INSTANT, "")
                        .allowHarmless("post.v")
                        .gives("select #id# from #post# where #v# is not null", "1"),
                Case.named("no way from a time to a number")
                        .from(of(Kind.LOCAL_TIME))
                        .to(of(Kind.INT))
                        .isRefused("no-conversion"),
                Case.named("no way from json to bytes")
                        .from(of(Kind.JSON))
                        .to(of(Kind.BINARY))
                        .isRefused("no-conversion"),
                Case.named("a key and what points to it become longer")
                        .from(schema(
                                table("author", new Column("id", ColumnType.of(Kind.INT), false)),
                                relation(table("post", id(), optional("author_id", Kind.INT)), "author_id", "author")))
                        .rows(
                                "insert into #author#(#id#) values (7)",
                                "insert into #post#(#id#, #author_id#) values ('1', 7)")
                        .to(schema(
                                table("author", new Column("id", ColumnType.of(Kind.LONG), false)),
                                relation(table("post", id(), optional("author_id", Kind.LONG)), "author_id", "author")))
                        .gives("select #author_id# from #post#", "7"),
                Case.named("a key and what points to it become text")
                        .from(schema(
                                table("author", new Column("id", ColumnType.of(Kind.INT), false)),
                                relation(table("post", id(), optional("author_id", Kind.INT)), "author_id", "author")))
                        .rows(
                                "insert into #author#(#id#) values (7)",
                                "insert into #post#(#id#, #author_id#) values ('1', 7)")
                        .to(schema(
                                table("author", id()),
                                relation(table("post", id(), varchar("author_id", 255)), "author_id", "author")))
                        .gives("select #author_id# from #post#", "7"),
                Case.named("type and default and requirement at once")
                        .from(schema(table("post", id(), withDefault(optional("v", Kind.INT), "1"))))
                        .rows(
                                "insert into #post#(#id#) values ('1')",
                                "insert into #post#(#id#, #v#) values ('2', null)")
                        .to(schema(table(
                                "post", id(), comment(required(withDefault(varchar("v", 20), "none")), "as text"))))
                        .downIsStopped("does-not-fit 1")
                        .gives("select #v# from #post# order by #id#", "1", "none"));
    }
}
