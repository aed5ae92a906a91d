package io.ashlar.benchmark.migrations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own, with all that this one has. */
final class JavaProcess {

    private JavaProcess() {}

    /** Returns how long one takes, from its start to its end: a class with a main method, and its arguments. */
    static long milliseconds(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        command.addAll(List.of("-cp", classPath()));
        command.addAll(List.of(arguments));
        long start = System.nanoTime();
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException("The process failed with " + code);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    static String classPath() {
        return System.getProperty("java.class.path");
    }
}
