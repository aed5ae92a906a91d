package io.ashlar.mojo;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.registration.Coordinates;
import io.ashlar.registration.Origin;
import io.ashlar.registration.Project;
import io.ashlar.registration.RegisteredModule;
import io.ashlar.registration.UnresolvableArtifactException;
import io.ashlar.registration.Workspace;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** The workspace of a Maven session. */
final class MavenWorkspace implements Workspace {

    private final MavenSession session;
    private final MavenProject top;
    private final RepositorySystem repositories;

    MavenWorkspace(MavenSession session, MavenProject project, RepositorySystem repositories) {
        this.session = session;
        this.top = top(project);
        this.repositories = repositories;
    }

    /** Returns the topmost parent on disk: where the configuration comes from, in whichever directory Maven started. */
    private static MavenProject top(MavenProject project) {
        MavenProject top = project;
        while (top.getParent() != null && top.getParent().getBasedir() != null) {
            top = top.getParent();
        }
        return top;
    }

    /** Returns the name of the application: the top-level project's artifact. */
    String application() {
        return top.getArtifactId();
    }

    @Override
    public Path root() {
        return top.getBasedir().toPath().toAbsolutePath().normalize();
    }

    @Override
    public List<Project> projects() {
        return session.getProjects().stream().map(MavenWorkspace::project).toList();
    }

    @Override
    public Path fetch(Coordinates coordinates) throws UnresolvableArtifactException {
        var artifact = new DefaultArtifact(coordinates.group(), coordinates.artifact(), "jar", coordinates.version());
        var request = new ArtifactRequest(artifact, top.getRemoteProjectRepositories(), null);
        try {
            return repositories
                    .resolveArtifact(session.getRepositorySession(), request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new UnresolvableArtifactException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Returns a module's class path, its own classes first.
     *
     * @throws ProblemsFound if a dependency cannot be had
     */
    List<Path> classPath(RegisteredModule module) {
        if (module.origin() instanceof Origin.InBuild built) {
            return WeaveMojo.classPath(maven(built.project()));
        }
        return module.origin() instanceof Origin.Fetched fetched
                ? dependencies(module, fetched.coordinates())
                : List.of(module.origin().classes());
    }

    private List<Path> dependencies(RegisteredModule module, Coordinates coordinates) {
        var artifact = new DefaultArtifact(coordinates.group(), coordinates.artifact(), "jar", coordinates.version());
        var collect = new CollectRequest(new Dependency(artifact, "runtime"), top.getRemoteProjectRepositories());
        try {
            var found = repositories.resolveDependencies(
                    session.getRepositorySession(), new DependencyRequest(collect, null));
            return found.getArtifactResults().stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new ProblemsFound(
                    List.of(new Problem(
                            "module-dependencies",
                            "Cannot load the classes that migrations of module " + module.name() + " name: "
                                    + e.getMessage(),
                            "<resolve>" + module.entry().resolve() + "</resolve>",
                            "see that what it depends on is in a repository of the application's pom")),
                    e);
        }
    }

    /** Returns what Maven knows of a project in this build. */
    MavenProject maven(Project project) {
        return session.getProjects().stream()
                .filter(candidate -> candidate.getBasedir().toPath().equals(project.directory()))
                .findFirst()
                .orElseThrow();
    }

    private static Project project(MavenProject project) {
        Path directory = project.getBasedir().toPath().toAbsolutePath().normalize();
        return new Project(
                directory,
                new Coordinates(project.getGroupId(), project.getArtifactId(), project.getVersion()),
                Path.of(project.getBuild().getOutputDirectory()),
                project.getResources().stream()
                        .findFirst()
                        .map(Resource::getDirectory)
                        .map(Path::of)
                        .orElse(directory.resolve("src/main/resources")));
    }
}
