package io.ashlar.mojo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.migrate.Migration;
import io.ashlar.migrate.MigrationStep;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import me.tongfei.progressbar.ProgressBarStyle;
import org.junit.jupiter.api.Test;

class StepBarTest {

    private static final int WIDTH = 79;
    private static final Migration NAMES = new Migration("20261124150001", "names", "V20261124150001__names.sql");
    private static final MigrationStep STEP =
            new MigrationStep("blog", NAMES, false, 2, 3, "update author\n  set name = concat(first, ' ', last)");

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(screen, true, UTF_8);

    @Test
    void showsTheShareOfTheRowsOfAStepInBatches() {
        try (StepBar bar = bar(Duration.ZERO)) {
            bar.starts(STEP);
            bar.progresses(12_000, 48_000);
        }

        assertThat(drawn())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("blog V20261124150001 2/3  25% [===")
                        .contains("] 12000/48000 rows (0:00:0")
                        .hasSizeLessThanOrEqualTo(WIDTH));
    }

    @Test
    void showsWhatAStepDoesThatRunsOnceAndForHowLong() {
        try (StepBar bar = bar(Duration.ZERO)) {
            bar.starts(STEP);
        }

        assertThat(drawn())
                .anySatisfy(line -> assertThat(line)
                        .matches("blog V20261124150001 2/3  0:00:0\\d  update author set name = con.*\\.\\.\\.")
                        .hasSize(WIDTH));
    }

    @Test
    void givesNoShareOfATableThatItKnowsTooFewRowsOf() {
        try (StepBar bar = bar(Duration.ZERO)) {
            bar.starts(STEP);
            bar.progresses(12_000, 100);
        }

        assertThat(drawn()).anySatisfy(line -> assertThat(line).endsWith("  12000 rows"));
    }

    @Test
    void leavesNothingBehind() {
        try (StepBar bar = bar(Duration.ZERO)) {
            bar.starts(STEP);
            bar.ends();
        }

        assertThat(screen.toString(UTF_8))
                .endsWith("\r" + " ".repeat(WIDTH) + "\r")
                .doesNotContain("\n");
    }

    @Test
    void writesLinesThatStayAboveTheBar() {
        try (StepBar bar = bar(Duration.ZERO)) {
            bar.starts(STEP);
            bar.progresses(1, 2);
            bar.line("[INFO] blog: others use the table");
        }

        assertThat(screen.toString(UTF_8)).containsPattern("(^|\r)\\[INFO] blog: others use the table\n");
    }

    @Test
    void showsNothingOfAStepThatIsQuick() {
        try (StepBar bar = bar(Duration.ofHours(1))) {
            bar.starts(STEP);
            bar.progresses(1, 2);
            bar.ends();
        }

        assertThat(screen.size()).isZero();
    }

    private StepBar bar(Duration after) {
        return new StepBar(line -> out.print(line + "\n"), new StepBarLine(out, WIDTH), ProgressBarStyle.ASCII, after);
    }

    private List<String> drawn() {
        return Arrays.stream(screen.toString(UTF_8).split("[\r\n]+"))
                .map(String::stripTrailing)
                .toList();
    }
}
