package io.ashlar.migrate;

import io.ashlar.database.DatabaseSettings;
import java.util.List;

/**
 * Brings one database up to the migrations of its modules; each module has a history table of its own.
 *
 * <p>Any number may run at once on one database, in one process or in several: one does the work, the others wait for it.
 */
public final class Migrator {

    private final DatabaseSettings settings;

    private Migrator(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** Migrates the database of {@code settings}; connects only when asked to do something. */
    public static Migrator of(DatabaseSettings settings) {
        return new Migrator(settings);
    }

    /**
     * Runs what is pending, module by module in the order given, each by version.
     *
     * <p>Creates the file of an H2 database where there is none. When nothing is pending, two statements find that out for
     * all modules together.
     *
     * @return a result a module, in the order given
     * @throws io.ashlar.problem.ProblemsFound before anything has run, if the database cannot be reached, or a module's
     *     files and its history disagree: an applied migration was edited or is missing, a pending one is older than an
     *     applied one; after it, if a migration fails
     */
    public List<MigratedModule> migrate(List<ModuleMigrations> modules) {
        if (modules.isEmpty()) {
            return List.of();
        }
        throw new UnsupportedOperationException("soon: " + settings + modules);
    }

    /**
     * Returns how far each module is, without changing or creating anything.
     *
     * @throws io.ashlar.problem.ProblemsFound as {@link #migrate}; not for a missing H2 file, where all is pending
     */
    public List<ModuleStatus> status(List<ModuleMigrations> modules) {
        if (modules.isEmpty()) {
            return List.of();
        }
        throw new UnsupportedOperationException("soon: " + settings + modules);
    }
}
