package io.ashlar.migration;

import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One module's migrations, a folder for each dialect, and beside them the snapshot of the schema they lead to. Files
 * already there are read, never rewritten; but the snapshot follows.
 */
public final class MigrationFolder {

    private static final String SNAPSHOT = "schema.json";

    private final Path folder;

    private MigrationFolder(Path folder) {
        this.folder = folder;
    }

    /** Returns the folder {@code META-INF/modules/<module>/db} of a module's resources; it need not exist. */
    public static MigrationFolder at(Path folder) {
        return new MigrationFolder(folder);
    }

    /** Returns the folder of {@code module} below {@code resources}, which is {@code src/main/resources}. */
    public static MigrationFolder of(Path resources, String module) {
        return at(
                resources.resolve("META-INF").resolve("modules").resolve(module).resolve("db"));
    }

    /** Returns the path of the snapshot; it need not exist. */
    public Path snapshotPath() {
        return folder.resolve(SNAPSHOT);
    }

    /** Returns the path of a dialect's folder; it need not exist. */
    public Path path(Dialect dialect) {
        return folder.resolve(dialect.id());
    }

    /** Returns the text of the snapshot; empty where there is none. */
    Optional<String> snapshot() {
        try {
            return Files.exists(snapshotPath())
                    ? Optional.of(Files.readString(snapshotPath(), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + snapshotPath(), e);
        }
    }

    /**
     * Returns the migrations of a dialect, the oldest first.
     *
     * @throws ProblemsFound if a file looks like a migration and would be passed over
     */
    List<MigrationFile> migrations(Dialect dialect) {
        Path path = path(dialect);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().matches("V.*\\.sql"))
                    .sorted()
                    .map(MigrationFolder::migration)
                    .sorted(Comparator.comparing(MigrationFile::major))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + path, e);
        }
    }

    /** Returns the migrations of all dialects, also of those that are no longer configured. */
    List<MigrationFile> migrations() {
        return Arrays.stream(Dialect.values())
                .flatMap(dialect -> migrations(dialect).stream())
                .toList();
    }

    private static MigrationFile migration(Path file) {
        return MigrationFile.of(file)
                .orElseThrow(() -> new ProblemsFound(new Problem(
                        "migration-file-name",
                        "File " + file.getFileName() + " is named like a migration, and would never run",
                        file.toString(),
                        "name it V<version>__<name>.sql, with two underscores")));
    }

    /**
     * Writes the snapshot and new files, all or none: when one fails, the others are taken back.
     *
     * <p>The snapshot goes first: should the process die in between, the next run sees migrations missing, instead of
     * writing them twice.
     *
     * @param texts by path, in the order to write
     * @return the paths written
     * @throws ProblemsFound if a file cannot be written
     */
    List<Path> write(Map<Path, String> texts) {
        try (FileBatch batch = new FileBatch()) {
            for (Map.Entry<Path, String> text : texts.entrySet()) {
                batch.stage(text.getKey(), text.getValue());
            }
            batch.publish();
            return List.copyOf(texts.keySet());
        } catch (IOException e) {
            throw new ProblemsFound(
                    List.of(new Problem(
                            "cannot-write-migrations",
                            "Cannot write migrations: " + e,
                            folder.toString(),
                            "make the folder writable; nothing was changed")),
                    e);
        }
    }
}
