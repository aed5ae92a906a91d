package io.ashlar.mojo;

import io.ashlar.database.Database;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.lint.Lint;
import io.ashlar.migrate.ModuleStatus;
import io.ashlar.operation.DatabaseCheck;
import io.ashlar.operation.MigrationLint;
import io.ashlar.operation.ModelCheck;
import io.ashlar.operation.ModuleTables;
import io.ashlar.operation.RunReport;
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
 * For CI: fails when models, snapshot and migrations disagree, when a file of migrations may do harm and does not say why it
 * may, and, where a database answers, when its history or its
 * tables are not what the migrations say. Writes nothing but the report.
 *
 * <ul>
 *   <li>{@code mvn modules:db-check}
 *   <li>{@code mvn modules:db-check -Dverify -DskipDatabase}
 *   <li>{@code mvn modules:db-check -Dverify=h2,postgresql}
 *   <li>{@code mvn modules:db-check -Dmodule=blog -Dreport=target/check.json}
 * </ul>
 */
@Mojo(name = "db-check", aggregator = true, requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class DbCheckMojo extends DatabaseMojo {

    /**
     * Runs the migrations on an empty database, compares with a fresh build of the models, and runs them down and up. By
     * itself, or as {@code h2}, on H2 in a temporary file; as {@code postgresql} or {@code mariadb} in a database that is
     * created on the configured server and dropped again; several by commas.
     */
    @Parameter(property = "verify")
    private @Nullable String verify;

    /**
     * The last version whose files are taken as they are. Later ones are looked through for what they may do to rows and to
     * those who use them; without it, all.
     */
    @Parameter(property = "lintAfter", defaultValue = "0")
    private String lintAfter = "0";

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
                databases.modules(database).forEach(module -> checkModels(module, database, report, schemas, problems));
            }
            if (!skipDatabase) {
                databases.databases().forEach(database -> checkDatabase(databases, database, schemas, problems));
            }
            if (!problems.isEmpty()) {
                throw new ProblemsFound(problems);
            }
        });
    }

    private void checkModels(
            RegisteredModule module,
            DatabaseSettings database,
            RunReport report,
            Map<String, Schema> schemas,
            List<Problem> problems) {
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
                for (Dialect dialect : verified()) {
                    found.addAll(verified(module, schema, dialect, database));
                }
            }
            if (found.isEmpty()) {
                getLog().info(module.name() + ": models and migrations agree");
            }
            found.addAll(hazards(module, resources, report));
            problems.addAll(found);
        } catch (ProblemsFound e) {
            problems.addAll(e.problems());
        }
    }

    private List<Problem> hazards(RegisteredModule module, Path resources, RunReport report) {
        List<Problem> found = new ArrayList<>();
        for (Lint lint : MigrationLint.of(module.name(), resources, DialectNames.of(dialects), lintAfter)) {
            report.add(lint);
            lint.unused().forEach(getLog()::warn);
            found.addAll(lint.problems());
        }
        return found;
    }

    private List<Dialect> verified() {
        if (verify == null || verify.equals("false")) {
            return List.of();
        }
        return verify.equals("true") || verify.isEmpty()
                ? List.of(Dialect.H2)
                : DialectNames.of(List.of(verify.split("\\s*,\\s*")));
    }

    private List<Problem> verified(RegisteredModule module, Schema schema, Dialect dialect, DatabaseSettings database) {
        if (dialect != Dialect.H2 && Database.dialect(database) != dialect) {
            return List.of(new Problem(
                    "verify-not-possible",
                    "No database of " + dialect.title() + " is configured for module " + module.name()
                            + " to verify on",
                    database.safeUrl(),
                    "say one by -Dmodules.database.url=..., or verify on H2: -Dverify=h2"));
        }
        try (OpenModules open = new OpenModules(workspace()::classPath)) {
            var migrations = open.migrations(module, dialect);
            if (!Files.isDirectory(migrations.folder())) {
                getLog().info(module.name() + ": no migrations for " + dialect.title() + " to verify");
                return List.of();
            }
            List<Problem> found =
                    new Sandbox(migrations, schema, dialect, dialect == Dialect.H2 ? null : database).problems();
            if (found.isEmpty()) {
                getLog().info(module.name() + ": migrations lead to what the models want, and down and up again"
                        + (dialect == Dialect.H2 ? "" : ", on " + dialect.title()));
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
        List<RegisteredModule> registered = databases.modules(database);
        Dialect dialect = Database.dialect(database);
        try (OpenModules open = new OpenModules(workspace()::classPath)) {
            List<ModuleTables> comparable = new ArrayList<>();
            for (ModuleStatus module : modules) {
                getLog().info("  " + StatusTable.summary(module));
                problems.addAll(DatabaseCheck.problems(module, database));
                Schema schema = schemas.get(module.module());
                if (schema != null && DatabaseCheck.isComparable(module)) {
                    registered.stream()
                            .filter(each -> each.name().equals(module.module()))
                            .map(each -> new ModuleTables(
                                    open.migrations(each, dialect),
                                    schema,
                                    verified().contains(dialect)))
                            .forEach(comparable::add);
                }
            }
            problems.addAll(DatabaseCheck.drift(database, comparable, getLog()::warn));
        }
    }
}
