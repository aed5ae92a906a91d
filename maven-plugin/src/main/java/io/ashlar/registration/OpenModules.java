package io.ashlar.registration;

import io.ashlar.database.Dialect;
import io.ashlar.migrate.ModuleMigrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The migrations of registered modules, in directories and in jars, which stay open until this is closed. */
public final class OpenModules implements AutoCloseable {

    private final Map<Path, FileSystem> jars = new HashMap<>();

    /** Opens nothing yet. */
    public OpenModules() {}

    /** Returns where a module's migrations for {@code dialect} lie; the folder need not exist. */
    public ModuleMigrations migrations(RegisteredModule module, Dialect dialect) {
        Path classes = module.origin().classes();
        Path root = Files.isRegularFile(classes)
                ? jars.computeIfAbsent(classes, OpenModules::open).getPath("/")
                : classes;
        Path folder = root.resolve("META-INF").resolve("modules").resolve(module.name());
        return new ModuleMigrations(module.name(), folder.resolve("db").resolve(dialect.id()));
    }

    @Override
    public void close() {
        try {
            for (FileSystem jar : jars.values()) {
                jar.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileSystem open(Path jar) {
        try {
            return FileSystems.newFileSystem(jar);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + jar, e);
        }
    }
}
