package io.ashlar.migrate;

import java.util.List;
import java.util.Set;

/**
 * How far a module's migrations are.
 *
 * @param migrations by version
 */
public record ModuleStatus(String module, List<MigrationStatus> migrations) {

    private static final Set<MigrationState> IN_DATABASE =
            Set.of(MigrationState.APPLIED, MigrationState.MISSING, MigrationState.EDITED);
    private static final Set<MigrationState> TO_RUN =
            Set.of(MigrationState.PENDING, MigrationState.OUT_OF_ORDER, MigrationState.UNFINISHED);

    /** Copies the list. */
    public ModuleStatus {
        migrations = List.copyOf(migrations);
    }

    /** Returns what is in the database, by version. */
    public List<Migration> applied() {
        return in(IN_DATABASE);
    }

    /** Returns what has still to run, by version. */
    public List<Migration> pending() {
        return in(TO_RUN);
    }

    private List<Migration> in(Set<MigrationState> states) {
        return migrations.stream()
                .filter(migration -> states.contains(migration.state()))
                .map(MigrationStatus::migration)
                .toList();
    }
}
