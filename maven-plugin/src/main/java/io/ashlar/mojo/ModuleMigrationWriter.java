package io.ashlar.mojo;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.migration.DatabaseRows;
import io.ashlar.migration.GenerateOptions;
import io.ashlar.migration.MigrationFolder;
import io.ashlar.migration.MigrationGenerator;
import io.ashlar.migration.Rebase;
import io.ashlar.migration.RenameDialog;
import io.ashlar.registration.Project;
import io.ashlar.registration.RegisteredModule;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Loads a module's models and has its next migration written. */
final class ModuleMigrationWriter {

    private final MavenWorkspace workspace;
    private final List<Dialect> dialects;
    private final GenerateOptions options;
    private final Function<RegisteredModule, DatabaseSettings> databases;
    private final Consumer<String> warnings;
    private final Optional<RenameDialog> dialog;

    ModuleMigrationWriter(
            MavenWorkspace workspace,
            List<Dialect> dialects,
            GenerateOptions options,
            Function<RegisteredModule, DatabaseSettings> databases,
            Consumer<String> warnings,
            Optional<RenameDialog> dialog) {
        this.workspace = workspace;
        this.dialects = dialects;
        this.options = options;
        this.databases = databases;
        this.warnings = warnings;
        this.dialog = dialog;
    }

    /** Writes what is missing and returns a line about it. */
    String write(RegisteredModule module, Project project) {
        try (var loaded = new ModuleModels(workspace, module, project)) {
            var models = loaded.schema();
            var folder = MigrationFolder.of(project.resources(), module.name());
            var generator = new MigrationGenerator(module.name(), models, folder, dialects, Clock.systemUTC());
            var rows = new DatabaseRows(() -> databases.apply(module));
            GenerateOptions settled =
                    dialog.map(each -> each.settle(generator, options, rows)).orElse(options);
            var written = generator.generate(settled, rows);
            written.hazards().forEach(warnings);
            List<Path> files = written.files();
            return files.isEmpty()
                    ? "nothing to migrate: models and migrations agree"
                    : "wrote " + wrote(files) + (isToFill(files) ? ". Fill in the one that ends with _data.sql" : "");
        }
    }

    /** Moves one of two branches behind the other and returns a line about it. */
    String rebase(RegisteredModule module, Project project, String migration) {
        return new Rebase(module.name(), MigrationFolder.of(project.resources(), module.name()), Clock.systemUTC())
                .run(migration, new DatabaseRows(() -> databases.apply(module)));
    }

    private boolean isToFill(List<Path> files) {
        return options.dataStep()
                .filter(step -> step.type().isEmpty())
                .filter(step -> files.stream().anyMatch(file -> file.toString().endsWith("_data.sql")))
                .isPresent();
    }

    /** Returns each migration once, with the dialects it was written for. */
    private static String wrote(List<Path> files) {
        Map<String, List<String>> dialects = files.stream()
                .filter(file -> file.getFileName().toString().matches("V.*\\.sql"))
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString(),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                file -> file.getName(file.getNameCount() - 2).toString(), Collectors.toList())));
        return dialects.entrySet().stream()
                .map(file -> file.getKey() + " (" + String.join(", ", file.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }
}
