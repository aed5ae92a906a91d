package io.ashlar.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.migrate.Migration;
import io.ashlar.migrate.MigrationStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepLinesTest {

    private static final MigrationStep STEP = new MigrationStep(
            "blog", new Migration("1", "names", "V1__names.sql"), false, 2, 3, "update author set name = ...");

    private final List<String> lines = new ArrayList<>();

    @Test
    void tellsHowManyRowsAStepInBatchesHasGoneThrough() {
        try (var progress = new StepLines(lines::add, Duration.ofHours(1))) {
            progress.starts(STEP);
            progress.progresses(12_000, 48_000);
            progress.tick();
        }

        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith("blog: V1__names.sql, statement 2 of 3 has been running for ")
                .endsWith(" s, through 12000 rows of 48000 (25 %)");
    }

    @Test
    void givesNoShareOfATableThatItKnowsTooFewRowsOf() {
        try (var progress = new StepLines(lines::add, Duration.ofHours(1))) {
            progress.starts(STEP);
            progress.progresses(12_000, 100);
            progress.tick();
        }

        assertThat(lines).singleElement().asString().endsWith(" s, through 12000 rows");
    }

    @Test
    void tellsNothingOfRowsWhereAStepRunsOnceAndNothingAtAllBetweenSteps() {
        try (var progress = new StepLines(lines::add, Duration.ofHours(1))) {
            progress.tick();
            progress.starts(STEP);
            progress.tick();
            progress.ends();
            progress.tick();
        }

        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith("blog: V1__names.sql, statement 2 of 3 has been running for 0.")
                .doesNotContain("rows");
    }
}
