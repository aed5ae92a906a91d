package io.ashlar.operation;

import io.ashlar.migrate.MigrationState;
import io.ashlar.migrate.MigrationStatus;
import io.ashlar.migrate.ModuleStatus;
import io.ashlar.registration.TextTable;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How far modules are, a line a migration. */
public final class StatusTable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private StatusTable() {}

    /** Returns the lines, headings first. */
    public static List<String> lines(List<ModuleStatus> modules) {
        TextTable table = new TextTable("MODULE", "VERSION", "NAME", "STATE", "APPLIED", "RUN");
        for (ModuleStatus module : modules) {
            if (module.migrations().isEmpty()) {
                table.add(module.module(), "-", "-", "no migrations", "-", "-");
            }
            for (MigrationStatus migration : module.migrations()) {
                table.add(
                        module.module(),
                        migration.migration().version(),
                        migration.migration().description(),
                        migration.state().toString(),
                        migration.appliedOn() == null ? "-" : TIME.format(migration.appliedOn()),
                        migration.run() == null ? "-" : migration.run().toString());
            }
        }
        return table.lines();
    }

    /** Returns one line of a module, such as {@code blog: 3 applied, 1 pending}. */
    public static String summary(ModuleStatus module) {
        if (module.migrations().isEmpty()) {
            return module.module() + ": no migrations";
        }
        return module.module() + ": "
                + Arrays.stream(MigrationState.values())
                        .filter(state -> count(module, state) > 0)
                        .map(state -> count(module, state) + " " + state)
                        .collect(Collectors.joining(", "));
    }

    private static long count(ModuleStatus module, MigrationState state) {
        return module.migrations().stream()
                .filter(migration -> migration.state() == state)
                .count();
    }
}
