package io.ashlar.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Keeps every sample in a file, so that other questions can be asked of a run later. */
final class Csv {

    private Csv() {}

    static void write(Path file, List<Sample> samples) {
        var lines = new ArrayList<String>();
        lines.add("operation,threads,round,contender,wall_ns,cpu_ns,bytes");
        for (var each : samples) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s,%d,%d,%s,%.0f,%.0f,%.0f",
                    each.operation().id(),
                    each.threads(),
                    each.round(),
                    each.contender(),
                    each.wall(),
                    each.cpu(),
                    each.bytes()));
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
