package io.ashlar.model;

import java.nio.file.Path;
import java.util.List;

/**
 * What {@code module-info.java} says.
 *
 * @param file where it is
 * @param name of the Java module
 * @param services the qualified names, as in Java sources, of the classes it provides as {@code io.ashlar.ModuleService}
 */
public record ModuleInfo(Path file, String name, List<String> services) {

    /** Copies the list. */
    public ModuleInfo {
        services = List.copyOf(services);
    }
}
