package io.ashlar.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A second JVM on the class path of this one; its input ends, and it is waited for, when this is closed. */
public final class OtherJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private OtherJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts the main method of {@code type}; what it writes to its error output appears among ours. */
    public static OtherJvm start(Class<?> type, String... args) throws IOException {
        return start(command(type, args));
    }

    /** Starts the main method of {@code type} in a process that can write no file larger than {@code megabytes}. */
    public static OtherJvm startWithSmallFiles(int megabytes, Class<?> type, String... args) throws IOException {
        var limit = "ulimit -f " + megabytes * 2048 + " && exec \"$0\" \"$@\""; // in blocks of 512 bytes
        return start(Stream.concat(Stream.of("sh", "-c", limit), command(type, args).stream())
                .toList());
    }

    private static OtherJvm start(List<String> command) throws IOException {
        return new OtherJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private static List<String> command(Class<?> type, String... args) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var options = Stream.of(
                java,
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData", // another file
                "-cp",
                System.getProperty("java.class.path"));
        return Stream.of(options, Stream.of(type.getName()), Stream.of(args))
                .flatMap(part -> part)
                .toList();
    }

    /** Waits for the next line of its output. */
    public String line() throws IOException {
        return String.valueOf(output.readLine());
    }

    /** Waits for its end and returns its exit code. */
    public int end() throws IOException {
        process.getOutputStream().close();
        return process.onExit().join().exitValue();
    }

    /** Ends what it can read. */
    public void endInput() throws IOException {
        process.getOutputStream().close();
    }

    /** Ends it as {@code kill -9} does, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws IOException {
        end();
    }
}
