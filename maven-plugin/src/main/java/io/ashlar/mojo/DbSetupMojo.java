package io.ashlar.mojo;

import io.ashlar.database.DatabaseCreation;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.registration.ModuleDatabases;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Creates the databases that do not exist yet, where the server lets the user do so, and migrates them.
 *
 * <ul>
 *   <li>{@code mvn modules:db-setup}
 *   <li>{@code mvn modules:db-setup -Dmodules.database.url=jdbc:postgresql://localhost/shop -Dmodules.database.user=anna}
 * </ul>
 */
@Mojo(
        name = "db-setup",
        aggregator = true,
        requiresDependencyResolution = ResolutionScope.RUNTIME, // for the classes that migrations name
        threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class DbSetupMojo extends MigratingMojo {

    /** For Maven. */
    public DbSetupMojo() {}

    @Override
    void run() {
        ModuleDatabases databases = databases("set up");
        reporting("db-setup", databases, report -> {
            databases.databases().forEach(this::create);
            migrate(databases, report);
        });
    }

    private void create(DatabaseSettings database) {
        getLog().info((DatabaseCreation.createIfMissing(database) ? "Created " : "Exists already: ") + database);
    }
}
