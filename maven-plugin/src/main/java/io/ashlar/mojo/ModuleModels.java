package io.ashlar.mojo;

import io.ashlar.registration.Project;
import io.ashlar.registration.RegisteredModule;
import io.ashlar.schema.EclipseLinkSchemas;
import io.ashlar.schema.OutboxSchema;
import io.ashlar.schema.SchemaSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** The models of a module, loaded until this is closed. */
final class ModuleModels implements AutoCloseable {

    private final RegisteredModule module;
    private final URLClassLoader loader;

    ModuleModels(MavenWorkspace workspace, RegisteredModule module, Project project) {
        this(module, WeaveMojo.classPath(workspace.maven(project)));
    }

    /** Loads them from a class path, wherever they were compiled. */
    ModuleModels(RegisteredModule module, List<Path> classPath) {
        this.module = module;
        // EclipseLink and the runtime come from the plugin, so that both sides mean the same classes.
        this.loader = new URLClassLoader(
                classPath.stream().map(ModuleModels::url).toArray(URL[]::new), ModuleModels.class.getClassLoader());
    }

    SchemaSource schema() {
        List<Class<?>> classes =
                module.manifest().models().stream().<Class<?>>map(this::load).toList();
        return OutboxSchema.of(
                EclipseLinkSchemas.of(module.name(), classes, loader),
                module.name(),
                load(module.manifest().service()));
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The manifest names " + name + ", which was just compiled", e);
        }
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
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the classes of " + module.name(), e);
        }
    }
}
