package io.ashlar.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.migrate.Migration;
import io.ashlar.migrate.MigrationState;
import io.ashlar.migrate.MigrationStatus;
import io.ashlar.migrate.MigrationStep;
import io.ashlar.migrate.ModuleStatus;
import io.ashlar.migrate.PlannedCheck;
import io.ashlar.migrate.PlannedMigration;
import io.ashlar.migrate.TouchedTable;
import io.ashlar.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReportsTest {

    private static final Migration FIRST = new Migration("1", "create post", "V1__create_post.sql");
    private static final Migration SECOND =
            new Migration("20260102000000", "add title", "V20260102000000__add_title.sql");

    private static final ModuleStatus BLOG = new ModuleStatus(
            "blog",
            List.of(
                    new MigrationStatus(FIRST, MigrationState.APPLIED, LocalDateTime.of(2026, 1, 31, 12, 0), 1),
                    new MigrationStatus(SECOND, MigrationState.OUT_OF_ORDER, null, null)));

    @Test
    void alignsTheColumnsOfTheStatus() {
        assertThat(StatusTable.lines(List.of(BLOG, new ModuleStatus("media", List.of()))))
                .containsExactly(
                        "MODULE  VERSION         NAME         STATE          APPLIED              RUN",
                        "blog    1               create post  applied        2026-01-31 12:00:00  1",
                        "blog    20260102000000  add title    out of order   -                    -",
                        "media   -               -            no migrations  -                    -");
        assertThat(StatusTable.summary(BLOG)).isEqualTo("blog: 1 applied, 1 out of order");
    }

    @Test
    void printsAPlanWithItsSqlAndWhatStandsInTheWay() {
        var plan = new PlannedMigration(
                "blog",
                SECOND,
                true,
                0,
                List.of("alter table post\n    add column title text", "update post set title = ''"),
                List.of(new TouchedTable("post", 3, true), new TouchedTable("note", 2_000_000, false)),
                List.of(
                        new PlannedCheck("t", "slug is empty in 2 rows", 2L),
                        new PlannedCheck("later", "{count}", null)));

        assertThat(PlanText.lines(List.of(plan)))
                .containsExactly(
                        "blog: would run V20260102000000__add_title.sql (2 statements, all or nothing)",
                        "  rows: post has 3, note has about 2000000",
                        "  check: slug is empty in 2 rows: stands in the way",
                        "  check: {count}: asked when the migrations before have run",
                        "    alter table post",
                        "        add column title text;",
                        "    update post set title = '';");
    }

    @Test
    void writesTheOutcomeAsJsonWithoutPasswords(@TempDir Path directory) throws IOException {
        var report = new RunReport("db-migrate");
        report.add(
                new DatabaseSettings("jdbc:postgresql://localhost/shop?password=secret", "shop", "secret"),
                List.of(BLOG));
        report.addProblems(List.of(new Problem("tag", "what", "where", "mend")));
        var file = directory.resolve("target/report.json");

        report.write(file);

        var text = Files.readString(file);
        var json = JsonMapper.shared().readTree(text);
        assertThat(text).doesNotContain("secret");
        assertThat(json.at("/ok").asBoolean()).isFalse();
        assertThat(json.at("/problems/0/tag").asString()).isEqualTo("tag");
        assertThat(json.at("/databases/0/modules/0/migrations/1/state").asString())
                .isEqualTo("out of order");
        assertThat(json.at("/databases/0/modules/0/migrations/0/appliedOn").asString())
                .startsWith("2026-01-31T12:00");
    }

    @Test
    void tellsOfStepsThatTakeLongAndCountsTheOthers() throws InterruptedException {
        var lines = new LinkedBlockingQueue<String>();
        var step = new MigrationStep("blog", FIRST, false, 2, 3, "update post set n = 1");
        try (var progress = new StepProgress(new StepLines(lines::add, Duration.ofMillis(50)), Duration.ofSeconds(1))) {
            progress.starts(step);
            var whileRunning = lines.poll(1, TimeUnit.MINUTES);
            progress.ended(step, 7, Duration.ofMillis(12_345));
            progress.starts(step);
            progress.ended(step, 7, Duration.ofMillis(1));

            assertThat(whileRunning).startsWith("blog: V1__create_post.sql, statement 2 of 3 has been running for 0.");
            assertThat(lines).contains("blog: V1__create_post.sql, statement 2 of 3 took 12.3 s and changed 7 rows");
            assertThat(progress.times()).hasSize(2);
        }
    }
}
