package io.ashlar.mojo;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.migrate.ModuleStatus;
import io.ashlar.operation.DatabaseCheck;
import io.ashlar.operation.ModelCheck;
import io.ashlar.operation.Sandbox;
import io.ashlar.operation.StatusTable;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.registration.ModuleDatabases;
import io.ashlar.registration.OpenModules;
import io.ashlar.registration.Origin;
import io.ashlar.registration.RegisteredModule;
import io.ashlar.schema.Schema;
import io.ashlar.schema.SchemaSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * For CI: fails when models, snapshot and migrations disagree, and, where a database answers, when its history or its
 * tables are not what the migrations say. Writes nothing but the report.
 *
 * <ul>
 *   <li>{@code mvn modules:db-check}
 *   <li>{@code mvn modules:db-check -Dverify -DskipDatabase}
 *   <li>{@code mvn modules:db-check -Dmodule=blog -Dreport=target/check.json}
 * </ul>
 */
@Mojo(name = "db-check", aggregator = true, requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class DbCheckMojo extends DatabaseMojo {

    /** Runs the migrations for H2 in memory, compares with a fresh build of the models, and runs them down and up. */
    @Parameter(property = "verify", defaultValue = "false")
    private boolean verify;

    /** Leaves the database out. */
    @Parameter(property = "skipDatabase", defaultValue = "false")
    private boolean skipDatabase;

    /** The databases that db-generate writes for. Without it, h2 and postgresql. */
    @Parameter
    private @Nullable List<String> dialects;

    /** For Maven. */
    public DbCheckMojo() {}

    @Override
    void run() {
        ModuleDatabases databases = databases("check");
        reporting("db-check", databases, report -> {
            List<Problem> problems = new ArrayList<>();
            Map<String, Schema> schemas = new LinkedHashMap<>();
            for (DatabaseSettings database : databases.databases()) {
                databases.modules(database).forEach(module -> checkModels(module, schemas, problems));
            }
            if (!skipDatabase) {
                databases.databases().forEach(database -> checkDatabase(databases, database, schemas, problems));
            }
            if (!problems.isEmpty()) {
                throw new ProblemsFound(problems);
            }
        });
    }

    private void checkModels(RegisteredModule module, Map<String, Schema> schemas, List<Problem> problems) {
        if (!(module.origin() instanceof Origin.InBuild built)) {
            getLog().info(module.name() + ": its models are not part of this build");
            return;
        }
        try (ModuleModels models = new ModuleModels(workspace(), module, built.project())) {
            SchemaSource source = models.schema();
            Path resources = built.project().resources();
            List<Dialect> written = DialectNames.of(dialects);
            List<Problem> found = new ArrayList<>(ModelCheck.problems(module.name(), source, resources, written));
            if (found.isEmpty()) {
                Schema schema = ModelCheck.schema(module.name(), source, resources, written);
                schemas.put(module.name(), schema);
                if (verify) {
                    found.addAll(verified(module, schema));
                }
            }
            if (found.isEmpty()) {
                getLog().info(module.name() + ": models and migrations agree");
            }
            problems.addAll(found);
        } catch (ProblemsFound e) {
            problems.addAll(e.problems());
        }
    }

    private List<Problem> verified(RegisteredModule module, Schema schema) {
        try (OpenModules open = new OpenModules()) {
            var migrations = open.migrations(module, Dialect.H2);
            if (!Files.isDirectory(migrations.folder())) {
                getLog().info(module.name() + ": no migrations for H2 to verify in memory");
                return List.of();
            }
            List<Problem> found = new Sandbox(migrations, schema).problems();
            if (found.isEmpty()) {
                getLog().info(module.name() + ": migrations lead to what the models want, and down and up again");
            }
            return found;
        }
    }

    private void checkDatabase(
            ModuleDatabases databases, DatabaseSettings database, Map<String, Schema> schemas, List<Problem> problems) {
        List<ModuleStatus> modules;
        try {
            modules = databases.status(database);
        } catch (ProblemsFound e) {
            if (!e.problems().get(0).tag().startsWith("database-")) {
                problems.addAll(e.problems());
                return;
            }
            getLog().warn("Not compared with " + database + ": "
                    + e.problems().get(0).what());
            return;
        }
        getLog().info("Database: " + database);
        Map<String, Schema> comparable = new LinkedHashMap<>();
        for (ModuleStatus module : modules) {
            getLog().info("  " + StatusTable.summary(module));
            problems.addAll(DatabaseCheck.problems(module, database));
            Schema schema = schemas.get(module.module());
            if (schema != null && DatabaseCheck.isComparable(module)) {
                comparable.put(module.module(), schema);
            }
        }
        problems.addAll(DatabaseCheck.drift(database, comparable));
    }
}
