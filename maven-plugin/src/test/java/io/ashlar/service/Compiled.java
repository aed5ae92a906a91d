package io.ashlar.service;

import io.ashlar.model.SourceSet;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** Compiles sources together with what was generated from them, as strictly as javac can. */
final class Compiled {

    private Compiled() {}

    /** Returns what javac has to say, warnings too: nothing, if all is well. Leaves out module-info. */
    static String complaints(SourceSet sources, Path generated, Path classes) {
        List<Path> roots = new ArrayList<>(sources.sourceRoots());
        roots.add(generated);
        List<Path> files = new SourceSet(roots, List.of(), 17, sources.encoding())
                .files().stream()
                        .filter(file -> !file.endsWith("module-info.java"))
                        .toList();
        var compiler = ToolProvider.getSystemJavaCompiler();
        var complaints = new StringWriter();
        try (var fileManager = compiler.getStandardFileManager(null, null, sources.encoding())) {
            Files.createDirectories(classes);
            compiler.getTask(
                            complaints,
                            fileManager,
                            null,
                            List.of(
                                    "-Xlint:all",
                                    "-Werror",
                                    "-proc:none",
                                    "--release",
                                    "17",
                                    "-d",
                                    classes.toString(),
                                    "-cp",
                                    sources.classPath().stream()
                                            .map(Path::toString)
                                            .collect(Collectors.joining(System.getProperty("path.separator")))),
                            null,
                            fileManager.getJavaFileObjectsFromPaths(files))
                    .call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return complaints.toString();
    }
}
