package io.ashlar.operation;

import io.ashlar.migrate.MigrationStep;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows in a log which step is running: a line every while. */
public final class StepLines implements StepDisplay {

    private final Consumer<String> out;
    private final ScheduledExecutorService clock;
    private volatile @Nullable Running running;

    private record Running(MigrationStep step, long since, long seen, long total) {}

    /**
     * Prepares.
     *
     * @param every how often a step that is running is told of
     */
    public StepLines(Consumer<String> out, Duration every) {
        this.out = out;
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
    public void progresses(long seen, long total) {
        Running now = running;
        if (now != null) {
            running = new Running(now.step(), now.since(), seen, total);
        }
    }

    @Override
    public void ends() {
        running = null;
    }

    @Override
    public void line(String line) {
        out.accept(line);
    }

    @Override
    public void close() {
        ends();
        clock.shutdownNow();
    }

    void tick() {
        Running now = running;
        if (now != null) {
            out.accept(StepProgress.name(now.step()) + " has been running for "
                    + StepProgress.seconds(Duration.ofNanos(System.nanoTime() - now.since())) + rows(now));
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
}
