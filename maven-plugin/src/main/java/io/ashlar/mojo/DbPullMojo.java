package io.ashlar.mojo;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.pull.DatabasePull;
import io.ashlar.pull.PullRequest;
import io.ashlar.pull.Pulled;
import io.ashlar.pull.TakenTables;
import io.ashlar.registration.ModuleRegistry;
import io.ashlar.registration.Origin;
import io.ashlar.registration.RegisteredModule;
import io.ashlar.schema.Schema;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Starts a module's models from the tables of its database: writes an entity for each table, over no file that
 * is there unless told to, and says what the entities do not say. Changes nothing in the database.
 *
 * <ul>
 *   <li>{@code mvn modules:db-pull -Dmodule=blog}
 *   <li>{@code mvn modules:db-pull -Dmodule=blog -Dtables=post,author -Dpackage=com.acme.blog.model}
 * </ul>
 */
@Mojo(name = "db-pull", aggregator = true, requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class DbPullMojo extends ApplicationMojo {

    /** The module. */
    @Parameter(property = "module", defaultValue = "")
    private String module = "";

    /** The tables, with commas between them. Without it, all that no module has yet. */
    @Parameter(property = "tables", defaultValue = "")
    private String tables = "";

    /** The package of the models. Without it, the one of the module's service. */
    @Parameter(property = "package")
    private @Nullable String packageName;

    /** Whether sources that are there already, and say otherwise, are replaced. */
    @Parameter(property = "overwrite", defaultValue = "false")
    private boolean overwrite;

    /** The encoding of the sources. */
    @Parameter(property = "project.build.sourceEncoding", defaultValue = "UTF-8")
    private String encoding = "UTF-8";

    /** For Maven. */
    public DbPullMojo() {}

    @Override
    void run() {
        OneModule one = OneModule.of("db-pull", ModuleRegistry.names(module));
        List<RegisteredModule> all = registry().select("pull models for", List.of());
        RegisteredModule target =
                registry().select("pull models for", List.of(one.name())).get(0);
        if (!(target.origin() instanceof Origin.InBuild built)) {
            throw new ProblemsFound(new Problem(
                    "not-in-this-build",
                    "The module " + one.name() + " is not compiled by this build",
                    "<resolve>" + target.entry().resolve() + "</resolve>",
                    "run the same command where its sources are"));
        }
        Pulled pulled = DatabasePull.of(
                database(target),
                new PullRequest(packageOf(target), ModuleRegistry.names(tables), TakenTables.of(all, this::models)));
        Path sources = Path.of(workspace().maven(built.project()).getBuild().getSourceDirectory());
        pulled.writeTo(sources, Charset.forName(encoding), overwrite)
                .forEach(file -> getLog().info(one.name() + ": wrote " + file));
        pulled.notes().forEach(note -> getLog().warn(one.name() + ": " + note));
        pulled.next(one.name()).forEach(getLog()::info);
    }

    private Schema models(RegisteredModule module) {
        try (ModuleModels models = new ModuleModels(module, workspace().classPath(module))) {
            return models.schema().read().schema();
        }
    }

    private String packageOf(RegisteredModule target) {
        String service = target.manifest().service();
        return packageName == null || packageName.isBlank()
                ? service.substring(0, Math.max(0, service.lastIndexOf('.')))
                : packageName.strip();
    }
}
