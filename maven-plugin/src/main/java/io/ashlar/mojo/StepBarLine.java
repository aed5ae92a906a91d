package io.ashlar.mojo;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;

/** The line of a terminal that a bar is drawn on again and again; empty before and after. Safe for use by threads. */
final class StepBarLine extends ConsoleProgressBarConsumer {

    private final PrintStream terminal;
    private long from;
    private int drawn;

    /** Prepares a line as wide as the terminal. */
    StepBarLine(PrintStream terminal) {
        super(terminal);
        this.terminal = terminal;
    }

    /** Prepares a line of {@code width} characters. */
    StepBarLine(PrintStream terminal, int width) {
        super(terminal, width);
        this.terminal = terminal;
    }

    /** Shows nothing before a moment of {@link System#nanoTime}. */
    synchronized void showFrom(long nanoTime) {
        from = nanoTime;
    }

    /** Lets something else be written to the terminal, in whole lines. */
    synchronized void above(Runnable lines) {
        clear();
        lines.run();
    }

    /** Returns 0 as long as nothing is to be shown, so that not even the terminal is asked for its width. */
    @Override
    public synchronized int getMaxRenderedLength() {
        return System.nanoTime() - from < 0 ? 0 : super.getMaxRenderedLength();
    }

    @Override
    public synchronized void accept(String text) {
        if (!text.isEmpty()) {
            super.accept(text + " ".repeat(Math.max(0, drawn - text.length())));
            terminal.flush();
            drawn = text.length();
        }
    }

    @Override
    public synchronized void clear() {
        if (drawn > 0) {
            terminal.print("\r" + " ".repeat(drawn) + "\r");
            terminal.flush();
            drawn = 0;
        }
    }

    /** The next bar draws on it again. */
    @Override
    public void close() {
        clear();
    }
}
