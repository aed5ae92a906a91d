package io.ashlar.registration;

import io.ashlar.config.ModuleManifest;

/**
 * A module of the application: what the pom says and what was built.
 *
 * @param entry in the pom
 * @param origin where its classes are
 * @param manifest what it says of itself
 */
public record RegisteredModule(ModuleEntry entry, Origin origin, ModuleManifest manifest) {

    /** Returns the module's name. */
    public String name() {
        return manifest.name();
    }
}
