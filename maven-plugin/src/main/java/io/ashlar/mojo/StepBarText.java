package io.ashlar.mojo;

import io.ashlar.migrate.MigrationStep;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.DefaultProgressBarRenderer;
import me.tongfei.progressbar.ProgressBarStyle;
import me.tongfei.progressbar.ProgressState;

/** What is said of a step: of one in batches its share of the rows; of another what it does and how long it has taken. */
final class StepBarText extends DefaultProgressBarRenderer {

    private final String statement;

    StepBarText(ProgressBarStyle style, MigrationStep step) {
        super(style, " rows", 1, false, null, null, true, StepBarText::left);
        this.statement = step.sql().replaceAll("\\s+", " ").strip();
    }

    /** Returns the step, as short as it is unique. */
    static String name(MigrationStep step) {
        return step.module() + " " + (step.down() ? "U" : "V")
                + step.migration().version() + " " + step.number() + "/" + step.of();
    }

    @Override
    public String render(ProgressState progress, int length) {
        if (!progress.isIndefinite() || length <= 0) {
            return super.render(progress, length);
        }
        String text = progress.getTaskName() + "  " + time(progress.getTotalElapsed()) + "  "
                + (progress.getCurrent() > 0 ? progress.getCurrent() + " rows" : statement);
        return text.length() <= length ? text : text.substring(0, Math.max(0, length - 3)) + "...";
    }

    /** As many rows take as long as others did. */
    private static Optional<Duration> left(ProgressState progress) {
        long done = progress.getCurrent() - progress.getStart();
        return done <= 0
                ? Optional.empty()
                : Optional.of(progress.getElapsedAfterStart()
                        .multipliedBy(progress.getMax() - progress.getCurrent())
                        .dividedBy(done));
    }

    private static String time(Duration elapsed) {
        return String.format(
                Locale.ROOT, "%d:%02d:%02d", elapsed.toHours(), elapsed.toMinutesPart(), elapsed.toSecondsPart());
    }
}
