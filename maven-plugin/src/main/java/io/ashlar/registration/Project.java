package io.ashlar.registration;

import java.nio.file.Path;
import java.util.List;

/**
 * One project of the running build.
 *
 * @param directory where its pom.xml is
 * @param coordinates its own
 * @param classes its directory of compiled classes, which need not exist
 * @param resources its first directory of resources, which need not exist
 * @param classPath its runtime class path, {@code classes} included
 */
public record Project(Path directory, Coordinates coordinates, Path classes, Path resources, List<Path> classPath) {

    /** Copies the list. */
    public Project {
        classPath = List.copyOf(classPath);
    }
}
