package io.ashlar.mojo;

import io.ashlar.config.ApplicationConfig;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.registration.ApplicationDependencies;
import io.ashlar.registration.Coordinates;
import io.ashlar.registration.ModuleEntry;
import io.ashlar.registration.ModuleRegistry;
import io.ashlar.registration.Project;
import io.ashlar.registration.RegisteredModule;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.settings.Server;

/**
 * Writes the list of registered modules, their options and the URL of their database among the classes of the
 * application, where {@code Application.start()} reads it. No password is written.
 *
 * <p>Bind it in the pom of the application's main artifact:
 *
 * <pre>{@code
 * <execution>
 *   <goals><goal>config</goal></goals>
 * </execution>
 * }</pre>
 */
@Mojo(
        name = "config",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
public final class ConfigMojo extends ApplicationMojo {

    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
    private File classes;

    /** For Maven. */
    public ConfigMojo() {}

    @Override
    void run() {
        List<ModuleEntry> entries = entries();
        MavenWorkspace workspace = workspace();
        Project application = workspace
                .project(project().getBasedir().toPath().toAbsolutePath().normalize())
                .orElseThrow();
        List<Coordinates> dependencies = project().getArtifacts().stream()
                .map(artifact ->
                        new Coordinates(artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion()))
                .toList();
        // First: a module that is no dependency may not be built yet.
        ApplicationDependencies.check(entries, workspace, application, dependencies);
        DatabaseSettings shared = configuredDatabase();
        List<ApplicationConfig.RegisteredModule> modules = ModuleRegistry.of(entries, workspace).modules().stream()
                .map(ConfigMojo::configured)
                .toList();
        write(new ApplicationConfig(shared.url(), shared.user(), modules));
        getLog().info("Registered: "
                + (modules.isEmpty()
                        ? "no modules"
                        : String.join(
                                ", ",
                                modules.stream()
                                        .map(ApplicationConfig.RegisteredModule::name)
                                        .toList())));
    }

    /** Returns an empty server: what is built depends on no settings.xml, and holds no secret of one. */
    @Override
    Server server(String id) {
        return new Server();
    }

    private static ApplicationConfig.RegisteredModule configured(RegisteredModule module) {
        DatabaseSettings own = module.entry().database();
        return new ApplicationConfig.RegisteredModule(
                module.name(),
                module.entry().options(),
                own == null ? null : own.url(),
                own == null ? null : own.user());
    }

    private void write(ApplicationConfig config) {
        Path file = classes.toPath().resolve(ApplicationConfig.LOCATION);
        String json = config.toJson();
        try {
            if (!Files.isRegularFile(file) || !Files.readString(file).equals(json)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, json);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
