package io.ashlar.mojo;

import io.ashlar.database.Dialect;
import io.ashlar.migration.GenerateOptions;
import io.ashlar.migration.RenameDialog;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.registration.ModuleRegistry;
import io.ashlar.registration.Origin;
import io.ashlar.registration.RegisteredModule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.codehaus.plexus.components.interactivity.Prompter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the next migration of each module whose data models are ahead of its migrations: one SQL file a dialect, under
 * {@code src/main/resources/META-INF/modules/<module>/db}, and beside it what leads back. Needs no database. Running it
 * again writes nothing.
 *
 * <p>What would lose values is refused until you agree to it by name, and what may be a rename until you say whether it is;
 * at a terminal, you are asked.
 * If the configured database answers, it tells how much would be lost; nothing is ever written to it.
 *
 * <p>Builds the modules first, as far as their classes.
 *
 * <ul>
 *   <li>{@code mvn modules:db-generate}
 *   <li>{@code mvn modules:db-generate -Dmodule=blog -Dname=add_slug}
 *   <li>{@code mvn modules:db-generate -Drename=post.body:post.text,comment:remark}
 *   <li>{@code mvn modules:db-generate -DallowDestructive=post.body,comment}
 *   <li>{@code mvn modules:db-generate -DdropLater=post.body}
 *   <li>{@code mvn modules:db-generate -Donline=false}
 *   <li>{@code mvn modules:db-generate -Dmodule=blog -Drebase=20261123041423}
 *   <li>{@code mvn modules:db-generate -DdataStep -DallowDestructive=author.first_name,author.last_name}
 * </ul>
 */
@Mojo(
        name = "db-generate",
        aggregator = true,
        requiresDependencyResolution = ResolutionScope.RUNTIME,
        threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class DbGenerateMojo extends ApplicationMojo {

    /** The modules to write for, by name, with commas between them. Without it, all that this build compiles. */
    @Parameter(property = "module", defaultValue = "")
    private String module = "";

    /** What the migration is called, such as {@code add_slug}. Without it, a name is made from what changes. */
    @Parameter(property = "name")
    private @Nullable String name;

    /**
     * What only got another name, with commas between: {@code post:article} for a table, {@code post.body:post.text} for a
     * column. {@code @RenamedFrom} in the model says the same.
     */
    @Parameter(property = "rename")
    private @Nullable String rename;

    /** Tables and columns that may be lost with their rows, with commas between: {@code post.body,comment}. */
    @Parameter(property = "allowDestructive")
    private @Nullable String allowDestructive;

    /**
     * Tables and columns that no model has any more and that stay, with commas between, for a version of the application
     * that still uses them. Columns become optional. {@code -DallowDestructive} drops them, whenever you are ready.
     */
    @Parameter(property = "dropLater")
    private @Nullable String dropLater;

    /**
     * Whether readers and writers go on while the migration runs, on PostgreSQL: what has to read the rows of a table comes
     * in a second file then, whose statements hold no strong lock for long. {@code false} writes one file.
     */
    @Parameter(property = "online", defaultValue = "true")
    private boolean online = true;

    /**
     * After a merge of two branches that both have new migrations: a migration of the one that ran on no shared database
     * yet, and that moves behind the other. Its files get later versions where they would be older than what they follow.
     * Branches that conflict are refused. Writes no new migration.
     */
    @Parameter(property = "rebase")
    private @Nullable String rebase;

    /**
     * Writes three migrations instead of one: new columns, all optional; a file for you to fill, which computes their
     * values; and what requires them and drops the old ones. With the name of a class ({@code io.ashlar.migrate.DataStep}),
     * that class is run in between, and nothing is left to fill.
     */
    @Parameter(property = "dataStep")
    private @Nullable String dataStep;

    /** The databases to write for: h2, postgresql, mariadb. Without it, h2 and postgresql. */
    @Parameter
    private @Nullable List<String> dialects;

    @Inject
    private Prompter prompter;

    /** For Maven. */
    public DbGenerateMojo() {}

    @Override
    void run() {
        List<String> names = ModuleRegistry.names(module);
        List<RegisteredModule> selected = registry().select("generate migrations for", names);
        GenerateOptions options = GenerateOptions.parse(name, rename, allowDestructive, dropLater)
                .withOnline(online)
                .withDataStep(dataStep);
        ModuleMigrationWriter writer =
                new ModuleMigrationWriter(workspace(), dialects(), options, this::database, getLog()::warn, dialog());
        List<Problem> problems = new ArrayList<>();
        for (RegisteredModule each : selected) {
            try {
                getLog().info(each.name() + ": " + report(each, !names.isEmpty(), writer));
            } catch (ProblemsFound e) {
                getLog().debug(e);
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
    }

    private Optional<RenameDialog> dialog() {
        return Terminal.of(session()).isAttended()
                ? Optional.of(new RenameDialog(new PrompterLine(prompter)))
                : Optional.empty();
    }

    private String report(RegisteredModule each, boolean named, ModuleMigrationWriter writer) {
        if (each.manifest().models().isEmpty()) {
            return "nothing to migrate: no data models";
        }
        if (each.origin() instanceof Origin.Fetched fetched) {
            return "left out: " + fetched.coordinates() + " brings its own migrations";
        }
        if (each.origin() instanceof Origin.InBuild built && rebase != null) {
            return writer.rebase(each, built.project(), rebase.equals("true") ? "" : rebase.strip());
        }
        if (each.origin() instanceof Origin.InBuild built) {
            return writer.write(each, built.project());
        }
        // Its classes may be older than its migrations: what is new there would be dropped.
        if (named) {
            throw new ProblemsFound(new Problem(
                    "not-in-this-build",
                    "The module " + each.name() + " is not compiled by this build",
                    "<resolve>" + each.entry().resolve() + "</resolve>",
                    "run the same command in " + root()));
        }
        return "left out: not part of this build; run in " + root() + " for all modules";
    }

    private List<Dialect> dialects() {
        return dialects == null || dialects.isEmpty()
                ? List.of(Dialect.H2, Dialect.POSTGRESQL)
                : dialects.stream().map(DbGenerateMojo::dialect).distinct().toList();
    }

    private static Dialect dialect(@Nullable String id) {
        return Dialect.byId(String.valueOf(id).strip())
                .orElseThrow(() -> new ProblemsFound(new Problem(
                        "unknown-dialect",
                        "There is no dialect '" + id + "'. Known: "
                                + String.join(
                                        ", ",
                                        Arrays.stream(Dialect.values())
                                                .map(Dialect::id)
                                                .toList()),
                        "<dialects> of modules-maven-plugin",
                        "use <dialect>h2</dialect>, <dialect>postgresql</dialect> or <dialect>mariadb</dialect>")));
    }
}
