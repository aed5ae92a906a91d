package io.ashlar.pull;

import io.ashlar.database.Dialect;
import io.ashlar.migration.MigrationFolder;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.registration.OpenModules;
import io.ashlar.registration.RegisteredModule;
import io.ashlar.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The tables that modules have already: by their models, and by what their migrations lead to. */
public final class TakenTables {

    private TakenTables() {}

    /**
     * Returns the names of all tables of {@code modules}.
     *
     * @param models reads those of a module that has some
     * @throws ProblemsFound if models of theirs make no tables
     */
    public static Set<String> of(List<RegisteredModule> modules, Function<RegisteredModule, Schema> models) {
        Set<String> tables = new TreeSet<>();
        try (OpenModules open = new OpenModules(module -> List.of())) {
            for (RegisteredModule module : modules) {
                Path folder = open.migrations(module, Dialect.H2).folder();
                tables.addAll(MigrationFolder.at(Objects.requireNonNull(folder.getParent()))
                        .tables());
                if (!module.manifest().models().isEmpty()) {
                    models.apply(module).tables().forEach(table -> tables.add(table.name()));
                }
            }
        }
        return tables;
    }
}
