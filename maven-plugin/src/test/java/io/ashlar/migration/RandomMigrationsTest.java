package io.ashlar.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ashlar.database.Dialect;
import io.ashlar.migration.RandomModel.Col;
import io.ashlar.migration.RandomModel.Tab;
import io.ashlar.schema.ColumnType.Kind;
import io.ashlar.schema.FormerNames;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Any models with any rows become any others: no row and no value is lost that was not given up, the database looks as if
 * it had always been so, a second diff finds nothing, and down and up again is as before.
 *
 * <p>More with {@code -Dashlar.random.migrations=5000}; one again with {@code -Dashlar.random.seed=17
 * -Dashlar.dialect=h2}.
 */
class RandomMigrationsTest {

    private static final int ROWS = 3;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"H2, 300", "POSTGRESQL, 6", "MARIADB, 6"})
    void losesNothing(Dialect dialect, int rounds) throws Exception {
        assumeTrue(dialect.id().startsWith(System.getProperty("ashlar.dialect", "")));
        int last = Integer.getInteger("ashlar.random.migrations", rounds);
        int only = Integer.getInteger("ashlar.random.seed", -1);
        for (int seed = Math.max(only, 0); seed < (only < 0 ? last : only + 1); seed++) {
            try {
                migrate(dialect, new Random(seed), folder.resolve("seed" + seed));
            } catch (Exception | AssertionError e) {
                throw new AssertionError("seed " + seed + " on " + dialect + ": " + e.getMessage(), e);
            }
        }
    }

    private static void migrate(Dialect dialect, Random random, Path folder) throws Exception {
        var model = new RandomModel(random);
        var before = model.schema();
        var upgrade = new Upgrade(folder, dialect);
        upgrade.run(
                upgrade.generate(before, FormerNames.NONE, GenerateOptions.NONE).get(0));
        insert(model, random, upgrade);
        var rows = read(before, upgrade);
        int edits = 1 + random.nextInt(6);
        for (int i = 0; i < edits; i++) {
            model.edit();
        }
        var after = model.schema();
        var options = GenerateOptions.parse(null, renames(model), givenUp(before, model), null);

        var files = upgrade.generate(after, FormerNames.NONE, options);

        if (files.isEmpty()) {
            assertThat(after.tables()).hasSameSizeAs(before.tables());
            return;
        }
        assertThat(upgrade.objections(files.get(0))).isEmpty();
        var looked = upgrade.introspect();
        upgrade.run(files.get(0));
        upgrade.assertLooksLike(after);
        assertKept(model, rows, upgrade);
        assertThat(upgrade.generate(after, FormerNames.NONE, options)).isEmpty();
        if (upgrade.objections(files.get(1)).isEmpty()) {
            upgrade.run(files.get(1));
            assertThat(upgrade.introspect()).as("down").isEqualTo(looked);
            upgrade.run(files.get(0));
            upgrade.assertLooksLike(after);
            if (!Upgrade.isLossy(files.get(1))) {
                assertKept(model, rows, upgrade);
            }
        }
        upgrade.close();
    }

    static void insert(RandomModel model, Random random, Upgrade upgrade) throws Exception {
        for (Tab table : model.tables) {
            for (int row = 0; row < ROWS; row++) {
                var names = new ArrayList<>(List.of("#id#"));
                var values = new ArrayList<>(List.of("'r" + row + "'"));
                for (Col col : table.columns) {
                    names.add("#" + col.column.name() + "#");
                    values.add(col.column.nullable() && random.nextInt(4) == 0 ? "null" : value(col, row));
                }
                upgrade.execute("insert into #" + table.name + "#(" + String.join(", ", names) + ") values ("
                        + String.join(", ", values) + ")");
            }
        }
    }

    private static String value(Col col, int row) {
        if (col.target != null) {
            return "'r" + row + "'";
        }
        if (col.oneOf) {
            return row == 0 ? "'it''s'" : "'A'";
        }
        return switch (col.column.type().kind()) {
            case INT -> Integer.toString(row * 1000 - 7);
            case BOOLEAN -> row == 1 ? "true" : "false";
            default -> "'text " + row + "'";
        };
    }

    /** Returns the values of each column in the order of ids. */
    private static Map<String, List<String>> read(Schema schema, Upgrade upgrade) throws Exception {
        var values = new TreeMap<String, List<String>>();
        for (Table table : schema.tables()) {
            for (var column : table.columns()) {
                values.put(
                        table.name() + "." + column.name(),
                        column(
                                upgrade,
                                table.name(),
                                column.name(),
                                column.type().kind()));
            }
        }
        return values;
    }

    private static List<String> column(Upgrade upgrade, String table, String column, Kind kind) throws Exception {
        String read = kind == Kind.BOOLEAN
                ? "case when #" + column + "# then 'true' when not #" + column + "# then 'false' end"
                : "#" + column + "#";
        return upgrade.rows("select " + read + " from #" + table + "# order by #id#");
    }

    private static void assertKept(RandomModel model, Map<String, List<String>> rows, Upgrade upgrade)
            throws Exception {
        for (Tab table : model.tables) {
            for (Col col : table.columns) {
                if (table.origin != null && col.origin != null) {
                    var expected = rows.getOrDefault(table.origin + "." + col.origin, List.of()).stream()
                            .map(value -> value.equals("null") && col.fill != null ? col.fill : value)
                            .toList();
                    assertThat(column(
                                    upgrade,
                                    table.name,
                                    col.column.name(),
                                    col.column.type().kind()))
                            .as("%s.%s", table.name, col.column.name())
                            .isEqualTo(expected);
                }
            }
        }
    }

    static String renames(RandomModel model) {
        var renames = new ArrayList<String>();
        for (Tab table : model.tables) {
            if (table.origin != null && !table.origin.equals(table.name)) {
                renames.add(table.origin + ":" + table.name);
            }
            for (Col col : table.columns) {
                if (table.origin != null && col.origin != null && !col.origin.equals(col.column.name())) {
                    renames.add(table.origin + "." + col.origin + ":" + table.name + "." + col.column.name());
                }
            }
        }
        return String.join(",", renames);
    }

    static String givenUp(Schema before, RandomModel model) {
        var given = new ArrayList<String>();
        for (Table table : before.tables()) {
            var left = model.tables.stream()
                    .filter(each -> table.name().equals(each.origin))
                    .findFirst();
            if (left.isEmpty()) {
                given.add(table.name());
                continue;
            }
            var columns =
                    left.get().columns.stream().map(col -> col.origin).collect(Collectors.toCollection(HashSet::new));
            table.columns().stream()
                    .filter(column -> !column.name().equals("id") && !columns.contains(column.name()))
                    .forEach(column -> given.add(left.get().name + "." + column.name()));
        }
        return String.join(",", given);
    }
}
