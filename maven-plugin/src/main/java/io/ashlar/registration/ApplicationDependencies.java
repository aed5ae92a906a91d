package io.ashlar.registration;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Checks that an application has what it registers: a module is found only among its dependencies. */
public final class ApplicationDependencies {

    private ApplicationDependencies() {}

    /**
     * Passes if each of {@code entries} is among the {@code dependencies} of {@code application}.
     *
     * @throws ProblemsFound with what to add to its pom
     */
    public static void check(
            List<ModuleEntry> entries, Workspace workspace, Project application, Collection<Coordinates> dependencies) {
        List<Problem> problems = entries.stream()
                .flatMap(entry -> coordinates(entry, workspace).stream())
                .filter(module -> !module.equals(application.coordinates()))
                .filter(module -> dependencies.stream().noneMatch(module::isSameArtifact))
                .map(module -> missing(module, application))
                .toList();
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
    }

    /** Returns which artifact an entry means; empty if this build does not know, or the entry is wrong. */
    private static Optional<Coordinates> coordinates(ModuleEntry entry, Workspace workspace) {
        return Coordinates.in(entry.resolve())
                .or(() -> workspace
                        .project(workspace.root().resolve(entry.resolve()).normalize())
                        .map(Project::coordinates));
    }

    private static Problem missing(Coordinates module, Project application) {
        String version =
                module.version().equals(application.coordinates().version()) ? "${project.version}" : module.version();
        return new Problem(
                "not-a-dependency",
                "The application registers " + module.group() + ":" + module.artifact()
                        + ", but does not depend on it, and would not find it when it runs",
                application.directory().resolve("pom.xml").toString(),
                "add to <dependencies>: <dependency><groupId>" + module.group() + "</groupId><artifactId>"
                        + module.artifact() + "</artifactId><version>" + version + "</version></dependency>");
    }
}
