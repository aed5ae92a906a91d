package io.ashlar.migration;

import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.schema.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One module's migrations, a folder for each dialect, and beside them the snapshot of the schema they lead to. Files
 * already there are read, never rewritten; but the snapshot follows.
 */
public final class MigrationFolder {

    private static final String SNAPSHOT = "schema.json";
    private static final String CHANGES = "changes";

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

    /**
     * Returns the names of the tables that the snapshot holds; none without one.
     *
     * @throws ProblemsFound if it cannot be read
     */
    public Set<String> tables() {
        return snapshot()
                .map(text -> SnapshotFormat.read(text, snapshotPath()).schema().tables().stream()
                        .map(Table::name)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** Returns a path of this folder as records name it. */
    String relative(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Returns the path of a dialect's folder; it need not exist. */
    public Path path(Dialect dialect) {
        return folder.resolve(dialect.id());
    }

    /** Returns the folder of the records of changes; it need not exist. */
    Path changes() {
        return folder.resolve(CHANGES);
    }

    /** Returns the path of one of them. */
    Path change(String name) {
        return changes().resolve(name + ".json");
    }

    /**
     * Returns the records of changes.
     *
     * @throws ProblemsFound if one cannot be read
     */
    Lineage lineage() {
        List<ChangeRecord> records = new ArrayList<>();
        for (Path file : list(changes(), ".*\\.json")) {
            try {
                records.add(ChangeFormat.read(Files.readString(file, StandardCharsets.UTF_8), file));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }
        return new Lineage(changes(), records);
    }

    /** Returns whether any of the migrations that a record names is there, or it names none. */
    boolean hasMigrationsOf(ChangeRecord change) {
        return change.files().isEmpty() || change.files().stream().anyMatch(file -> Files.exists(folder.resolve(file)));
    }

    /**
     * Returns how all files that belong to a migration are called when it is called otherwise; none where it keeps its name.
     *
     * @param before such as {@code h2/V1__create_post.sql}
     * @param after likewise
     */
    Map<Path, Path> together(String before, String after) {
        Map<Path, Path> moves = new LinkedHashMap<>();
        if (before.equals(after)) {
            return moves;
        }
        Path from = folder.resolve(before);
        int stem = stem(from).length();
        String newStem = stem(folder.resolve(after));
        for (Path file : beside(from)) {
            String name = file.getFileName().toString();
            moves.put(file, file.resolveSibling(name.charAt(0) + newStem + name.substring(1 + stem)));
        }
        return moves;
    }

    /** Returns a migration's file, what leads back, and what lies beside them. */
    static List<Path> beside(Path migration) {
        return list(
                Objects.requireNonNull(migration.getParent()), "[VU]" + Pattern.quote(stem(migration) + ".") + ".*");
    }

    /** What V and U file, and what lies beside them, have in common. */
    private static String stem(Path migration) {
        return migration.getFileName().toString().replaceFirst("^V", "").replaceFirst("\\.sql$", "");
    }

    private static List<Path> list(Path folder, String pattern) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
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
        return list(path(dialect), "V.*\\.sql").stream()
                .map(MigrationFolder::migration)
                .sorted(Comparator.comparing(MigrationFile::major))
                .toList();
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
        return write(texts, Map.of(), Set.of());
    }

    /** Writes new texts, gives files other names, and deletes some, all or none. */
    List<Path> write(Map<Path, String> texts, Map<Path, Path> moves, Set<Path> gone) {
        try (FileBatch batch = new FileBatch()) {
            for (Map.Entry<Path, Path> move : moves.entrySet()) {
                batch.stage(move.getValue(), Files.readString(move.getKey(), StandardCharsets.UTF_8));
                batch.remove(move.getKey());
            }
            for (Path each : gone) {
                batch.remove(each);
            }
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
