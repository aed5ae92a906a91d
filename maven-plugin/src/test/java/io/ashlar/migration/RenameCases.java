package io.ashlar.migration;

import static io.ashlar.schema.Schemas.check;
import static io.ashlar.schema.Schemas.column;
import static io.ashlar.schema.Schemas.id;
import static io.ashlar.schema.Schemas.index;
import static io.ashlar.schema.Schemas.key;
import static io.ashlar.schema.Schemas.oneOf;
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
import io.ashlar.schema.Table;
import java.util.List;

/** Names that change, as declared or not. */
final class RenameCases {

    private static final Table POST = table("post", id(), varchar("name", 20));
    private static final String ROW = "insert into #post#(#id#, #name#) values ('1', 'Ann')";
    private static final Table AUTHOR = table("author", id());

    private RenameCases() {}

    private static Table loaded(String table, String column, String reference) {
        var columns =
                table(table, id(), varchar(column, 255), withDefault(varchar("kind", 9), "A"), varchar(reference, 255));
        return relation(
                oneOf(
                        check(
                                unique(index(columns, false, "kind", column), false, column),
                                column,
                                new Sql(column + " <> ''")),
                        "kind",
                        "A",
                        "B"),
                reference,
                "author");
    }

    static List<Case> all() {
        return List.of(
                Case.named("rename-column, declared")
                        .from(schema(POST))
                        .rows(ROW)
                        .to(schema(table("post", id(), varchar("full_name", 20))))
                        .renamedFrom("post.full_name", "nobody", "name")
                        .writes("name to full_name")
                        .gives("select #full_name# from #post#", "Ann"),
                Case.named("rename-column, typed")
                        .from(schema(POST))
                        .rows(ROW)
                        .to(schema(table("post", id(), varchar("full_name", 20))))
                        .rename("post.name:post.full_name")
                        .gives("select #full_name# from #post#", "Ann"),
                Case.named("rename, undeclared")
                        .from(schema(POST))
                        .rows(ROW)
                        .to(schema(table("post", id(), varchar("full_name", 20))))
                        .isRefused("rename-or-drop")
                        .gives("select #name# from #post#", "Ann"),
                Case.named("rename of a table, undeclared")
                        .from(schema(POST))
                        .rows(ROW)
                        .to(schema(table("article", id(), varchar("name", 20))))
                        .isRefused("rename-or-drop")
                        .gives("select #name# from #post#", "Ann"),
                Case.named("unrelated drop and add, same type")
                        .from(schema(POST))
                        .rows(ROW)
                        .to(schema(table("post", id(), varchar("subtitle", 20))))
                        .allow("post.name")
                        .gives("select #subtitle# from #post#", "null"),
                Case.named("a declaration that is history")
                        .from(schema(table("post", id(), varchar("full_name", 20))))
                        .to(schema(table("post", id(), varchar("full_name", 20))))
                        .renamedFrom("post.full_name", "name")
                        .isNothing(),
                Case.named("a name that is used anew")
                        .from(schema(POST))
                        .rows(ROW)
                        .to(schema(table("post", id(), varchar("full_name", 20), varchar("name", 20))))
                        .renamedFrom("post.full_name", "name")
                        .gives("select #full_name#, #name# from #post#", "Ann, null"),
                Case.named("a declaration is history though its old name is used anew")
                        .from(schema(table("post", id(), varchar("full_name", 20))))
                        .rows("insert into #post#(#id#, #full_name#) values ('1', 'Ann')")
                        .to(schema(table("post", id(), varchar("full_name", 20), varchar("name", 20))))
                        .renamedFrom("post.full_name", "name")
                        .gives("select #full_name#, #name# from #post#", "Ann, null"),
                Case.named("rename-table-with-key")
                        .from(schema(loaded("post", "name", "author_id"), AUTHOR))
                        .rows(
                                "insert into #author#(#id#) values ('a')",
                                "insert into #post#(#id#, #name#, #author_id#) values ('1', 'Ann', 'a')")
                        .to(schema(loaded("article", "name", "author_id"), AUTHOR))
                        .renamedFrom("article", "Post", "post")
                        .gives("select #name#, #kind#, #author_id# from #article#", "Ann, A, a"),
                Case.named("rename of a column with all constraints")
                        .from(schema(loaded("post", "name", "author_id"), AUTHOR))
                        .rows(
                                "insert into #author#(#id#) values ('a')",
                                "insert into #post#(#id#, #name#, #author_id#) values ('1', 'Ann', 'a')")
                        .to(schema(loaded("post", "full_name", "writer_id"), AUTHOR))
                        .rename("post.name:post.full_name,post.author_id:post.writer_id")
                        .gives("select #full_name#, #kind#, #writer_id# from #post#", "Ann, A, a"),
                Case.named("rename-referenced-key")
                        .from(schema(loaded("post", "name", "author_id"), AUTHOR))
                        .rows(
                                "insert into #author#(#id#) values ('a')",
                                "insert into #post#(#id#, #name#, #author_id#) values ('1', 'Ann', 'a')")
                        .to(schema(
                                withTarget(loaded("post", "name", "author_id"), "code"),
                                table("author", new Column("code", ColumnType.varchar(255), false))))
                        .rename("author.id:author.code")
                        .gives(
                                "select #p#.#author_id# from #post# #p# join #author# #a# on #a#.#code# = #p#.#author_id#",
                                "a"),
                Case.named("rename-join-table")
                        .from(schema(POST, AUTHOR, join("post_author", "post_id", "author_id")))
                        .rows(
                                ROW,
                                "insert into #author#(#id#) values ('a')",
                                "insert into #post_author#(#post_id#, #author_id#) values ('1', 'a')")
                        .to(schema(POST, AUTHOR, join("post_writers", "post_id", "writers_id")))
                        .rename("post_author:post_writers,post_writers.author_id:post_writers.writers_id")
                        .gives("select #post_id#, #writers_id# from #post_writers#", "1, a"),
                Case.named("rename of a table and its column, and more")
                        .from(schema(POST))
                        .rows(ROW)
                        .to(schema(table(
                                "article",
                                id(),
                                required(withDefault(varchar("full_name", 40), "x")),
                                varchar("slug", 9))))
                        .rename("post:article,post.name:article.full_name")
                        .gives("select #full_name#, #slug# from #article#", "Ann, null"),
                Case.named("rename of a column that becomes required asks under the old name")
                        .from(schema(POST))
                        .rows("insert into #post#(#id#) values ('1')")
                        .to(schema(table("article", id(), required(varchar("full_name", 20)))))
                        .rename("post:article,article.name:article.full_name")
                        .isStopped("null-in-required 1"),
                Case.named("names that differ in case only")
                        .from(schema(POST))
                        .rows(ROW)
                        .to(schema(table("post", id(), varchar("Name", 20))))
                        .isRefused("rename-or-drop"));
    }

    private static Table withTarget(Table table, String column) {
        var keys = table.foreignKeys().stream()
                .map(key -> new io.ashlar.schema.ForeignKey(
                        key.name(), key.columns(), key.targetTable(), List.of(column), key.onDelete()))
                .toList();
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.uniques(),
                table.indexes(),
                table.checks(),
                keys,
                table.comment());
    }

    private static Table join(String name, String one, String other) {
        return relation(
                relation(
                        key(table(name, required(varchar(one, 255)), required(varchar(other, 255))), one, other),
                        one,
                        "post"),
                other,
                "author");
    }
}
