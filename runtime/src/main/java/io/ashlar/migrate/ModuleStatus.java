package io.ashlar.migrate;

import java.util.List;

/**
 * How far a module's migrations are, by version.
 *
 * @param applied in the database
 * @param pending in the module's folder only
 */
public record ModuleStatus(String module, List<Migration> applied, List<Migration> pending) {

    /** Copies the lists. */
    public ModuleStatus {
        applied = List.copyOf(applied);
        pending = List.copyOf(pending);
    }
}
