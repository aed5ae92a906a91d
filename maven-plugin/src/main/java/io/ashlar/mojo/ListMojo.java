package io.ashlar.mojo;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.migrate.Migration;
import io.ashlar.migrate.ModuleStatus;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.registration.ModuleDatabases;
import io.ashlar.registration.ModuleRegistry;
import io.ashlar.registration.ModuleTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Shows the registered modules: name, version, service, data models, and how far their migrations are.
 *
 * <p>Builds the modules first, as far as their classes, so that it works in a fresh clone. Changes no database; where one
 * cannot be reached, the table says so.
 *
 * <pre>{@code
 * mvn modules:list
 * }</pre>
 */
@Mojo(name = "list", aggregator = true, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class ListMojo extends ApplicationMojo {

    /** For Maven. */
    public ListMojo() {}

    @Override
    void run() {
        ModuleRegistry registry = registry();
        if (registry.modules().isEmpty()) {
            getLog().info("No modules are registered");
        } else {
            Map<String, String> migrations = migrations(registry);
            ModuleTable table = new ModuleTable();
            registry.modules().forEach(module -> table.add(module, migrations.getOrDefault(module.name(), "-")));
            table.lines().forEach(getLog()::info);
        }
        registry.unregistered()
                .forEach((name, directory) -> getLog().warn(name + " is not registered: add "
                        + ModuleRegistry.snippet(directory) + " to <modules> of" + " modules-maven-plugin in "
                        + root().resolve("pom.xml")));
    }

    private Map<String, String> migrations(ModuleRegistry registry) {
        ModuleDatabases databases = ModuleDatabases.of(registry.modules(), this::database, workspace()::classPath);
        Map<String, String> texts = new HashMap<>();
        for (DatabaseSettings database : databases.databases()) {
            try {
                databases.status(database).forEach(status -> texts.put(status.module(), text(status)));
            } catch (ProblemsFound e) {
                getLog().debug(e);
                registry.modules().stream()
                        .filter(module -> database(module).equals(database))
                        .forEach(module -> texts.putIfAbsent(
                                module.name(), "? (" + e.problems().get(0).tag() + ")"));
            }
        }
        return texts;
    }

    private static String text(ModuleStatus status) {
        List<Migration> pending = status.pending();
        if (pending.isEmpty()) {
            return status.applied().isEmpty() ? "none" : status.applied().size() + " applied";
        }
        return status.applied().size() + " applied, " + pending.size() + " pending";
    }
}
