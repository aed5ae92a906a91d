package io.ashlar.testing;

import io.ashlar.Module;
import io.ashlar.ModuleService;
import io.ashlar.config.ModuleManifest;
import io.ashlar.database.Dialect;
import io.ashlar.migrate.DataSteps;
import io.ashlar.migrate.ModuleMigrations;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A module as its build left it in a directory of classes.
 *
 * @param folder {@code META-INF/modules/<name>}
 */
record TestedModule(String name, Class<? extends ModuleService> service, boolean hasModels, Path folder) {

    /**
     * Finds the module of a service.
     *
     * @throws ProblemsFound if it is no module, or not built by the plugin
     */
    static TestedModule of(Class<? extends ModuleService> service) {
        var module = service.getAnnotation(Module.class);
        if (module == null) {
            throw new ProblemsFound(new Problem(
                    "service-without-module",
                    service.getSimpleName() + " is no service of a module",
                    service.getName(),
                    "annotate it with @Module(name = ..., models = ...)"));
        }
        return new TestedModule(module.name(), service, module.models().length > 0, folder(module.name(), service));
    }

    private static Path folder(String name, Class<? extends ModuleService> service) {
        var manifest = service.getClassLoader().getResource(ModuleManifest.location(name));
        if (manifest == null || !manifest.getProtocol().equals("file")) {
            throw new ProblemsFound(new Problem(
                    "module-not-built",
                    "Module '" + name + "' is not in a folder of classes that the plugin has built",
                    manifest == null ? ModuleManifest.location(name) + " on the path" : manifest.toString(),
                    "bind modules:generate and modules:weave in the module's pom, and build it: mvn process-classes"));
        }
        return Path.of(URI.create(manifest.toString())).resolveSibling("");
    }

    /** Returns whether there are tables to test with: a migration, or no data model that would need one. */
    boolean migrated(Dialect dialect) {
        if (!hasModels) {
            return true;
        }
        var migrations = migrations(dialect).folder();
        if (!Files.isDirectory(migrations)) {
            return false;
        }
        try (var files = Files.list(migrations)) {
            return files.anyMatch(file -> file.getFileName().toString().endsWith(".sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where its migrations for a dialect lie, or would. */
    ModuleMigrations migrations(Dialect dialect) {
        return new ModuleMigrations(
                name, folder.resolve("db").resolve(dialect.id()), DataSteps.of(service.getClassLoader()));
    }
}
