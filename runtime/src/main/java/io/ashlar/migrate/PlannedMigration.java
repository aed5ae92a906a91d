package io.ashlar.migrate;

import java.util.List;

/**
 * A migration that would run.
 *
 * @param transactional whether the database keeps all of it or nothing
 * @param done how many statements an earlier run has done, after which it goes on
 * @param statements all of the file, in order
 * @param tables those that exist already and would be changed
 * @param checks what it asks the rows
 */
public record PlannedMigration(
        String module,
        Migration migration,
        boolean transactional,
        int done,
        List<String> statements,
        List<TouchedTable> tables,
        List<PlannedCheck> checks) {

    /** Copies the lists. */
    public PlannedMigration {
        statements = List.copyOf(statements);
        tables = List.copyOf(tables);
        checks = List.copyOf(checks);
    }

    /** Returns whether rows stand in its way. */
    public boolean isHeldUp() {
        return checks.stream().anyMatch(check -> check.count() != null && check.count() != 0);
    }
}
