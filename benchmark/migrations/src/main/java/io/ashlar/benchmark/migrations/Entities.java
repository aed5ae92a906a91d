package io.ashlar.benchmark.migrations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.tools.ToolProvider;

/** Many models of ten columns each, every one with a relation, an enum, an index and a unique value; compiled. */
final class Entities implements AutoCloseable {

    private static final String SOURCE = """
            package models;
            import io.ashlar.data.*;
            import jakarta.persistence.*;
            @Entity
            @Table(indexes = @Index(columnList = "title, views"))
            public class Model%1$d extends Model {
                public enum Status { DRAFT, PAID, SENT }
                @Id @Ulid String id;
                @Column(unique = true, nullable = false) String code;
                String title;
                @Lob String body;
                @Default("0") int views;
                @Enumerated(EnumType.STRING) Status status;
                java.math.BigDecimal price;
                java.time.Instant published;
                @ManyToOne(optional = false) Model%2$d other;
            }
            """;

    private final Path folder;
    private final int count;
    private int round;

    private Entities(Path folder, int count) {
        this.folder = folder;
        this.count = count;
    }

    static Entities compiled(int count) throws IOException {
        Path folder = Files.createTempDirectory("ashlar-benchmark");
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-d", folder.resolve("classes").toString(), "-cp", JavaProcess.classPath()));
        Files.createDirectories(folder.resolve("src/models"));
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve("src/models/Model" + i + ".java");
            Files.writeString(file, SOURCE.formatted(i, (i + 1) % count));
            arguments.add(file.toString());
        }
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (failed != 0) {
            throw new IllegalStateException("javac");
        }
        return new Entities(folder, count);
    }

    /** Returns the milliseconds that a process takes to write the first migration. */
    long generate() throws Exception {
        round++;
        return run();
    }

    /** Returns the milliseconds that a process takes to find that there is nothing to write. */
    long generateAgain() throws Exception {
        return run();
    }

    private long run() throws Exception {
        return JavaProcess.milliseconds(
                Generation.class.getName(),
                folder.resolve("classes").toString(),
                folder.resolve("resources" + round).toString(),
                Integer.toString(count));
    }

    /** Returns the milliseconds of a process that does nothing. */
    static long emptyProcess() throws Exception {
        return JavaProcess.milliseconds(Generation.class.getName());
    }

    @Override
    public void close() throws IOException {
        Folders.delete(folder);
    }

    /** Folders that are gone afterwards. */
    static final class Folders {

        private Folders() {}

        static void delete(Path folder) throws IOException {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
