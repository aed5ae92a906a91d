package io.ashlar.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a built module says of itself, in {@code META-INF/modules/<name>/module.json} of its artifact.
 *
 * @param name the name in {@code @Module}
 * @param javaModule the name in module-info
 * @param service the binary name of the service class
 * @param models the binary names of the data models, in the order of {@code @Module}
 */
public record ModuleManifest(String name, String javaModule, String service, List<String> models) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** Copies the list. */
    public ModuleManifest {
        requireNonNull(name, "name is missing");
        requireNonNull(javaModule, "javaModule is missing");
        requireNonNull(service, "service is missing");
        models = List.copyOf(requireNonNull(models, "models is missing"));
    }

    /** Returns whether {@code name} is a module's name: lower-case letters, digits and single hyphens, a letter first. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Returns where the manifest of the module with this name lies in its artifact. */
    public static String location(String name) {
        return "META-INF/modules/" + name + "/module.json";
    }

    /** Returns this as JSON: the same bytes for the same manifest, in lines, with a last line break. */
    public String toJson() {
        return ConfigJson.write(this);
    }

    /**
     * Returns what {@link #toJson} wrote.
     *
     * @param where the file, for the message
     * @throws io.ashlar.problem.ProblemsFound with {@code [config-unreadable]} if it is no manifest
     */
    public static ModuleManifest fromJson(String json, String where) {
        return ConfigJson.read(json, ModuleManifest.class, where);
    }
}
