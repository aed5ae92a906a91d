package io.ashlar.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.database.Dialect;
import io.ashlar.schema.Column;
import io.ashlar.schema.EclipseLinkSchemas;
import io.ashlar.schema.FormerNames;
import io.ashlar.schema.Index;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Table;
import io.ashlar.schema.Unique;
import io.ashlar.schema.models.Auth;
import io.ashlar.schema.models.CaveatEmptor;
import io.ashlar.schema.models.Chinook;
import io.ashlar.schema.models.HumanTasks;
import io.ashlar.schema.models.OpenMrs;
import io.ashlar.schema.models.Sakila;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Models that others published, with rows: first without some of their fields, then with all, down to nothing and up again.
 * No row is lost, the database looks as if it had always been so, and there is never a second diff.
 */
class PublishedModelsTest {

    @TempDir
    Path folder;

    static Stream<Arguments> models() {
        Map<String, List<Class<?>>> models = new LinkedHashMap<>();
        models.put("chinook", Chinook.models());
        models.put("caveatemptor", CaveatEmptor.models());
        models.put("auth", Auth.models());
        models.put("humantasks", HumanTasks.models());
        models.put("sakila", Sakila.models());
        models.put("openmrs", OpenMrs.models());
        return models.entrySet().stream()
                .flatMap(each -> Arrays.stream(Dialect.values())
                        .map(dialect -> Arguments.of(each.getKey(), dialect, each.getValue())));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("models")
    void growGoDownAndUpAgainWithTheirRows(String name, Dialect dialect, List<Class<?>> models) throws Exception {
        var whole = read(name, models);
        var early = early(whole);
        try (var upgrade = new Upgrade(folder, dialect)) {
            var first = upgrade.generate(early, FormerNames.NONE, GenerateOptions.NONE);
            upgrade.run(first.get(0));
            upgrade.executeInAnyOrder(new SampleRows(early, 2).inserts());
            var rows = rows(early, upgrade);
            var earlyTables = upgrade.introspect();

            var second = upgrade.generate(whole, FormerNames.NONE, GenerateOptions.NONE);
            assertThat(upgrade.objections(second.get(0))).isEmpty();
            upgrade.run(second.get(0));

            upgrade.assertLooksLike(whole);
            assertThat(rows(early, upgrade)).isEqualTo(rows);
            assertThat(upgrade.generate(read(name, models), FormerNames.NONE, GenerateOptions.NONE))
                    .as("the second diff")
                    .isEmpty();
            var wholeTables = upgrade.introspect();
            upgrade.run(second.get(1));
            assertThat(upgrade.introspect()).as("down").isEqualTo(earlyTables);
            assertThat(rows(early, upgrade)).isEqualTo(rows);
            upgrade.run(second.get(0));
            assertThat(upgrade.introspect()).as("up again").isEqualTo(wholeTables);
            assertThat(rows(early, upgrade)).isEqualTo(rows);
            upgrade.run(second.get(1));
            upgrade.run(first.get(1));
            assertThat(upgrade.introspect()).as("down to nothing").noneMatch(line -> line.contains("column"));
        }
    }

    private static Schema read(String name, List<Class<?>> models) {
        return EclipseLinkSchemas.of(name, models, PublishedModelsTest.class.getClassLoader())
                .read()
                .schema();
    }

    private static Map<String, List<String>> rows(Schema schema, Upgrade upgrade) throws SQLException {
        var rows = new LinkedHashMap<String, List<String>>();
        for (Table table : schema.tables()) {
            rows.put(table.name(), upgrade.rows(SampleRows.select(table)));
        }
        return rows;
    }

    /** The same tables without the optional columns that nothing else names. */
    private static Schema early(Schema schema) {
        return new Schema(
                schema.sequences(),
                schema.tables().stream().map(table -> early(table, schema)).toList());
    }

    private static Table early(Table table, Schema schema) {
        var columns = table.columns().stream()
                .filter(column -> !column.nullable() || isNamed(column, table, schema))
                .toList();
        return new Table(
                table.name(),
                columns,
                table.primaryKey(),
                table.uniques(),
                table.indexes(),
                table.checks(),
                table.foreignKeys(),
                table.comment());
    }

    private static boolean isNamed(Column column, Table table, Schema schema) {
        var name = column.name();
        return Stream.of(
                        table.uniques().stream().flatMap(unique -> unique.columns().stream()),
                        table.uniques().stream()
                                .flatMap(unique -> Stream.ofNullable(unique.where()))
                                .flatMap(where -> where.columns().stream()),
                        table.indexes().stream().flatMap(index -> index.columnNames().stream()),
                        table.uniques().stream().anyMatch(Unique::liveOnly)
                                        || table.indexes().stream().anyMatch(Index::liveOnly)
                                ? Stream.of("deleted_at")
                                : Stream.<String>of(),
                        table.checks().stream().flatMap(check -> check.columns().stream()),
                        table.foreignKeys().stream().flatMap(key -> key.columns().stream()),
                        table.columns().stream()
                                .flatMap(each -> Stream.ofNullable(each.computed()))
                                .flatMap(computed -> computed.columns().stream()),
                        schema.tables().stream()
                                .flatMap(each -> each.foreignKeys().stream())
                                .filter(key -> key.targetTable().equals(table.name()))
                                .flatMap(key -> key.targetColumns().stream()))
                .flatMap(names -> names)
                .anyMatch(name::equals);
    }
}
