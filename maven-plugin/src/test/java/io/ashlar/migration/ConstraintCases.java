package io.ashlar.migration;

import static io.ashlar.schema.Schemas.check;
import static io.ashlar.schema.Schemas.id;
import static io.ashlar.schema.Schemas.index;
import static io.ashlar.schema.Schemas.indexNamed;
import static io.ashlar.schema.Schemas.oneOf;
import static io.ashlar.schema.Schemas.optional;
import static io.ashlar.schema.Schemas.relation;
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

/** Unique constraints, indexes and checks. */
final class ConstraintCases {

    private static final Table POST = table("post", id(), varchar("name", 20), varchar("slug", 20));
    private static final String[] TWICE = {
        "insert into #post#(#id#, #name#, #slug#) values ('1', 'george', 'a')",
        "insert into #post#(#id#, #name#, #slug#) values ('2', 'george', 'b')",
        "insert into #post#(#id#, #name#, #slug#) values ('3', null, null)",
        "insert into #post#(#id#, #name#, #slug#) values ('4', null, null)"
    };
    private static final String READ = "select #id#, #name# from #post# order by 1";
    private static final String[] ALL = {"1, george", "2, george", "3, null", "4, null"};

    private ConstraintCases() {}

    static List<Case> all() {
        var status = table("post", id(), varchar("status", 255));
        return List.of(
                Case.named("unique-with-duplicates")
                        .from(schema(POST))
                        .rows(TWICE)
                        .to(schema(unique(POST, false, "name")))
                        .isStopped("duplicate-in-unique 2")
                        .gives(READ, ALL),
                Case.named("unique without duplicates")
                        .from(schema(POST))
                        .rows(TWICE)
                        .to(schema(unique(POST, false, "slug")))
                        .gives(READ, ALL),
                Case.named("unique of two columns")
                        .from(schema(POST))
                        .rows(TWICE)
                        .to(schema(unique(POST, false, "name", "slug")))
                        .gives(READ, ALL),
                Case.named("unique with a new default")
                        .from(schema(POST))
                        .rows(TWICE)
                        .to(schema(unique(
                                table(
                                        "post",
                                        id(),
                                        varchar("name", 20),
                                        varchar("slug", 20),
                                        withDefault(varchar("a", 2), "x")),
                                false,
                                "name",
                                "a")))
                        .isStopped("duplicate-in-unique 2"),
                Case.named("unique of living rows")
                        .from(schema(table("post", id(), varchar("name", 20), optional("deleted_at", Kind.INSTANT))))
                        .to(schema(unique(
                                table("post", id(), varchar("name", 20), optional("deleted_at", Kind.INSTANT)),
                                true,
                                "name"))),
                Case.named("unique dropped")
                        .from(schema(unique(POST, false, "slug")))
                        .rows(TWICE)
                        .to(schema(POST))
                        .gives(READ, ALL),
                Case.named("unique counts all rows instead of living ones")
                        .from(schema(unique(
                                table("post", id(), varchar("name", 20), optional("deleted_at", Kind.INSTANT)),
                                true,
                                "name")))
                        .to(schema(unique(
                                table("post", id(), varchar("name", 20), optional("deleted_at", Kind.INSTANT)),
                                false,
                                "name"))),
                Case.named("unique-dropped-before-its-column")
                        .from(schema(unique(unique(POST, false, "slug"), false, "slug", "name")))
                        .rows(TWICE)
                        .to(schema(table("post", id(), varchar("name", 20))))
                        .allow("post.slug")
                        .gives(READ, ALL),
                Case.named("add-column-then-unique-on-it")
                        .from(schema(POST))
                        .rows(TWICE)
                        .to(schema(unique(
                                table("post", id(), varchar("name", 20), varchar("slug", 20), varchar("code", 9)),
                                false,
                                "code")))
                        .gives(READ, ALL),
                Case.named("index add")
                        .from(schema(POST))
                        .rows(TWICE)
                        .to(schema(index(POST, false, "name", "slug desc")))
                        .gives(READ, ALL),
                Case.named("index rename")
                        .from(schema(indexNamed(POST, "one", "name")))
                        .to(schema(indexNamed(POST, "two", "name")))
                        .writesNo("create index", "drop index"),
                Case.named("index reorder")
                        .from(schema(indexNamed(POST, "one", "name", "slug")))
                        .to(schema(indexNamed(POST, "one", "slug", "name"))),
                Case.named("index dropped")
                        .from(schema(index(POST, false, "name")))
                        .to(schema(POST)),
                Case.named("index of a foreign key replaced by a longer one")
                        .from(schema(
                                relation(POST, "name", "cat"),
                                table("cat", new Column("id", ColumnType.varchar(20), false))))
                        .to(schema(
                                io.ashlar.schema.Schemas.reference(index(POST, false, "name", "slug"), "name", "cat"),
                                table("cat", new Column("id", ColumnType.varchar(20), false)))),
                Case.named("check add")
                        .from(schema(POST))
                        .rows(TWICE)
                        .to(schema(check(POST, "name", new Sql("name <> ''"))))
                        .gives(READ, ALL),
                Case.named("check add that rows break")
                        .from(schema(POST))
                        .rows(TWICE)
                        .to(schema(check(POST, "name", new Sql("name <> 'george'"))))
                        .isStopped("breaks-check 2")
                        .gives(READ, ALL),
                Case.named("check alter")
                        .from(schema(check(POST, "name", new Sql("name <> ''"))))
                        .rows(TWICE)
                        .to(schema(check(POST, "name", new Sql("name <> 'x|y'"))))
                        .gives(READ, ALL),
                Case.named("check drop")
                        .from(schema(check(POST, "name", new Sql("name <> ''"))))
                        .to(schema(POST)),
                Case.named("enum value added")
                        .from(schema(oneOf(status, "status", "A", "B")))
                        .rows("insert into #post#(#id#, #status#) values ('1', 'B')")
                        .to(schema(oneOf(status, "status", "A", "B", "C")))
                        .gives("select #status# from #post#", "B"),
                Case.named("enum value removed, in use")
                        .from(schema(oneOf(status, "status", "A", "B")))
                        .rows("insert into #post#(#id#, #status#) values ('1', 'B')")
                        .to(schema(oneOf(status, "status", "A")))
                        .isStopped("value-no-longer-allowed 1")
                        .gives("select #status# from #post#", "B"),
                Case.named("enum value removed, not in use")
                        .from(schema(oneOf(status, "status", "A", "B")))
                        .rows(
                                "insert into #post#(#id#, #status#) values ('1', 'A')",
                                "insert into #post#(#id#) values ('2')")
                        .to(schema(oneOf(status, "status", "A")))
                        .gives("select #status# from #post# order by #id#", "A", "null"),
                Case.named("enum-to-text, the check goes")
                        .from(schema(oneOf(status, "status", "A", "B")))
                        .rows("insert into #post#(#id#, #status#) values ('1', 'A')")
                        .to(schema(status))
                        .gives("select #status# from #post#", "A"),
                Case.named("text becomes an enum")
                        .from(schema(status))
                        .rows("insert into #post#(#id#, #status#) values ('1', 'Z')")
                        .to(schema(oneOf(status, "status", "A", "B")))
                        .isStopped("breaks-check 1"));
    }
}
