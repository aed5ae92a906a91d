package io.ashlar.mojo;

import io.ashlar.Module;
import io.ashlar.database.Dialect;
import io.ashlar.migration.MigrationFolder;
import io.ashlar.migration.MigrationGenerator;
import io.ashlar.registration.Project;
import io.ashlar.registration.RegisteredModule;
import io.ashlar.schema.EclipseLinkSchemas;
import io.ashlar.schema.OutboxSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Loads a module's models and has its next migration written. */
final class ModuleMigrationWriter {

    private final MavenWorkspace workspace;
    private final List<Dialect> dialects;
    private final @Nullable String name;

    ModuleMigrationWriter(MavenWorkspace workspace, List<Dialect> dialects, @Nullable String name) {
        this.workspace = workspace;
        this.dialects = dialects;
        this.name = name;
    }

    /** Writes what is missing and returns a line about it. */
    String write(RegisteredModule module, Project project) {
        // EclipseLink and the runtime come from the plugin, so that both sides mean the same classes.
        try (var loader = new URLClassLoader(urls(project), getClass().getClassLoader())) {
            var models = OutboxSchema.of(
                    EclipseLinkSchemas.of(module.name(), models(module, loader), loader),
                    module.name(),
                    load(module.manifest().service(), loader));
            var folder = MigrationFolder.of(project.resources(), module.name());
            List<Path> files =
                    new MigrationGenerator(module.name(), models, folder, dialects, Clock.systemUTC()).generate(name);
            return files.isEmpty() ? "nothing to migrate: models and migrations agree" : "wrote " + wrote(files);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the classes of " + module.name(), e);
        }
    }

    private static List<Class<?>> models(RegisteredModule module, ClassLoader loader) {
        return module.manifest().models().stream()
                .<Class<?>>map(model -> load(model, loader))
                .toList();
    }

    /** Returns whether the service's module keeps its events in a table. */
    static boolean hasOutbox(String service, ClassLoader loader) {
        var annotation = load(service, loader).getAnnotation(Module.class);
        return annotation != null && annotation.outbox();
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The manifest names " + name + ", which was just compiled", e);
        }
    }

    private URL[] urls(Project project) {
        return WeaveMojo.classPath(workspace.maven(project)).stream()
                .map(ModuleMigrationWriter::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns each migration once, with the dialects it was written for. */
    private static String wrote(List<Path> files) {
        Map<String, List<String>> dialects = files.stream()
                .filter(file -> file.toString().endsWith(".sql"))
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString(),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                file -> file.getName(file.getNameCount() - 2).toString(), Collectors.toList())));
        return dialects.entrySet().stream()
                .map(file -> file.getKey() + " (" + String.join(", ", file.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }
}
