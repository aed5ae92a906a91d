package io.ashlar.registration;

import io.ashlar.database.DatabaseSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One {@code <module>} of the plugin's configuration, as written.
 *
 * @param resolve a directory relative to the top-level project, or {@code group:artifact:version}; empty if left out
 * @param options in the order of the pom; a nested one is called {@code outer.inner}
 * @param database of its own; null for the shared one
 */
public record ModuleEntry(
        String resolve,
        Map<String, String> options,
        @Nullable DatabaseSettings database) {

    /** Copies the options, keeping their order. */
    public ModuleEntry {
        resolve = resolve.strip();
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** Returns an entry with neither options nor a database of its own. */
    public static ModuleEntry of(String resolve) {
        return new ModuleEntry(resolve, Map.of(), null);
    }
}
