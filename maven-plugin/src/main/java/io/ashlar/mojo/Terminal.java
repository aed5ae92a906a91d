package io.ashlar.mojo;

import java.io.Console;
import org.apache.maven.execution.MavenSession;

/** Whether a person sits in front of this build. */
final class Terminal {

    private Terminal() {}

    /** Returns whether questions can be answered: not with {@code -B}, not in CI, and only where input is a terminal. */
    static boolean isAttended(MavenSession session) {
        return session.getRequest().isInteractiveMode() && System.getenv("CI") == null && hasConsole();
    }

    /** From Java 22 on there is a console even where input is a pipe, which then says so. */
    @SuppressWarnings("SystemConsoleNull") // it does up to 21, and later it is asked
    private static boolean hasConsole() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return Runtime.version().feature() < 22;
        }
    }
}
