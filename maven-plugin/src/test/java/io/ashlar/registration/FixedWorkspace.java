package io.ashlar.registration;

import io.ashlar.config.ModuleManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An application on disk, without Maven. */
final class FixedWorkspace implements Workspace {

    private final Path root;
    private final List<Project> projects = new ArrayList<>();
    private final Map<Coordinates, Path> artifacts = new HashMap<>();

    FixedWorkspace(Path root) {
        this.root = root;
    }

    /** Adds a directory with a pom.xml, which is not part of the build. */
    FixedWorkspace directory(String directory) {
        write(root.resolve(directory).resolve("pom.xml"), "<project/>");
        return this;
    }

    /** Adds a project that is no module. */
    FixedWorkspace project(String directory) {
        directory(directory);
        Path base = root.resolve(directory);
        projects.add(new Project(
                base,
                new Coordinates("com.acme", directory, "1.0"),
                base.resolve("target/classes"),
                base.resolve("src/main/resources")));
        return this;
    }

    /** Adds a built module to the build. */
    FixedWorkspace module(String directory, String name) {
        return project(directory).built(directory, name);
    }

    /** Puts a manifest where a build of {@code directory} leaves it. */
    FixedWorkspace built(String directory, String name) {
        manifest(root.resolve(directory).resolve("target/classes"), name);
        return this;
    }

    /** Adds a jar with one manifest for each name. */
    FixedWorkspace artifact(String coordinates, String... names) {
        Path jar = root.resolve(coordinates.replace(':', '-') + ".jar");
        try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Files.createDirectories(zip.getPath("/META-INF"));
            for (String name : names) {
                manifest(zip.getPath("/"), name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        artifacts.put(Coordinates.in(coordinates).orElseThrow(), jar);
        return this;
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public List<Project> projects() {
        return projects;
    }

    @Override
    public Path fetch(Coordinates coordinates) throws UnresolvableArtifactException {
        Path artifact = artifacts.get(coordinates);
        if (artifact == null) {
            throw new UnresolvableArtifactException("no repository has it", new IOException());
        }
        return artifact;
    }

    private static void manifest(Path classes, String name) {
        String text = new ModuleManifest(name, "com.acme." + name, "com.acme." + name + ".Service", List.of()).toJson();
        write(
                classes.resolve("META-INF/modules")
                        .resolve(name.isEmpty() ? "unnamed" : name)
                        .resolve("module.json"),
                text);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
