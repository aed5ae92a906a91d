package io.ashlar.model;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sources of one project, and what they are compiled against.
 *
 * @param sourceRoots folders of Java sources, without the one that is generated into; those that do not exist are empty
 * @param classPath the dependencies, jars and folders of classes, without the project's own classes
 * @param release the Java release compiled for, such as 17
 * @param encoding of the sources
 */
public record SourceSet(List<Path> sourceRoots, List<Path> classPath, int release, Charset encoding) {

    /** Copies the lists. */
    public SourceSet {
        sourceRoots = List.copyOf(sourceRoots);
        classPath = List.copyOf(classPath);
    }

    /** Returns every Java source, {@code module-info.java} and {@code package-info.java} included, in a fixed order. */
    public List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path root : sourceRoots) {
            if (Files.isDirectory(root)) {
                files.addAll(filesOf(root));
            }
        }
        return List.copyOf(files);
    }

    private static List<Path> filesOf(Path root) {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(file -> file.toString().endsWith(".java"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemsFound(
                    List.of(new Problem(
                            "sources-unreadable",
                            "Cannot read the sources: " + e.getMessage(),
                            root.toString(),
                            "make the folder and all in it readable")),
                    e);
        }
    }
}
