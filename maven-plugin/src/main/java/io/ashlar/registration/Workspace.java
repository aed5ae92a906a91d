package io.ashlar.registration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the running build knows of projects and artifacts. Maven's side implements it. */
public interface Workspace {

    /** Returns the directory of the top-level project, wherever Maven was started. */
    Path root();

    /** Returns the projects of this build: all of the reactor, or those that {@code -pl} or a child directory left. */
    List<Project> projects();

    /**
     * Returns the jar of an artifact, fetched where necessary; the classes of one that this build makes.
     *
     * @throws UnresolvableArtifactException if it cannot be had
     */
    Path fetch(Coordinates coordinates) throws UnresolvableArtifactException;

    /** Returns the project of this build in {@code directory}. */
    default Optional<Project> project(Path directory) {
        return projects().stream()
                .filter(project -> project.directory().equals(directory))
                .findFirst();
    }
}
