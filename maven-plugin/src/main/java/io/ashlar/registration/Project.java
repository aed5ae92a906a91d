package io.ashlar.registration;

import java.nio.file.Path;

/**
 * One project of the running build.
 *
 * @param directory where its pom.xml is
 * @param coordinates its own
 * @param classes its directory of compiled classes, which need not exist
 * @param resources its first directory of resources, which need not exist
 */
public record Project(Path directory, Coordinates coordinates, Path classes, Path resources) {}
