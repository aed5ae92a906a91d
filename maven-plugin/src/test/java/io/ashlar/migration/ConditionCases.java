package io.ashlar.migration;

import static io.ashlar.schema.Schemas.check;
import static io.ashlar.schema.Schemas.column;
import static io.ashlar.schema.Schemas.id;
import static io.ashlar.schema.Schemas.index;
import static io.ashlar.schema.Schemas.optional;
import static io.ashlar.schema.Schemas.relation;
import static io.ashlar.schema.Schemas.required;
import static io.ashlar.schema.Schemas.schema;
import static io.ashlar.schema.Schemas.table;
import static io.ashlar.schema.Schemas.unique;
import static io.ashlar.schema.Schemas.varchar;

import io.ashlar.schema.Check.Condition.Sql;
import io.ashlar.schema.Column;
import io.ashlar.schema.ColumnType;
import io.ashlar.schema.ColumnType.Kind;
import io.ashlar.schema.Expression;
import io.ashlar.schema.Index;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Sequence;
import io.ashlar.schema.Table;
import io.ashlar.schema.Unique;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the database computes, constraints and indexes of some rows only, and types that are easily taken for others. */
final class ConditionCases {

    private static final Column N = optional("n", Kind.INT);
    private static final Table ITEM = table("item", id(), N);
    private static final String[] ROWS = {
        "insert into #item#(#id#, #n#) values ('1', 5)",
        "insert into #item#(#id#, #n#) values ('2', 5)",
        "insert into #item#(#id#, #n#) values ('3', null)"
    };
    private static final String READ = "select #id#, #n# from #item# order by 1";
    private static final String[] ALL = {"1, 5", "2, 5", "3, null"};
    private static final String UUID = "5f0e4d1c-8a6f-4a6e-9d3e-1f2a3b4c5d6e";

    private ConditionCases() {}

    private static Column total(String sql) {
        return optional("total", Kind.LONG).withComputed(new Expression(sql, List.of("n")));
    }

    private static Table indexed(Table table, @Nullable String where) {
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.uniques(),
                List.of(new Index("by_n", List.of(new Index.Part("n", false)), false, on(where), false)),
                table.checks(),
                table.foreignKeys(),
                table.comment());
    }

    private static Table distinct(Table table, @Nullable String where) {
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                List.of(new Unique("one_n", List.of("n"), false, on(where))),
                table.indexes(),
                table.checks(),
                table.foreignKeys(),
                table.comment());
    }

    private static @Nullable Expression on(@Nullable String where) {
        return where == null ? null : new Expression(where, List.of(where.split(" ", 2)[0]));
    }

    static List<Case> all() {
        var computed = table("item", id(), N, total("n * 2"));
        var named = table("item", id(), N, varchar("name", 20));
        var twoComputed = table(
                "item",
                id(),
                N,
                total("n * 2"),
                optional("less", Kind.LONG).withComputed(new Expression("n - 1", List.of("n"))));
        return List.of(
                Case.named("computed column add")
                        .from(schema(ITEM))
                        .rows(ROWS)
                        .to(schema(computed))
                        .gives("select #id#, #total# from #item# order by 1", "1, 10", "2, 10", "3, null"),
                Case.named("computed column computed otherwise")
                        .from(schema(computed))
                        .rows(ROWS)
                        .to(schema(table("item", id(), N, total("n * 3"))))
                        .gives("select #id#, #total# from #item# order by 1", "1, 15", "2, 15", "3, null"),
                Case.named("computed column becomes a plain one")
                        .from(schema(computed))
                        .rows(ROWS)
                        .to(schema(table("item", id(), N, optional("total", Kind.LONG))))
                        .isRefused("drop-column")
                        .gives("select #id#, #total# from #item# order by 1", "1, 10", "2, 10", "3, null"),
                Case.named("computed columns go before what they are computed from")
                        .from(schema(twoComputed))
                        .rows(ROWS)
                        .to(schema(table("item", id())))
                        .allow("item.n,item.total,item.less")
                        .gives("select #id# from #item# order by 1", "1", "2", "3"),
                Case.named("what a computed column is computed from is renamed")
                        .from(schema(computed))
                        .rows(ROWS)
                        .to(schema(table(
                                "item",
                                id(),
                                optional("m", Kind.INT),
                                optional("total", Kind.LONG).withComputed(new Expression("m * 2", List.of("m"))))))
                        .rename("item.n:item.m")
                        .gives("select #m#, #total# from #item# order by #id#", "5, 10", "5, 10", "null, null"),
                Case.named("unique on a new computed column that rows share")
                        .from(schema(ITEM))
                        .rows(ROWS)
                        .to(schema(unique(computed, false, "total")))
                        .isStopped("duplicate-in-unique 2")
                        .gives(READ, ALL),
                Case.named("check of a new computed column that rows break")
                        .from(schema(ITEM))
                        .rows(ROWS)
                        .to(schema(check(computed, "total", new Sql("total < 10"))))
                        .isStopped("breaks-check 2")
                        .gives(READ, ALL),
                Case.named("index where changed")
                        .from(schema(indexed(ITEM, "n > 1")))
                        .rows(ROWS)
                        .to(schema(indexed(ITEM, "n > 2")))
                        .writesNo("drop column")
                        .gives(READ, ALL),
                Case.named("index where removed")
                        .from(schema(indexed(ITEM, "n > 1")))
                        .rows(ROWS)
                        .to(schema(indexed(ITEM, null)))
                        .gives(READ, ALL),
                Case.named("unique where changed, rows share a value that now counts")
                        .from(schema(distinct(ITEM, "n > 9")))
                        .rows(ROWS)
                        .to(schema(distinct(ITEM, "n > 1")))
                        .isStopped("duplicate-in-unique 2")
                        .gives(READ, ALL),
                Case.named("unique where changed")
                        .from(schema(distinct(ITEM, "n > 8")))
                        .rows(ROWS)
                        .to(schema(distinct(ITEM, "n > 9")))
                        .gives(READ, ALL),
                Case.named("two-phase-drop of a column that conditions name")
                        .from(schema(distinct(indexed(named, "name <> 'x'"), "name <> 'x'")))
                        .rows(
                                "insert into #item#(#id#, #n#, #name#) values ('1', 5, 'a')",
                                "insert into #item#(#id#, #n#, #name#) values ('2', 5, 'x')")
                        .to(schema(ITEM))
                        .dropLater("item.name")
                        .writesNo("drop column name")
                        .then("insert into #item#(#id#, #n#) values ('3', 5)")
                        .gives("select #name# from #item# order by #id#", "a", "x", "null"),
                Case.named("sequence created again")
                        .from(new Schema(List.of(new Sequence("item_seq", 1, 50)), List.of(ITEM)))
                        .rows(ROWS)
                        .to(new Schema(List.of(new Sequence("item_seq", 1, 50)), List.of(ITEM, table("bid", id()))))
                        .writesNo("create sequence")
                        .gives(READ, ALL),
                Case.named("a large object is no varchar")
                        .from(schema(table("item", id(), column("v", ColumnType.of(Kind.TEXT)))))
                        .rows("insert into #item#(#id#, #v#) values ('1', repeat('x', 20000))")
                        .to(schema(table("item", id(), column("v", ColumnType.of(Kind.TEXT)), N)))
                        .gives("select length(#v#) from #item#", "20000"),
                Case.named("a large object becomes a varchar it does not fit")
                        .from(schema(table("item", id(), column("v", ColumnType.of(Kind.TEXT)))))
                        .rows("insert into #item#(#id#, #v#) values ('1', repeat('x', 20000))")
                        .to(schema(table("item", id(), varchar("v", 255))))
                        .allow("item.v")
                        .isStopped("does-not-fit 1")
                        .gives("select length(#v#) from #item#", "20000"),
                Case.named("UUID is no binary")
                        .from(schema(table("item", id(), optional("u", Kind.UUID))))
                        .rows("insert into #item#(#id#, #u#) values ('1', '" + UUID + "')")
                        .to(schema(index(table("item", id(), optional("u", Kind.UUID)), false, "u")))
                        .gives("select #u# from #item#", UUID),
                Case.named("UUID to binary")
                        .from(schema(table("item", id(), optional("u", Kind.UUID))))
                        .rows("insert into #item#(#id#, #u#) values ('1', '" + UUID + "')")
                        .to(schema(table("item", id(), optional("u", Kind.BINARY))))
                        .isRefused("no-conversion")
                        .gives("select #u# from #item#", UUID),
                Case.named("UUID keys and what points to them")
                        .from(schema(
                                table("owner", required(optional("id", Kind.UUID))),
                                table("item", id(), optional("owner_id", Kind.UUID))))
                        .rows(
                                "insert into #owner#(#id#) values ('" + UUID + "')",
                                "insert into #item#(#id#, #owner_id#) values ('1', '" + UUID + "')")
                        .to(schema(
                                table("owner", required(optional("id", Kind.UUID))),
                                relation(table("item", id(), optional("owner_id", Kind.UUID)), "owner_id", "owner")))
                        .gives("select #owner_id# from #item#", UUID),
                Case.named("numeric is decimal")
                        .from(schema(table("item", id(), column("d", ColumnType.decimal(10, 2)))))
                        .rows("insert into #item#(#id#, #d#) values ('1', 12.5)")
                        .to(schema(index(table("item", id(), column("d", ColumnType.decimal(10, 2))), false, "d")))
                        .gives("select #d# from #item#", "12.50"),
                Case.named("Instant stays one")
                        .from(schema(table("item", id(), optional("at", Kind.INSTANT))))
                        .rows("insert into #item#(#id#, #at#) values ('1', '2026-01-31 12:00:00')")
                        .to(schema(index(table("item", id(), optional("at", Kind.INSTANT)), false, "at")))
                        .gives("select count(*) from #item# where #at# is not null", "1"));
    }
}
