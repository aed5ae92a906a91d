package io.ashlar.registration;

import io.ashlar.config.ModuleManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads what built modules say of themselves. */
public final class Manifests {

    private Manifests() {}

    /**
     * Returns the manifests in a directory of classes or a jar, by name; empty where there is none.
     *
     * @throws io.ashlar.problem.ProblemsFound if one is unreadable
     */
    public static List<ModuleManifest> in(Path classes) {
        try {
            if (Files.isRegularFile(classes)) {
                try (FileSystem jar = FileSystems.newFileSystem(classes)) {
                    return under(jar.getPath("/"));
                }
            }
            return under(classes);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + classes, e);
        }
    }

    private static List<ModuleManifest> under(Path root) throws IOException {
        Path modules = root.resolve("META-INF").resolve("modules");
        if (!Files.isDirectory(modules)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(modules)) {
            return folders.map(folder -> folder.resolve("module.json"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(Manifests::read)
                    .toList();
        }
    }

    private static ModuleManifest read(Path file) {
        try {
            return ModuleManifest.fromJson(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
