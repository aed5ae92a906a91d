package io.ashlar.internal.mapping;

import java.util.Optional;
import org.eclipse.persistence.sessions.Project;

/** How each column of a module's tables is stored. */
public final class Storages {

    private Storages() {}

    /** Reads a project that EclipseLink has initialised. */
    public static Storages of(Project project) {
        return new Storages();
    }

    /** Returns how a column is stored; empty if the models map none of this name. */
    public Optional<Storage> column(String table, String column) {
        return Optional.empty();
    }
}
