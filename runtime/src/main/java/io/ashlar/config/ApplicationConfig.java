package io.ashlar.config;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The application's registered modules and their databases, in {@value #LOCATION} of its artifact; holds no secret.
 *
 * @param url the JDBC URL of the shared database
 * @param user null where none is configured
 * @param modules in the order of the pom
 */
public record ApplicationConfig(String url, @Nullable String user, List<RegisteredModule> modules) {

    /** Where the configuration lies in the application's artifact. */
    public static final String LOCATION = "META-INF/modules/application.json";

    /** Copies the list. */
    public ApplicationConfig {
        requireNonNull(url, "url is missing");
        modules = List.copyOf(requireNonNull(modules, "modules is missing"));
    }

    /** Returns this as JSON: the same bytes for the same configuration, in lines, with a last line break. */
    public String toJson() {
        return ConfigJson.write(this);
    }

    /**
     * Returns what {@link #toJson} wrote.
     *
     * @param where the file, for the message
     * @throws io.ashlar.problem.ProblemsFound with {@code [config-unreadable]} if it is no configuration
     */
    public static ApplicationConfig fromJson(String json, String where) {
        return ConfigJson.read(json, ApplicationConfig.class, where);
    }

    /**
     * Returns the configuration on the class path or module path of {@code loader}.
     *
     * @throws io.ashlar.problem.ProblemsFound with {@code [no-application-config]} if there is none,
     *     {@code [several-application-configs]} if there are several, {@code [config-unreadable]} if it is none of ours
     */
    public static ApplicationConfig load(ClassLoader loader) {
        return ConfigResources.application(loader);
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
            @Nullable String user) {

        /** Copies the options, keeping their order. */
        public RegisteredModule {
            requireNonNull(name, "name is missing");
            options = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(options, "options is missing")));
        }

        /** Registers {@code name} without options on the shared database. */
        public static RegisteredModule named(String name) {
            return new RegisteredModule(name, Map.of(), null, null);
        }
    }
}
