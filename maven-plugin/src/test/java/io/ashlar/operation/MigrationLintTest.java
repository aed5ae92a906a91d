package io.ashlar.operation;

import static io.ashlar.database.Dialect.H2;
import static io.ashlar.database.Dialect.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.lint.Hazard;
import io.ashlar.lint.Lint;
import io.ashlar.lint.Rule;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationLintTest {

    @TempDir
    Path resources;

    @Test
    void findsInFilesByHandWhatNobodyAllowed() throws IOException {
        Stock.generate(resources, Stock.models(Stock.Owner.class));
        write("V99990101000000__by_hand.sql", "create index ix on owner (id);\n");

        var found = lint("0");

        assertThat(found.stream().flatMap(lint -> lint.hazards().stream()))
                .extracting(Hazard::rule)
                .containsExactly(Rule.BLOCKS_WRITES);
    }

    @Test
    void takesOldFilesAsTheyAre() throws IOException {
        write("V1__by_hand.sql", "drop table owner;\n");
        write("V2__by_hand.sql", "truncate owner;\n");

        assertThat(lint("1")).extracting(lint -> lint.text().name()).containsExactly("V2__by_hand.sql");
        assertThat(lint("2")).isEmpty();
    }

    @Test
    void putsHazardsIntoTheReport() throws IOException {
        write("V1__by_hand.sql", "-- ashlar:allow deletes-data empty since May\ndrop table owner;\n");
        var report = new RunReport("db-check");

        lint("0").forEach(report::add);

        assertThat(report.text())
                .contains("\"rule\" : \"deletes-data\"", "\"line\" : 2", "\"allowed\" : true", "V1__by_hand.sql");
    }

    @Test
    void refusesWhatIsNoVersion() {
        assertThatThrownBy(() -> lint("yesterday"))
                .isInstanceOfSatisfying(
                        ProblemsFound.class,
                        found -> assertThat(found.problems())
                                .extracting(Problem::tag)
                                .containsExactly("lint-after-unreadable"));
    }

    private List<Lint> lint(String after) {
        return MigrationLint.of("stock", resources, List.of(H2, POSTGRESQL), after);
    }

    private void write(String name, String sql) throws IOException {
        Path folder = Files.createDirectories(Stock.folder(resources, POSTGRESQL));
        Files.writeString(folder.resolve(name), sql);
    }
}
