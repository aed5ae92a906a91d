package io.ashlar.operation;

import io.ashlar.migrate.Migration;
import io.ashlar.migrate.MigrationListener;
import io.ashlar.migrate.MigrationStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells of steps that take long: every while that one is still running, and when it has ended, how many rows it changed.
 * Quick steps are only counted.
 */
public final class ProgressLines implements MigrationListener, AutoCloseable {

    private final Consumer<String> out;
    private final Duration every;
    private final ScheduledExecutorService clock;
    private final List<StepTime> times = new ArrayList<>();
    private volatile @Nullable Running running;

    private record Running(MigrationStep step, long since, long seen, long total) {}

    /** How long a statement took, and how many rows it changed. */
    public record StepTime(MigrationStep step, long rows, Duration elapsed) {}

    /**
     * Prepares.
     *
     * @param every how often a step that is running is told of; one that took a tenth of it is worth a line at its end
     */
    public ProgressLines(Consumer<String> out, Duration every) {
        this.out = out;
        this.every = every;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "migration-progress");
            thread.setDaemon(true);
            return thread;
        });
        var unused = clock.scheduleAtFixedRate(this::tick, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void starts(MigrationStep step) {
        running = new Running(step, System.nanoTime(), -1, 0);
    }

    @Override
    public void progresses(MigrationStep step, long seen, long total) {
        Running now = running;
        running = new Running(step, now == null ? System.nanoTime() : now.since(), seen, total);
    }

    @Override
    public void ended(MigrationStep step, long rows, Duration elapsed) {
        running = null;
        times.add(new StepTime(step, rows, elapsed));
        if (elapsed.compareTo(every.dividedBy(10)) >= 0) {
            out.accept(name(step) + " took " + seconds(elapsed) + (rows > 0 ? " and changed " + rows + " rows" : ""));
        }
    }

    @Override
    public void waits(MigrationStep step, int attempt) {
        out.accept(
                name(step) + " did not get its lock, as others use the table; attempt " + (attempt + 1) + " follows");
    }

    @Override
    public void resumes(String module, Migration migration, int done) {
        out.accept(module + ": " + migration.file() + " goes on after " + done
                + (done == 1 ? " statement" : " statements") + " that an earlier run has done");
    }

    /** Returns what ran so far. */
    public List<StepTime> times() {
        return List.copyOf(times);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    void tick() {
        Running now = running;
        if (now != null) {
            out.accept(name(now.step()) + " has been running for "
                    + seconds(Duration.ofNanos(System.nanoTime() - now.since())) + rows(now));
        }
    }

    private static String rows(Running now) {
        if (now.seen() < 0) {
            return "";
        }
        return ", through " + now.seen() + " rows"
                + (now.total() >= now.seen() && now.total() > 0
                        ? " of " + now.total() + " (" + 100 * now.seen() / now.total() + " %)"
                        : "");
    }

    private static String name(MigrationStep step) {
        return step.module() + ": " + step.migration().file() + ", statement " + step.number() + " of " + step.of();
    }

    private static String seconds(Duration elapsed) {
        return String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
    }
}
