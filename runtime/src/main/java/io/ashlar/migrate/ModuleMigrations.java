package io.ashlar.migrate;

import java.nio.file.Path;

/**
 * Where one module's migrations for one dialect lie.
 *
 * @param module the module's name
 * @param folder holds the {@code V*.sql} files: {@code META-INF/modules/<module>/db/<dialect>} of a directory or, through
 *     a zip file system, of a jar
 * @param classes finds the classes that migrations name ({@link DataStep})
 */
public record ModuleMigrations(String module, Path folder, DataSteps classes) {

    /** A module whose migrations name no classes. */
    public ModuleMigrations(String module, Path folder) {
        this(module, folder, DataSteps.NONE);
    }
}
