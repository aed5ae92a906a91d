package io.ashlar.pull;

import io.ashlar.database.Dialect;
import io.ashlar.migration.MigrationFolder;
import io.ashlar.registration.OpenModules;
import io.ashlar.registration.RegisteredModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The tables that modules have already, by their migrations. */
public final class TakenTables {

    private TakenTables() {}

    /** Returns the names of all tables of {@code modules}. */
    public static Set<String> of(List<RegisteredModule> modules) {
        Set<String> tables = new TreeSet<>();
        try (OpenModules open = new OpenModules(module -> List.of())) {
            for (RegisteredModule module : modules) {
                Path folder = open.migrations(module, Dialect.H2).folder();
                tables.addAll(MigrationFolder.at(Objects.requireNonNull(folder.getParent()))
                        .tables());
            }
        }
        return tables;
    }
}
