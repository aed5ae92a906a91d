package io.ashlar.operation;

import io.ashlar.migrate.Migration;
import io.ashlar.migrate.MigrationListener;
import io.ashlar.migrate.MigrationStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells of steps that take long: that one is running, and when it has ended, how many rows it changed. Quick steps are
 * only counted.
 */
public final class StepProgress implements MigrationListener, AutoCloseable {

    private final StepDisplay display;
    private final Duration worthALine;
    private final List<StepTime> times = new ArrayList<>();

    /** How long a statement took, and how many rows it changed. */
    public record StepTime(MigrationStep step, long rows, Duration elapsed) {}

    /**
     * Prepares.
     *
     * @param display closed with this
     * @param worthALine how long a step takes at least that is worth a line at its end
     */
    public StepProgress(StepDisplay display, Duration worthALine) {
        this.display = display;
        this.worthALine = worthALine;
    }

    @Override
    public void starts(MigrationStep step) {
        display.starts(step);
    }

    @Override
    public void progresses(MigrationStep step, long seen, long total) {
        display.progresses(seen, total);
    }

    @Override
    public void ended(MigrationStep step, long rows, Duration elapsed) {
        display.ends();
        times.add(new StepTime(step, rows, elapsed));
        if (elapsed.compareTo(worthALine) >= 0) {
            display.line(name(step) + " took " + seconds(elapsed) + (rows > 0 ? " and changed " + rows + " rows" : ""));
        }
    }

    @Override
    public void waits(MigrationStep step, int attempt) {
        display.ends();
        display.line(
                name(step) + " did not get its lock, as others use the table; attempt " + (attempt + 1) + " follows");
    }

    @Override
    public void resumes(String module, Migration migration, int done) {
        display.line(module + ": " + migration.file() + " goes on after " + done
                + (done == 1 ? " statement" : " statements") + " that an earlier run has done");
    }

    /** Returns what ran so far. */
    public List<StepTime> times() {
        return List.copyOf(times);
    }

    @Override
    public void close() {
        display.close();
    }

    static String name(MigrationStep step) {
        return step.module() + ": " + step.migration().file() + ", statement " + step.number() + " of " + step.of();
    }

    static String seconds(Duration elapsed) {
        return String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
    }
}
