package io.ashlar.mojo;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.migrate.MigratedModule;
import io.ashlar.migrate.Migration;
import io.ashlar.registration.ModuleDatabases;
import io.ashlar.registration.ModuleRegistry;
import io.ashlar.registration.RegisteredModule;
import java.util.List;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Runs the migrations that are pending, each module on its database, in the order of {@code <modules>}.
 *
 * <p>Builds the modules first, as far as their classes. Any number may run at once on one database: one does the work.
 *
 * <ul>
 *   <li>{@code mvn modules:db-migrate}
 *   <li>{@code mvn modules:db-migrate -Dmodule=blog,media}
 *   <li>{@code mvn modules:db-migrate -Dmodules.database.url=jdbc:postgresql://localhost/shop -Dmodules.database.user=shop}
 * </ul>
 */
@Mojo(name = "db-migrate", aggregator = true, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class DbMigrateMojo extends ApplicationMojo {

    /** The modules to migrate, by name, with commas between them. Without it, all. */
    @Parameter(property = "module", defaultValue = "")
    private String module = "";

    /** For Maven. */
    public DbMigrateMojo() {}

    @Override
    void run() {
        List<RegisteredModule> selected = registry().select("migrate", ModuleRegistry.names(module));
        ModuleDatabases databases = ModuleDatabases.of(selected, this::database);
        if (databases.databases().isEmpty()) {
            getLog().info("Nothing to do: no module has data models");
        }
        databases.databases().forEach(database -> report(database, databases.migrate(database)));
    }

    private void report(DatabaseSettings database, List<MigratedModule> modules) {
        if (modules.stream().allMatch(migrated -> migrated.applied().isEmpty())) {
            getLog().info("Nothing to do: "
                    + String.join(
                            ", ", modules.stream().map(MigratedModule::module).toList())
                    + (modules.size() == 1 ? " is" : " are") + " up to date in " + database);
            return;
        }
        getLog().info("Database: " + database);
        for (MigratedModule migrated : modules) {
            if (migrated.applied().isEmpty()) {
                getLog().info(migrated.module() + ": up to date");
            }
            for (Migration migration : migrated.applied()) {
                getLog().info(migrated.module() + ": ran " + migration.file());
            }
        }
    }
}
