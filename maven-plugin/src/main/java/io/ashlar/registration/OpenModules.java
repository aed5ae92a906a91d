package io.ashlar.registration;

import io.ashlar.database.Dialect;
import io.ashlar.migrate.DataSteps;
import io.ashlar.migrate.ModuleMigrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The migrations of registered modules, in directories and in jars, which stay open until this is closed. */
public final class OpenModules implements AutoCloseable {

    private final Map<Path, FileSystem> jars = new HashMap<>();
    private final Map<RegisteredModule, URLClassLoader> loaders = new HashMap<>();
    private final Function<RegisteredModule, List<Path>> classPath;

    /**
     * Opens nothing yet.
     *
     * @param classPath of a module, with all it depends on; asked only where a migration names a class
     */
    public OpenModules(Function<RegisteredModule, List<Path>> classPath) {
        this.classPath = classPath;
    }

    /** Returns where a module's migrations for {@code dialect} lie; the folder need not exist. */
    public ModuleMigrations migrations(RegisteredModule module, Dialect dialect) {
        Path classes = module.origin().classes();
        Path root = Files.isRegularFile(classes)
                ? jars.computeIfAbsent(classes, OpenModules::open).getPath("/")
                : classes;
        Path folder = root.resolve("META-INF").resolve("modules").resolve(module.name());
        return new ModuleMigrations(
                module.name(),
                folder.resolve("db").resolve(dialect.id()),
                type -> DataSteps.of(loaders.computeIfAbsent(module, this::load))
                        .find(type));
    }

    /** The runtime comes from here, so that both sides mean the same interface. */
    private URLClassLoader load(RegisteredModule module) {
        return new URLClassLoader(
                classPath.apply(module).stream().map(OpenModules::url).toArray(URL[]::new),
                OpenModules.class.getClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            for (URLClassLoader loader : loaders.values()) {
                loader.close();
            }
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
