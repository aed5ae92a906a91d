package io.ashlar.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.schema.FormerNames;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each case, on each dialect: the rows are as expected, the database looks as if it had always been so, a second diff
 * finds nothing, and the way down and up again changes nothing. One of them alone: {@code -Dashlar.case=rename
 * -Dashlar.dialect=h2}.
 */
class MigrationCasesTest {

    @TempDir
    Path folder;

    static Stream<Arguments> cases() {
        return Stream.of(
                        TableCases.all(),
                        ColumnCases.all(),
                        TypeCases.all(),
                        RenameCases.all(),
                        ConstraintCases.all(),
                        ConditionCases.all(),
                        KeyCases.all())
                .flatMap(List::stream)
                .filter(each -> each.name.contains(System.getProperty("ashlar.case", "")))
                .flatMap(each -> Arrays.stream(Dialect.values())
                        .filter(dialect -> dialect.id().startsWith(System.getProperty("ashlar.dialect", "")))
                        .map(dialect -> Arguments.of(each, dialect)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("cases")
    void goesAsExpected(Case each, Dialect dialect) throws Exception {
        try (var upgrade = new Upgrade(folder, dialect)) {
            goes(each, upgrade);
        }
    }

    private static void goes(Case each, Upgrade upgrade) throws IOException, SQLException {
        if (!each.before.isEmpty()) {
            upgrade.run(upgrade.generate(each.before, FormerNames.NONE, GenerateOptions.NONE)
                    .get(0));
        }
        for (String row : each.rows) {
            upgrade.execute(row);
        }

        switch (each.outcome) {
            case IS_NOTHING ->
                assertThat(upgrade.generate(each.after, each.former, each.options))
                        .isEmpty();
            case IS_REFUSED ->
                assertThatThrownBy(() -> upgrade.generate(each.after, each.former, each.options))
                        .isInstanceOfSatisfying(
                                ProblemsFound.class,
                                found -> assertThat(found.problems())
                                        .extracting(Problem::tag)
                                        .containsExactly(each.said));
            case IS_STOPPED ->
                assertThat(upgrade.objections(upgrade.generate(each.after, each.former, each.options)
                                .get(0)))
                        .containsExactly(each.said);
            case RUNS -> runs(each, upgrade);
        }
        if (each.query != null) {
            assertThat(upgrade.rows(each.query)).containsExactlyElementsOf(each.rowsAfter);
        }
    }

    private static void runs(Case each, Upgrade upgrade) throws IOException, SQLException {
        var written = upgrade.generate(each.after, each.former, each.options);
        var up = written.get(0);
        var down = written.get(1);
        var plain = up.replace("`", "").replace("\"", "").replaceAll("\\s+", " ");
        each.writes.forEach(sql -> assertThat(plain).contains(sql));
        each.withholds.forEach(sql -> assertThat(plain).doesNotContain(sql));
        assertThat(upgrade.objections(up)).isEmpty();

        var before = upgrade.introspect();
        upgrade.run(up);

        assertThat(upgrade.generate(each.after, each.former, each.options))
                .as("the second diff")
                .isEmpty();
        boolean retires = !each.options.dropLater().isEmpty();
        if (!retires) {
            upgrade.assertLooksLike(each.after);
        }
        var after = upgrade.introspect();
        var rows = each.query == null ? List.<String>of() : upgrade.rows(each.query);
        if (!each.saidDown.isEmpty()) {
            assertThat(upgrade.objections(down)).as("before the way down").containsExactly(each.saidDown);
            return;
        }
        assertThat(upgrade.objections(down)).as("before the way down").isEmpty();
        upgrade.run(down);
        assertThat(upgrade.introspect()).as("down again").isEqualTo(before);
        assertThat(upgrade.objections(up)).as("before the way up again").isEmpty();
        upgrade.run(up);
        assertThat(upgrade.introspect()).as("up again").isEqualTo(after);
        if (each.query != null && !Upgrade.isLossy(down) && !each.lossyUp) {
            assertThat(upgrade.rows(each.query)).as("rows after down and up").isEqualTo(rows);
        }
        for (String sql : each.sqlAfter) {
            upgrade.execute(sql);
        }
    }
}
