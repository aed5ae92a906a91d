package io.ashlar.mojo;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.registration.ModuleDatabases;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Takes an existing database as the start of one module: its migrations up to a version count as applied, and never run
 * there. Refuses a database that lacks the tables they create, or has a history of the module already.
 *
 * <ul>
 *   <li>{@code mvn modules:db-baseline -Dmodule=blog}
 *   <li>{@code mvn modules:db-baseline -Dmodule=blog -Dto=20260131120000}
 * </ul>
 */
@Mojo(name = "db-baseline", aggregator = true, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class DbBaselineMojo extends DatabaseMojo {

    /** The last migration that the database has already. Without it, the latest of the module. */
    @Parameter(property = "to")
    private @Nullable String to;

    /** For Maven. */
    public DbBaselineMojo() {}

    @Override
    void run() {
        OneModule one = OneModule.of("db-baseline", names());
        ModuleDatabases databases = databases("take a database for the start of");
        for (DatabaseSettings database : databases.databases()) {
            String start = databases.baseline(database, Optional.ofNullable(to).map(String::strip));
            getLog().info(one.name() + ": " + database + " counts as migrated up to " + start);
        }
    }
}
