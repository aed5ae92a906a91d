package io.ashlar.service;

import io.ashlar.model.SourceSet;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles sources together with what was generated from them, as strictly as javac can. */
final class Compiled {

    private static final Pattern NEEDED_BY_RUNTIME =
            Pattern.compile("eclipse|jakarta|asm|flyway-core|HikariCP|jackson|slf4j-api");

    private Compiled() {}

    /** Returns what javac has to say on the class path, without module-info: nothing, if all is well. */
    static String complaints(SourceSet sources, Path generated, Path classes) {
        return complaints(
                "-cp",
                sources.classPath(),
                files(sources, generated).stream()
                        .filter(file -> !file.endsWith("module-info.java"))
                        .toList(),
                classes);
    }

    /** Returns what javac has to say on the module path: nothing, if all is well. */
    static String complaintsAsModule(SourceSet sources, Path generated, Path classes) {
        List<Path> modulePath = Stream.concat(
                        sources.classPath().stream(),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(NEEDED_BY_RUNTIME.asPredicate())
                                .map(Path::of))
                .distinct()
                .toList();
        return complaints("-p", modulePath, files(sources, generated), classes);
    }

    private static List<Path> files(SourceSet sources, Path generated) {
        List<Path> roots = new ArrayList<>(sources.sourceRoots());
        roots.add(generated);
        return new SourceSet(roots, List.of(), 17, sources.encoding()).files();
    }

    private static String complaints(String option, List<Path> dependencies, List<Path> files, Path classes) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var complaints = new StringWriter();
        try (var fileManager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
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
                                    option,
                                    dependencies.stream()
                                            .map(Path::toString)
                                            .collect(Collectors.joining(File.pathSeparator))),
                            null,
                            fileManager.getJavaFileObjectsFromPaths(files))
                    .call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return complaints.toString();
    }
}
