package io.ashlar.registration;

import java.nio.file.Path;

/** Where a registered module comes from. */
public sealed interface Origin {

    /** Returns what holds the module's classes, manifest and migrations: a directory or a jar. */
    Path classes();

    /** Returns the module's version as a user knows it. */
    String version();

    /** A project that this build has just compiled. */
    record InBuild(Project project) implements Origin {

        @Override
        public Path classes() {
            return project.classes();
        }

        @Override
        public String version() {
            return project.coordinates().version();
        }
    }

    /** A directory of the same application that an earlier build has compiled and this one leaves out. */
    record OutOfBuild(Path directory) implements Origin {

        @Override
        public Path classes() {
            return directory.resolve("target").resolve("classes");
        }

        @Override
        public String version() {
            return "(not in this build)";
        }
    }

    /** An artifact of a repository, or of this build by its coordinates. */
    record Fetched(Coordinates coordinates, Path classes) implements Origin {

        @Override
        public String version() {
            return coordinates.version();
        }
    }
}
