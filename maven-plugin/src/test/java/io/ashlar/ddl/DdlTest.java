package io.ashlar.ddl;

import static io.ashlar.schema.Schemas.comment;
import static io.ashlar.schema.Schemas.id;
import static io.ashlar.schema.Schemas.index;
import static io.ashlar.schema.Schemas.oneOf;
import static io.ashlar.schema.Schemas.optional;
import static io.ashlar.schema.Schemas.reference;
import static io.ashlar.schema.Schemas.required;
import static io.ashlar.schema.Schemas.table;
import static io.ashlar.schema.Schemas.unique;
import static io.ashlar.schema.Schemas.varchar;
import static io.ashlar.schema.Schemas.withDefault;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabase;
import io.ashlar.databases.TestDatabases;
import io.ashlar.diff.SchemaDiff;
import io.ashlar.schema.Check.Condition.Sql;
import io.ashlar.schema.Column;
import io.ashlar.schema.ColumnType;
import io.ashlar.schema.ColumnType.Kind;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Schemas;
import io.ashlar.schema.Sequence;
import io.ashlar.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The SQL is compared to files that a human has read, and then run on the real database. */
class DdlTest {

    private static final Path EXPECTED = Path.of("src/test/resources/ddl");

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void createsEverythingFromNothing(Dialect dialect) throws Exception {
        var sql = Ddl.of(dialect).script(SchemaDiff.between(Schema.EMPTY, first()));

        compare(sql, dialect.id() + "-create.sql");
        run(TestDatabases.fresh(dialect.id()), sql);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void upgradesTablesThatHoldRows(Dialect dialect) throws Exception {
        var ddl = Ddl.of(dialect);
        var quote = dialect == Dialect.MARIADB ? "`" : "\"";
        var database = TestDatabases.fresh(dialect.id());
        run(database, ddl.script(SchemaDiff.between(Schema.EMPTY, first())));
        run(database, "insert into #order#(#id#, #user#, #status#) values ('1', 'ann', 'DRAFT');".replace("#", quote));

        var sql = ddl.script(SchemaDiff.between(first(), second()));

        compare(sql, dialect.id() + "-upgrade.sql");
        run(database, sql);
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select #user#, #views#, #note# from #order#".replace("#", quote))) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("ann");
            assertThat(rows.getInt(2)).isEqualTo(45);
            assertThat(rows.getString(3)).isNull();
            assertThat(rows.next()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void knowsEveryTypeAndItsDefault(Dialect dialect) throws Exception {
        var columns = new ArrayList<Column>();
        columns.add(id());
        for (Kind kind : Kind.values()) {
            var column = kind == Kind.VARCHAR ? varchar("c_varchar", 20) : optional("c_" + kind, kind);
            columns.add(column);
            var value = defaultOf(kind);
            if (value != null) {
                columns.add(withDefault(new Column("d_" + kind, column.type(), false), value));
            }
        }
        columns.add(new Column("c_decimal_given", ColumnType.decimal(10, 2), true, "1.50", false, null));

        var sql = Ddl.of(dialect)
                .script(SchemaDiff.between(
                        Schema.EMPTY, Schemas.schema(table("all_types", columns.toArray(Column[]::new)))));

        compare(sql, dialect.id() + "-types.sql");
        var database = TestDatabases.fresh(dialect.id());
        run(database, sql);
        run(
                database,
                "insert into #all_types#(#id#) values ('1');".replace("#", dialect == Dialect.MARIADB ? "`" : "\""));
    }

    private static @Nullable String defaultOf(Kind kind) {
        return switch (kind) {
            case BOOLEAN -> "true";
            case BYTE, SHORT, INT, LONG, BIG_INTEGER -> "7";
            case FLOAT, DOUBLE, DECIMAL -> "1.5";
            case DURATION -> "90.5";
            case CHAR -> "x";
            case VARCHAR -> "it's a \\ ";
            case UUID -> "00000000-0000-0000-0000-000000000001";
            case INSTANT -> "2026-01-02T03:04:05Z";
            case LOCAL_DATE -> "2026-01-02";
            case LOCAL_TIME -> "03:04:05";
            case LOCAL_DATE_TIME -> "2026-01-02T03:04:05";
            case JSON -> "{\"a\": [1, 2]}";
            case TEXT -> "long";
            case BINARY -> null;
        };
    }

    private static Schema first() {
        return new Schema(
                List.of(new Sequence("order_seq", 1, 50)),
                List.of(
                        order(),
                        customer(),
                        Schemas.table("log", new Column("id", ColumnType.of(Kind.LONG), false, null, true, null))));
    }

    private static Table customer() {
        return unique(
                table(
                        "customer",
                        id(),
                        required(varchar("email", 200)),
                        varchar("order_id", 255),
                        optional("deleted_at", Kind.INSTANT)),
                true,
                "email");
    }

    private static Table order() {
        var table = table(
                "order",
                id(),
                comment(required(varchar("user", 80)), "who; it's quoted"),
                required(withDefault(varchar("status", 255), "DRAFT")),
                optional("total", Kind.INT),
                optional("deleted_at", Kind.INSTANT));
        table = oneOf(table, "status", "DRAFT", "PAID");
        table = Schemas.check(table, "total", new Sql("total >= 0 and 'total' <> ''"));
        table = index(table, true, "user", "total desc");
        return comment(table, "what was ordered");
    }

    private static Schema second() {
        var base = order();
        var columns = new ArrayList<>(base.columns());
        columns.add(required(withDefault(optional("views", Kind.INT), "45")));
        columns.add(comment(varchar("note", 80), "free"));
        columns.add(varchar("customer_id", 255));
        var order = new Table(
                "order",
                columns,
                base.primaryKey(),
                base.uniques(),
                base.indexes(),
                List.of(),
                base.foreignKeys(),
                base.comment());
        order = oneOf(order, "status", "DRAFT", "PAID", "SENT");
        order = Schemas.check(order, "total", new Sql("total >= 0 and 'total' <> ''"));
        order = Schemas.check(order, "note", new Sql("note <> ''"));
        order = unique(order, true, "note");
        order = reference(index(order, false, "customer_id"), "customer_id", "customer");
        var item =
                reference(index(table("item", id(), varchar("order_id", 255)), false, "order_id"), "order_id", "order");
        return new Schema(
                first().sequences(),
                List.of(order, customer(), item, first().table("log").orElseThrow()));
    }

    static void compare(String sql, String file) throws IOException {
        var path = EXPECTED.resolve(file);
        if (Boolean.getBoolean("ashlar.accept")) {
            Files.createDirectories(EXPECTED);
            Files.writeString(path, sql);
        }
        assertThat(sql).isEqualTo(Files.readString(path));
    }

    static void run(TestDatabase database, String sql) throws SQLException {
        Scripts.run(database, sql);
    }
}
