package io.ashlar.mojo;

import java.io.Console;
import java.util.Map;
import org.apache.maven.execution.MavenSession;

/**
 * Where this build runs.
 *
 * @param interactive whether Maven may ask: not with {@code -B}
 * @param console whether input and output are a terminal
 */
record Terminal(boolean interactive, boolean console, Map<String, String> environment) {

    static Terminal of(MavenSession session) {
        return new Terminal(session.getRequest().isInteractiveMode(), hasConsole(), System.getenv());
    }

    /** Returns whether a person sits in front of it who can be asked: not with {@code -B}, and not in CI. */
    boolean isAttended() {
        return interactive && console && !environment.containsKey("CI");
    }

    /** Returns whether a person sees it who wants a line to change: one that knows how to go back to its start. */
    boolean canRedraw() {
        return isAttended() && !"dumb".equals(environment.get("TERM"));
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
