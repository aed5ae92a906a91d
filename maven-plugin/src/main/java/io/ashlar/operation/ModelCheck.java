package io.ashlar.operation;

import io.ashlar.database.Dialect;
import io.ashlar.migration.MigrationFolder;
import io.ashlar.migration.MigrationGenerator;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.schema.Schema;
import io.ashlar.schema.SchemaSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Compares a module's models with its snapshot and its migrations, on a copy of them, so that nothing is written. */
public final class ModelCheck {

    private ModelCheck() {}

    /**
     * Returns what db-generate would write or refuse; empty where all agree.
     *
     * @param resources the module's {@code src/main/resources}
     */
    public static List<Problem> problems(String module, SchemaSource models, Path resources, List<Dialect> dialects) {
        Path folder = Objects.requireNonNull(
                MigrationFolder.of(resources, module).snapshotPath().getParent());
        try {
            Path copy = Files.createTempDirectory("ashlar-check");
            try {
                copy(folder, copy);
                return generated(module, models, folder, copy, dialects);
            } finally {
                delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy the migrations of " + module, e);
        }
    }

    /** Returns the schema that the migrations lead to, which may keep for now what no model has any more. */
    public static Schema schema(String module, SchemaSource models, Path resources, List<Dialect> dialects) {
        return new MigrationGenerator(
                        module, models, MigrationFolder.of(resources, module), dialects, Clock.systemUTC())
                .schema();
    }

    private static List<Problem> generated(
            String module, SchemaSource models, Path folder, Path copy, List<Dialect> dialects) {
        try {
            List<Path> missing = new MigrationGenerator(
                            module, models, MigrationFolder.at(copy), dialects, Clock.systemUTC())
                    .generate(null);
            if (missing.isEmpty()) {
                return List.of();
            }
            String names = missing.stream()
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("V") && name.endsWith(".sql"))
                    .map(name -> name.replaceFirst("^V\\d+__", "").replaceFirst("\\.sql$", ""))
                    .distinct()
                    .collect(Collectors.joining(", "));
            return List.of(new Problem(
                    "models-ahead",
                    "The models of module " + module + " are ahead of its migrations; missing: "
                            + (names.isEmpty() ? "the snapshot" : names),
                    folder.toString(),
                    "run 'mvn modules:db-generate -Dmodule=" + module + "', and commit what it writes"));
        } catch (ProblemsFound e) {
            return e.problems().stream()
                    .map(problem -> new Problem(
                            problem.tag(),
                            problem.what(),
                            problem.where().replace(copy.toString(), folder.toString()),
                            problem.mend().replace(copy.toString(), folder.toString())))
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
