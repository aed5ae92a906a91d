package io.ashlar.mojo;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.registration.ModuleEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** {@code <module>} in the plugin's configuration. Maven sets the fields. */
public final class ModuleParameter {

    /** A directory relative to the top-level project, or {@code group:artifact:version}. */
    private @Nullable String resolve;

    /** What the module reads as its options; nested ones are called {@code outer.inner}. */
    private @Nullable PlexusConfiguration options; // a map of texts would lose nested options in silence

    /** The module's own database. */
    private @Nullable DatabaseParameter database;

    /** For Maven. */
    public ModuleParameter() {}

    ModuleEntry entry(DatabaseParameter.Context context) {
        String directory = resolve == null ? "" : resolve;
        return new ModuleEntry(
                directory,
                options == null ? Map.of() : flat(directory, options),
                database == null ? null : database.settings(context));
    }

    /** Returns all options by name, nested ones as {@code outer.inner}. */
    static Map<String, String> flat(String resolve, PlexusConfiguration options) {
        Map<String, String> flat = new LinkedHashMap<>();
        flatten("", options, (name, value) -> {
            if (flat.putIfAbsent(name, value) != null) {
                throw new ProblemsFound(new Problem(
                        "duplicate-option",
                        "The option '" + name + "' is given twice",
                        "<options> of <resolve>" + resolve + "</resolve>",
                        "keep one, or give several values in one text"));
            }
        });
        return flat;
    }

    private static void flatten(String prefix, PlexusConfiguration parent, BiConsumer<String, String> to) {
        for (PlexusConfiguration option : parent.getChildren()) {
            String name = prefix + option.getName();
            if (option.getChildCount() > 0) {
                flatten(name + ".", option, to);
            } else {
                to.accept(name, option.getValue("").strip());
            }
        }
    }
}
