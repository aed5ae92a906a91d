package io.ashlar.mojo;

import io.ashlar.migrate.MigrationStep;
import io.ashlar.operation.StepDisplay;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows on a terminal the step that takes long: a bar on a line of its own, below the log, gone when the step ends. */
final class StepBar implements StepDisplay {

    private static final int REDRAWN_EVERY_MILLIS = 200;

    private final Consumer<String> log;
    private final StepBarLine line;
    private final ProgressBarStyle style;
    private final Duration after;
    private @Nullable ProgressBar bar;

    /**
     * Prepares.
     *
     * @param log where lines go that stay
     * @param after how long a step runs before it is shown
     */
    StepBar(Consumer<String> log, StepBarLine line, ProgressBarStyle style, Duration after) {
        this.log = log;
        this.line = line;
        this.style = style;
        this.after = after;
    }

    /** Returns one for the terminal that this process runs on, wherever the log goes ({@code -l}). */
    static StepBar of(Consumer<String> log, Duration after) {
        Charset charset = Objects.requireNonNull(System.console(), "a terminal").charset();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, charset);
        ProgressBarStyle style =
                charset.newEncoder().canEncode('█') ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII;
        return new StepBar(log, new StepBarLine(out), style, after);
    }

    @Override
    public void starts(MigrationStep step) {
        ends();
        line.showFrom(System.nanoTime() + after.toNanos());
        bar = new ProgressBarBuilder()
                .setTaskName(StepBarText.name(step))
                .setInitialMax(-1)
                .setUpdateIntervalMillis(REDRAWN_EVERY_MILLIS)
                .continuousUpdate() // time passes where rows do not
                .clearDisplayOnFinish()
                .setConsumer(line)
                .setRenderer(new StepBarText(style, step))
                .build();
    }

    @Override
    public void progresses(long seen, long total) {
        ProgressBar now = bar;
        if (now != null) {
            boolean first = now.getMax() == 0;
            now.stepTo(seen).maxHint(total > 0 && seen <= total ? total : -1);
            if (first) {
                now.pause().resume(); // rows of an earlier run took none of this time
            }
        }
    }

    @Override
    public void ends() {
        ProgressBar now = bar;
        bar = null;
        if (now != null) {
            now.close();
            line.clear(); // a bar that is closed before it was first drawn draws itself then, and stays
        }
    }

    @Override
    public void line(String text) {
        line.above(() -> log.accept(text));
    }

    @Override
    public void close() {
        ends();
    }
}
