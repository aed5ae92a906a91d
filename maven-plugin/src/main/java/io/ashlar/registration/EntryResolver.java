package io.ashlar.registration;

import io.ashlar.config.ModuleManifest;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.weaving.ModuleName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the built module behind one entry of the pom. */
final class EntryResolver {

    private final Workspace workspace;
    private final Path pom;

    EntryResolver(Workspace workspace) {
        this.workspace = workspace;
        this.pom = workspace.root().resolve("pom.xml");
    }

    /**
     * Returns the module that {@code entry} means.
     *
     * @throws ProblemsFound if there is none
     */
    RegisteredModule resolve(ModuleEntry entry) {
        if (entry.resolve().isEmpty()) {
            throw problem(
                    "missing-resolve",
                    "A <module> does not say which module it means",
                    pom.toString(),
                    "add <resolve> with a directory, as in " + ModuleRegistry.snippet("blog")
                            + ", or with group:artifact:version");
        }
        Origin origin = Coordinates.in(entry.resolve())
                .<Origin>map(coordinates -> fetched(entry, coordinates))
                .orElseGet(() -> directory(entry));
        return new RegisteredModule(entry, origin, manifest(entry, origin));
    }

    private Origin fetched(ModuleEntry entry, Coordinates coordinates) {
        try {
            return new Origin.Fetched(coordinates, workspace.fetch(coordinates));
        } catch (UnresolvableArtifactException e) {
            throw new ProblemsFound(
                    List.of(new Problem(
                            "unresolvable-module",
                            "The artifact " + coordinates + " cannot be had: " + e.getMessage(),
                            where(entry),
                            "correct the coordinates, install the artifact, or add the repository that has it")),
                    e);
        }
    }

    private Origin directory(ModuleEntry entry) {
        Path directory = workspace.root().resolve(entry.resolve()).normalize();
        Optional<Project> project = workspace.project(directory);
        if (project.isPresent()) {
            return new Origin.InBuild(project.get());
        }
        if (!Files.isDirectory(directory)) {
            throw problem(
                    "unknown-resolve",
                    "'" + entry.resolve() + "' is neither a directory nor group:artifact:version."
                            + Nearest.to(entry.resolve(), directories())
                                    .map(near -> " Did you mean '" + near + "'?")
                                    .orElse(""),
                    where(entry),
                    "correct <resolve>; directories are relative to " + workspace.root());
        }
        if (!Files.isRegularFile(directory.resolve("pom.xml"))) {
            throw problem(
                    "no-project",
                    "The directory '" + entry.resolve() + "' has no pom.xml",
                    where(entry),
                    "point <resolve> to a project of the application, relative to " + workspace.root());
        }
        return new Origin.OutOfBuild(directory);
    }

    private List<String> directories() {
        return workspace.projects().stream()
                .map(project -> ModuleRegistry.relative(workspace, project))
                .filter(path -> !path.isEmpty())
                .toList();
    }

    private ModuleManifest manifest(ModuleEntry entry, Origin origin) {
        List<ModuleManifest> manifests = Manifests.in(origin.classes());
        if (manifests.isEmpty()) {
            throw new ProblemsFound(noManifest(entry, origin));
        }
        if (manifests.size() > 1) {
            throw problem(
                    "several-modules",
                    "'" + entry.resolve() + "' holds several modules: "
                            + String.join(
                                    ", ",
                                    manifests.stream().map(ModuleManifest::name).toList()),
                    origin.classes().toString(),
                    "build each module into an artifact of its own; after a change of name, build with clean once");
        }
        ModuleManifest manifest = manifests.get(0);
        ModuleName.check(manifest.name(), manifest.service()).ifPresent(problem -> {
            throw new ProblemsFound(problem);
        });
        return manifest;
    }

    private Problem noManifest(ModuleEntry entry, Origin origin) {
        if (origin instanceof Origin.OutOfBuild) {
            return new Problem(
                    "not-built",
                    "The module in '" + entry.resolve() + "' is not part of this build, and was not built before",
                    where(entry),
                    "run the same command in " + workspace.root());
        }
        return new Problem(
                "no-module",
                "'" + entry.resolve() + "' is no module: it has no META-INF/modules/<name>/module.json",
                origin.classes().toString(),
                origin instanceof Origin.InBuild
                        ? "annotate its service with @Module, provide it in module-info.java (provides"
                                + " io.ashlar.ModuleService with ...), and bind the goals generate and weave in "
                                + Path.of(entry.resolve(), "pom.xml")
                        : "take an artifact that was built with the goal weave of modules-maven-plugin");
    }

    private String where(ModuleEntry entry) {
        return "<resolve>" + entry.resolve() + "</resolve> in " + pom;
    }

    private static ProblemsFound problem(String tag, String what, String where, String mend) {
        return new ProblemsFound(new Problem(tag, what, where, mend));
    }
}
