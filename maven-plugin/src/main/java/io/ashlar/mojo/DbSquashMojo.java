package io.ashlar.mojo;

import io.ashlar.migration.MigrationFolder;
import io.ashlar.migration.Squash;
import io.ashlar.migration.SquashPlan;
import io.ashlar.operation.SquashProof;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.registration.ModuleRegistry;
import io.ashlar.registration.Origin;
import io.ashlar.registration.RegisteredModule;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Makes one migration of one module from its first up to a version, and deletes those. Databases that ran all of them count
 * as having run it; one that is in the middle is refused by db-migrate.
 *
 * <p>Both ways are run, and compared, before a file is touched: for H2 in memory, for PostgreSQL and MariaDB in a schema or
 * database of its own on the configured server. What was written by hand is refused.
 *
 * <ul>
 *   <li>{@code mvn modules:db-squash -Dmodule=blog}
 *   <li>{@code mvn modules:db-squash -Dmodule=blog -Dto=20261123041423 -Dname=start}
 * </ul>
 */
@Mojo(name = "db-squash", aggregator = true, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class DbSquashMojo extends ApplicationMojo {

    /** The module, by name. */
    @Parameter(property = "module", defaultValue = "")
    private String module = "";

    /** The version of the last migration that goes into it. Without it, the latest. */
    @Parameter(property = "to")
    private @Nullable String to;

    /** What the new one is called. Without it, {@code squash}. */
    @Parameter(property = "name")
    private @Nullable String name;

    /** For Maven. */
    public DbSquashMojo() {}

    @Override
    void run() {
        OneModule one = OneModule.of("db-squash", ModuleRegistry.names(module));
        for (RegisteredModule each : registry().select("squash migrations of", ModuleRegistry.names(module))) {
            if (!(each.origin() instanceof Origin.InBuild built)) {
                throw new ProblemsFound(new Problem(
                        "not-in-this-build",
                        "The module " + one.name() + " is not compiled by this build",
                        "<resolve>" + each.entry().resolve() + "</resolve>",
                        "run the same command where its sources are"));
            }
            MigrationFolder folder = MigrationFolder.of(built.project().resources(), each.name());
            SquashPlan plan = new Squash(each.name(), folder).plan(to == null ? null : to.strip(), name);
            if (plan.made().isEmpty()) {
                getLog().info(one.name() + ": nothing to squash: there is one migration");
                return;
            }
            SquashProof proof = SquashProof.of(each.name(), plan, database(each));
            proof.proven().forEach(dialect -> getLog().info(one.name() + ": the same as the many for " + dialect));
            proof.unproven().forEach(line -> getLog().warn(one.name() + ": not tried for " + line));
            getLog().info(one.name() + ": " + plan.write());
        }
    }
}
