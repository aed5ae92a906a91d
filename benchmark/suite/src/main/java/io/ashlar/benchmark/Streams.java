package io.ashlar.benchmark;

import io.ashlar.benchmark.Contenders.Entrant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Measures the streaming of a large table, each contender in a process of its own with 64 MB, in turns. */
final class Streams {

    private final Plan plan;

    Streams(Plan plan) {
        this.plan = plan;
    }

    List<Sample> measure() {
        try (var data = Data.fresh(plan.streamed())) {
            var samples = new ArrayList<Sample>();
            for (var round = 1; round <= plan.streamRounds(); round++) {
                for (var entrant : plan.contenders()) {
                    if (!entrant.missing().contains(Operation.STREAM)) {
                        samples.add(run(entrant, round, data));
                    }
                }
            }
            return samples;
        }
    }

    private Sample run(Entrant entrant, int round, Data data) {
        var java = ProcessHandle.current().info().command().orElse("java");
        var database = data.database();
        var command = Stream.of(
                        java,
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StreamProcess.class.getName(),
                        entrant.id(),
                        database.url(),
                        database.user(),
                        database.password(),
                        Integer.toString(plan.streamed()))
                .toList();
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(entrant.id() + " does not stream: " + output);
            }
            var numbers = List.of(output.split(" ")).stream()
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return new Sample(Operation.STREAM, entrant.id(), 1, round, numbers[1], numbers[2], numbers[3]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
