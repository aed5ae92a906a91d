package io.ashlar.mojo;

import io.ashlar.database.DatabaseLookup;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.registration.ModuleEntry;
import io.ashlar.registration.ModuleRegistry;
import io.ashlar.registration.RegisteredModule;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What the goals share that look at the whole application. */
abstract class ApplicationMojo extends ModulesMojo {

    /**
     * The modules of the application, in the order in which they are migrated. Each {@code <resolve>} is a directory,
     * relative to the top-level project, or {@code group:artifact:version}:
     *
     * <ul>
     *   <li>{@code <module><resolve>blog</resolve></module>}
     *   <li>{@code <module><resolve>com.acme:reviews:1.2</resolve>
     *       <options><apiUrl>https://example.org</apiUrl></options></module>}
     * </ul>
     *
     * <p>A {@code <database>} in it is the module's own, when it outgrows the shared one.
     */
    @Parameter
    private @Nullable List<ModuleParameter> modules;

    /**
     * The database that the modules share: {@code <url>}, and {@code <user>} or the {@code <serverId>} of a server in
     * settings.xml. Without it, an H2 file under {@code data} of the top-level project.
     *
     * <p>These win over it, in this order: {@code -Dmodules.database.url} (with {@code .user} and {@code .password}), the
     * environment variables {@code BLOG_DATABASE_URL}, {@code _USER}, {@code _PASSWORD} for the module blog, and
     * {@code MODULES_DATABASE_URL}, {@code _USER}, {@code _PASSWORD} for all.
     */
    @Parameter
    private @Nullable DatabaseParameter database;

    @Parameter(defaultValue = "${session}", readonly = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Inject
    private RepositorySystem repositories;

    @Inject
    private SettingsDecrypter decrypter;

    final MavenSession session() {
        return session;
    }

    final MavenProject project() {
        return project;
    }

    final MavenWorkspace workspace() {
        return new MavenWorkspace(session, project, repositories);
    }

    final List<ModuleEntry> entries() {
        return modules == null
                ? List.of()
                : modules.stream().map(module -> module.entry(this::server)).toList();
    }

    final ModuleRegistry registry() {
        return ModuleRegistry.of(entries(), workspace());
    }

    /** Returns the shared database as the pom says, or the H2 file. */
    final DatabaseSettings configuredDatabase() {
        return database == null
                ? new DatabaseSettings("jdbc:h2:file:./data/" + workspace().application(), null, null)
                : database.settings(this::server);
    }

    /** Returns the database of a module after all places were asked. */
    final DatabaseSettings database(RegisteredModule module) {
        DatabaseSettings own = module.entry().database();
        DatabaseSettings settings = DatabaseLookup.of(session.getUserProperties())
                .settings(module.name(), own == null ? configuredDatabase() : own);
        return H2Files.absolute(settings, root());
    }

    /** Returns the directory of the top-level project. */
    final Path root() {
        return workspace().root();
    }

    /** Returns a server of settings.xml, decrypted; null if there is none. Not asked for by what writes artifacts. */
    @Nullable
    Server server(String id) {
        Server server = session.getSettings().getServer(id);
        return server == null
                ? null
                : decrypter
                        .decrypt(new DefaultSettingsDecryptionRequest(server))
                        .getServer();
    }
}
