package io.ashlar.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabases;
import io.ashlar.diff.RiskCheck;
import io.ashlar.diff.SchemaDiff;
import io.ashlar.schema.ColumnType;
import io.ashlar.schema.ColumnType.Kind;
import io.ashlar.schema.Origins;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Schemas;
import io.ashlar.schema.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever grows from whatever: from zero and as an upgrade the database has the same tables. More rounds with {@code
 * -Dashlar.random.rounds=1000}.
 */
class RandomSchemasTest {

    private static final int ROUNDS = Integer.getInteger("ashlar.random.rounds", 8);

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void anUpgradeEndsWhereANewDatabaseBegins(Dialect dialect) throws Exception {
        var ddl = Ddl.of(dialect);
        for (int seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            var small = random(random, 1 + random.nextInt(4));
            var large = grown(small, random);
            var changes = SchemaDiff.between(small, large);
            assertThat(RiskCheck.of(changes, new Origins(Map.of()), large).losses())
                    .isEmpty();

            var upgraded = TestDatabases.fresh(dialect.id());
            DdlTest.run(upgraded, ddl.script(SchemaDiff.between(Schema.EMPTY, small)));
            DdlTest.run(upgraded, ddl.script(changes));
            var fresh = TestDatabases.fresh(dialect.id());
            DdlTest.run(fresh, ddl.script(SchemaDiff.between(Schema.EMPTY, large)));

            assertThat(columns(upgraded)).as("seed %d", seed).isEqualTo(columns(fresh));
            assertThat(SchemaDiff.between(large, large)).isEmpty();
        }
    }

    @Test
    void aThousandTablesTakeNoTime() {
        var random = new Random(1);
        var tables = new ArrayList<Table>();
        for (int i = 0; i < 1000; i++) {
            tables.add(random("table_" + i, random, 20));
        }
        var schema = Schemas.schema(tables.toArray(Table[]::new));
        var start = Instant.now();

        var script = Ddl.of(Dialect.POSTGRESQL).script(SchemaDiff.between(Schema.EMPTY, schema));
        var nothing = SchemaDiff.between(schema, schema);

        assertThat(script).hasLineCount((int) script.lines().count());
        assertThat(nothing).isEmpty();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    private static Schema random(Random random, int size) {
        var tables = new ArrayList<Table>();
        for (int i = 0; i < size; i++) {
            var table = random("order " + i, random, random.nextInt(5));
            if (i > 0 && random.nextBoolean()) {
                table = withReference(table, "order " + random.nextInt(i + 1), "ref");
            }
            tables.add(table);
        }
        return Schemas.schema(tables.toArray(Table[]::new));
    }

    private static Table random(String name, Random random, int size) {
        var columns = new ArrayList<>(List.of(Schemas.id()));
        for (int i = 0; i < size; i++) {
            var kinds = List.of(Kind.values());
            var kind = kinds.get(random.nextInt(kinds.size()));
            var type = kind == Kind.VARCHAR ? ColumnType.varchar(1 + random.nextInt(200)) : ColumnType.of(kind);
            var column = new io.ashlar.schema.Column("group " + i, type, random.nextBoolean());
            columns.add(column);
        }
        return Schemas.table(name, columns.toArray(io.ashlar.schema.Column[]::new));
    }

    private static Schema grown(Schema small, Random random) {
        var tables = new ArrayList<Table>();
        for (Table table : small.tables()) {
            var columns = new ArrayList<>(table.columns());
            if (random.nextBoolean()) {
                columns.add(1, Schemas.withDefault(Schemas.required(Schemas.optional("views", Kind.INT)), "0"));
            }
            if (random.nextBoolean()) {
                columns.add(Schemas.varchar("select", 20));
            }
            var grown = new Table(
                    table.name(),
                    columns,
                    table.primaryKey(),
                    table.uniques(),
                    table.indexes(),
                    table.checks(),
                    table.foreignKeys(),
                    table.comment());
            if (grown.column("select").isPresent()) {
                grown = Schemas.unique(Schemas.oneOf(grown, "select", "A", "it's"), false, "select");
            }
            tables.add(random.nextBoolean() ? withReference(grown, "new", "new_id") : grown);
        }
        tables.add(Schemas.table("new", Schemas.id(), Schemas.varchar("from", 9)));
        return Schemas.schema(tables.toArray(Table[]::new));
    }

    private static Table withReference(Table table, String target, String column) {
        var columns = new ArrayList<>(table.columns());
        columns.add(Schemas.varchar(column, 255));
        var wider = new Table(
                table.name(),
                columns,
                table.primaryKey(),
                table.uniques(),
                table.indexes(),
                table.checks(),
                table.foreignKeys(),
                table.comment());
        return Schemas.reference(Schemas.index(wider, false, column), column, target);
    }

    private static Map<String, Object> columns(io.ashlar.databases.TestDatabase database) throws Exception {
        var found = new TreeMap<String, Object>();
        try (var connection = database.connect()) {
            var metadata = connection.getMetaData();
            try (var rows = metadata.getColumns(connection.getCatalog(), connection.getSchema(), null, null)) {
                while (rows.next()) {
                    found.put(
                            rows.getString("TABLE_NAME") + "." + rows.getString("COLUMN_NAME"),
                            rows.getString("TYPE_NAME")
                                    + rows.getInt("COLUMN_SIZE")
                                    + rows.getString("IS_NULLABLE")
                                    + rows.getString("COLUMN_DEF"));
                }
            }
            var indexes = new HashMap<String, TreeSet<String>>();
            for (String table : found.keySet().stream()
                    .map(key -> key.split("\\.", 2)[0])
                    .distinct()
                    .toList()) {
                try (var rows =
                        metadata.getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, true)) {
                    while (rows.next()) {
                        indexes.computeIfAbsent(table, key -> new TreeSet<>())
                                .add(rows.getString("COLUMN_NAME") + rows.getBoolean("NON_UNIQUE"));
                    }
                }
            }
            indexes.forEach((table, names) -> found.put(table, names));
        }
        return found;
    }
}
