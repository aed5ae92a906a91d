package io.ashlar.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The application's registered modules, in {@code META-INF/modules/application.json} of its artifact; holds no secret.
 *
 * @param url the JDBC URL of the shared database
 * @param user null where none is configured
 * @param modules in the order of the pom
 */
public record ApplicationConfig(String url, @Nullable String user, List<RegisteredModule> modules) {

    /** Copies the list. */
    public ApplicationConfig {
        modules = List.copyOf(modules);
    }

    /**
     * One registered module.
     *
     * @param options from the pom, keys in its order
     * @param url of its own database; null for the shared one
     * @param user of its own database
     */
    public record RegisteredModule(
            String name,
            Map<String, String> options,
            @Nullable String url,
            @Nullable String user) {}
}
