package io.ashlar.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.config.ModuleManifest;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.migrate.MigratedModule;
import io.ashlar.migrate.MigrationOptions;
import io.ashlar.migrate.ModuleStatus;
import io.ashlar.problem.ProblemsFound;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleDatabasesTest {

    @TempDir
    Path directory;

    @Test
    void migratesModulesOfDirectoriesAndOfJars() throws IOException {
        var modules = List.of(inDirectory("blog"), inJar("reviews"));
        var databases = ModuleDatabases.of(modules, module -> database("shop"), this::classPath);

        var first = databases.migrate(database("shop"), MigrationOptions.DEFAULT);
        var second = databases.migrate(database("shop"), MigrationOptions.DEFAULT);

        assertThat(first).extracting(MigratedModule::module).containsExactly("blog", "reviews");
        assertThat(first)
                .allSatisfy(module ->
                        assertThat(module.applied()).extracting("file").containsExactly("V1__create.sql"));
        assertThat(second).allSatisfy(module -> assertThat(module.applied()).isEmpty());
        assertThat(databases.status(database("shop")))
                .extracting(ModuleStatus::module)
                .containsExactly("blog", "reviews");
    }

    @Test
    void keepsModulesOnDatabasesOfTheirOwnApart() throws IOException {
        var modules = List.of(inDirectory("blog"), inDirectory("media"), inDirectory("users"));

        var databases = ModuleDatabases.of(
                modules, module -> database(module.name().equals("media") ? "media" : "shop"), this::classPath);

        assertThat(databases.databases()).containsExactly(database("shop"), database("media"));
        assertThat(databases.migrate(database("media"), MigrationOptions.DEFAULT))
                .extracting(MigratedModule::module)
                .containsExactly("media");
        assertThat(databases.migrate(database("shop"), MigrationOptions.DEFAULT))
                .extracting(MigratedModule::module)
                .containsExactly("blog", "users");
    }

    @Test
    void passesOverModulesWithoutModels() {
        var audit = module("audit", directory, List.of());

        assertThat(ModuleDatabases.of(List.of(audit), module -> database("shop"), this::classPath)
                        .databases())
                .isEmpty();
    }

    @Test
    void refusesADatabaseItHasNoDialectFor() throws IOException {
        var oracle = new DatabaseSettings("jdbc:oracle:thin:@localhost/shop", null, null);
        var databases = ModuleDatabases.of(List.of(inDirectory("blog")), module -> oracle, this::classPath);

        var problems = catchThrowableOfType(
                        ProblemsFound.class, () -> databases.migrate(oracle, MigrationOptions.DEFAULT))
                .problems();

        assertThat(problems).extracting("tag").containsExactly("unknown-database");
    }

    @Test
    void loadsTheClassesThatMigrationsNameWithWhatTheyDependOn() throws IOException, SQLException {
        var blog = inDirectory("blog");
        Files.writeString(
                directory.resolve("blog-classes/META-INF/modules/blog/db/h2/V2__step.sql"),
                "-- ashlar:java com.acme.Step\n");
        compile(
                directory.resolve("library"),
                "com.acme.Library",
                "package com.acme; public class Library { public static int one() { return 1; } }");
        compile(directory.resolve("blog-classes"), "com.acme.Step", """
                package com.acme;

                public class Step implements io.ashlar.migrate.DataStep {
                    public long run(io.ashlar.migrate.DataBatch batch) throws Exception {
                        try (var statement = batch.connection().createStatement()) {
                            return statement.executeUpdate("insert into \\"blog\\" values (" + Library.one() + ")");
                        }
                    }
                }
                """);

        var databases = ModuleDatabases.of(List.of(blog), module -> database("shop"), this::classPath);
        databases.migrate(database("shop"), MigrationOptions.DEFAULT);

        try (var connection = DriverManager.getConnection(
                        database("shop").url(),
                        database("shop").user(),
                        database("shop").password());
                var rows = connection.createStatement().executeQuery("select \"id\" from \"blog\"")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    private void compile(Path classes, String name, String text) throws IOException {
        var source = directory.resolve("sources").resolve(name.replace('.', '/') + ".java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, text);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-d",
                                Files.createDirectories(classes).toString(),
                                "-cp",
                                System.getProperty("java.class.path")
                                        + File.pathSeparator
                                        + directory.resolve("library"),
                                source.toString()))
                .isZero();
    }

    private List<Path> classPath(RegisteredModule module) {
        return List.of(module.origin().classes(), directory.resolve("library"));
    }

    private DatabaseSettings database(String name) {
        return new DatabaseSettings("jdbc:h2:file:" + directory.resolve(name), null, null);
    }

    private RegisteredModule inDirectory(String name) throws IOException {
        Path classes = directory.resolve(name + "-classes");
        migration(classes, name);
        return module(name, classes, List.of("com.acme.Model"));
    }

    private RegisteredModule inJar(String name) throws IOException {
        Path jar = directory.resolve(name + ".jar");
        try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            migration(zip.getPath("/"), name);
        }
        return module(name, jar, List.of("com.acme.Model"));
    }

    private static void migration(Path classes, String name) throws IOException {
        Path folder = Files.createDirectories(classes.resolve("META-INF/modules/" + name + "/db/h2"));
        Files.writeString(folder.resolve("V1__create.sql"), "create table \"" + name + "\" (\"id\" integer);");
    }

    private static RegisteredModule module(String name, Path classes, List<String> models) {
        return new RegisteredModule(
                ModuleEntry.of("com.acme:" + name + ":1"),
                new Origin.Fetched(new Coordinates("com.acme", name, "1"), classes),
                new ModuleManifest(name, "com.acme." + name, "com.acme.Service", models));
    }
}
