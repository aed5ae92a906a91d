package io.ashlar.mojo;

import io.ashlar.model.SourceSet;
import io.ashlar.service.Generation;
import io.ashlar.service.ServiceGenerator;
import java.io.File;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Generates the base class of a module's service (create, retrieve, list, update, delete for each data model) and the
 * attributes of its data models, such as {@code _Post}, from the sources. Skips the work when nothing has changed.
 *
 * <p>Bind it in the pom of each module, together with {@code weave}:
 *
 * <pre>{@code
 * <execution>
 *   <goals><goal>generate</goal><goal>weave</goal></goals>
 * </execution>
 * }</pre>
 */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class GenerateMojo extends ModulesMojo {

    /** Where the generated sources go; compiled with the others. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/modules")
    private File generatedSources;

    /** The Java release that the module is compiled for. Without it, the one that runs Maven. */
    @Parameter(property = "maven.compiler.release")
    private @Nullable Integer release;

    /** The encoding of the sources. */
    @Parameter(property = "project.build.sourceEncoding", defaultValue = "UTF-8")
    private String encoding;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    /** For Maven. */
    public GenerateMojo() {}

    @Override
    void run() {
        Generation generation = ServiceGenerator.generate(
                new SourceSet(
                        project.getCompileSourceRoots().stream().map(Path::of).toList(),
                        classPath(),
                        release == null ? Runtime.version().feature() : release,
                        Charset.forName(encoding)),
                generatedSources.toPath());
        project.addCompileSourceRoot(generatedSources.getPath());
        getLog().info(
                        generation.written().isEmpty() && generation.deleted().isEmpty()
                                ? "Nothing to generate: the sources are as before"
                                : "Generated " + generation.written().size() + " files, deleted "
                                        + generation.deleted().size());
    }

    private List<Path> classPath() {
        try {
            String own = project.getBuild().getOutputDirectory();
            return project.getCompileClasspathElements().stream()
                    .filter(element -> !element.equals(own))
                    .map(Path::of)
                    .toList();
        } catch (DependencyResolutionRequiredException e) {
            throw new IllegalStateException("Maven resolves the dependencies that the goal requires", e);
        }
    }
}
