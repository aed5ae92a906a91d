package io.ashlar.mojo;

import io.ashlar.weaving.Weaving;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Completes the compiled classes of a module, so that its sources need not mention EclipseLink: weaves the data models,
 * opens their packages in module-info, writes META-INF/services and the manifest of the module.
 *
 * <p>Bind it in the pom of each module, together with {@code generate}. Nothing to configure:
 *
 * <pre>{@code
 * <execution>
 *   <goals><goal>generate</goal><goal>weave</goal></goals>
 * </execution>
 * }</pre>
 */
@Mojo(
        name = "weave",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class WeaveMojo extends ModulesMojo {

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
    private File classes;

    @Parameter(defaultValue = "${project.build.directory}/modules-maven-plugin/woven", readonly = true)
    private File stamp;

    /** For Maven. */
    public WeaveMojo() {}

    @Override
    void run() {
        new Weaving(
                        classes.toPath(),
                        classPath(project),
                        resources(),
                        stamp.toPath(),
                        getClass().getClassLoader())
                .weave()
                .ifPresentOrElse(
                        result -> getLog().info(result.manifest().name() + ": "
                                + (result.woven() == 0
                                        ? "nothing to weave"
                                        : "wove " + result.woven() + " of its classes")),
                        () -> getLog().info("No module here: no class has @Module"));
    }

    /** Returns the directories of resources; empty if one is copied to somewhere else than the root of the classes. */
    private List<Path> resources() {
        return project.getResources().stream().anyMatch(resource -> resource.getTargetPath() != null)
                ? List.of()
                : project.getResources().stream()
                        .map(Resource::getDirectory)
                        .map(Path::of)
                        .toList();
    }

    /** Returns the module's class path; its own classes first. */
    static List<Path> classPath(MavenProject project) {
        try {
            return project.getRuntimeClasspathElements().stream().map(Path::of).toList();
        } catch (DependencyResolutionRequiredException e) {
            throw new IllegalStateException("Maven resolves the dependencies that the goal requires", e);
        }
    }
}
