package io.ashlar.config;

import java.util.List;

/**
 * What a built module says of itself, in {@code META-INF/modules/<name>/module.json}.
 *
 * @param name the name in {@code @Module}
 * @param javaModule the name in module-info
 * @param service the binary name of the service class
 * @param models the binary names of the data models, in the order of {@code @Module}
 */
public record ModuleManifest(String name, String javaModule, String service, List<String> models) {

    /** Copies the list. */
    public ModuleManifest {
        models = List.copyOf(models);
    }
}
