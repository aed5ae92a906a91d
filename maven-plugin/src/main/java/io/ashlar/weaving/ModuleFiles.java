package io.ashlar.weaving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Our files among the classes of a module. Writes a file only when its content changes. */
final class ModuleFiles {

    private final Path root;

    ModuleFiles(Path root) {
        this.root = root;
    }

    void write(String location, String text) {
        Path file = root.resolve(location);
        try {
            if (!Files.isRegularFile(file) || !Files.readString(file).equals(text)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Deletes the manifests that earlier builds left under names that the module no longer has. */
    void dropOtherManifests(String name) {
        Path modules = root.resolve("META-INF").resolve("modules");
        try (Stream<Path> folders = Files.list(modules)) {
            List<Path> others = folders.filter(folder -> !folder.endsWith(name))
                    .map(folder -> folder.resolve("module.json"))
                    .toList();
            for (Path manifest : others) {
                Files.deleteIfExists(manifest);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clean " + modules, e);
        }
    }

    /**
     * Deletes the migrations that none of {@code resources} has any more: Maven copies resources, but never takes one back,
     * and a migration deleted by the user would run all the same.
     */
    void dropMigrationsWithoutSource(List<Path> resources) {
        Path modules = root.resolve("META-INF").resolve("modules");
        if (resources.isEmpty()) {
            return;
        }
        try (Stream<Path> tree = Files.walk(modules)) {
            List<Path> orphans = tree.filter(file -> file.toString().endsWith(".sql"))
                    .filter(file ->
                            resources.stream().noneMatch(folder -> Files.exists(folder.resolve(root.relativize(file)))))
                    .toList();
            for (Path orphan : orphans) {
                Files.delete(orphan);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clean " + modules, e);
        }
    }
}
