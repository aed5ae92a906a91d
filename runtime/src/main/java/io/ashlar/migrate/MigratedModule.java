package io.ashlar.migrate;

import java.util.List;

/**
 * What one run did for a module.
 *
 * @param applied what this run applied, in its order; empty if there was nothing to do
 */
public record MigratedModule(String module, List<Migration> applied) {

    /** Copies the list. */
    public MigratedModule {
        applied = List.copyOf(applied);
    }
}
