package io.ashlar.mojo;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.registration.ModuleEntry;
import java.util.LinkedHashMap;
import java.util.Map;
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
        Map<String, String> flat = new LinkedHashMap<>();
        if (options != null) {
            flatten("", options, flat);
        }
        return new ModuleEntry(
                resolve == null ? "" : resolve, flat, database == null ? null : database.settings(context));
    }

    private void flatten(String prefix, PlexusConfiguration parent, Map<String, String> flat) {
        for (PlexusConfiguration option : parent.getChildren()) {
            String name = prefix + option.getName();
            if (option.getChildCount() > 0) {
                flatten(name + ".", option, flat);
            } else if (flat.putIfAbsent(name, option.getValue("").strip()) != null) {
                throw new ProblemsFound(new Problem(
                        "duplicate-option",
                        "The option '" + name + "' is given twice",
                        "<options> of <resolve>" + resolve + "</resolve>",
                        "keep one, or give several values in one text"));
            }
        }
    }
}
