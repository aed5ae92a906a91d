package io.ashlar.benchmark.migrations;

import io.ashlar.database.Dialect;
import io.ashlar.migration.MigrationFolder;
import io.ashlar.migration.MigrationGenerator;
import io.ashlar.schema.EclipseLinkSchemas;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What db-generate does, without Maven. */
final class Generation {

    private Generation() {}

    /** Writes the migration of compiled models: their classes, the resources, how many. Does nothing without arguments. */
    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            return;
        }
        try (var loader = new URLClassLoader(new URL[] {Path.of(args[0]).toUri().toURL()})) {
            List<Class<?>> models = new ArrayList<>();
            for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                models.add(loader.loadClass("models.Model" + i));
            }
            new MigrationGenerator(
                            "benchmark",
                            EclipseLinkSchemas.of("benchmark", models, loader),
                            MigrationFolder.of(Path.of(args[1]), "benchmark"),
                            List.of(Dialect.H2, Dialect.POSTGRESQL),
                            Clock.systemUTC())
                    .generate(null);
        }
    }
}
