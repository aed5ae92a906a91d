package io.ashlar.model;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The compiler of the JDK that runs, inside this process. Writes no file. */
final class Javac {

    private Javac() {}

    /** Lets {@code processor} look at {@code files}, and returns the errors javac found, all of them. */
    static List<Diagnostic<? extends JavaFileObject>> process(
            SourceSet sources, List<Path> files, Processor processor) {
        return run(sources, files, "-proc:only", task -> {
            task.setProcessors(List.of(processor));
            task.call();
        });
    }

    /** Lets {@code action} look at the syntax of {@code files}, and returns the errors javac found. */
    static List<Diagnostic<? extends JavaFileObject>> parse(SourceSet sources, List<Path> files, TaskAction action) {
        // with processors javac would keep the errors back until they ran
        return run(sources, files, "-proc:none", action);
    }

    private static List<Diagnostic<? extends JavaFileObject>> run(
            SourceSet sources, List<Path> files, String processing, TaskAction action) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new ProblemsFound(new Problem(
                    "no-compiler",
                    "The Java that runs Maven has no compiler, so the data models cannot be read",
                    System.getProperty("java.home"),
                    "run Maven on a JDK instead of a JRE: set JAVA_HOME"));
        }
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager fileManager =
                compiler.getStandardFileManager(found, Locale.getDefault(), sources.encoding())) {
            fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, sources.classPath());
            action.on(compiler.getTask(
                    Writer.nullWriter(),
                    fileManager,
                    found,
                    List.of(
                            processing,
                            "-Xlint:none",
                            // or javac stops at 100, which it must not do before the one that matters
                            "-Xmaxerrs",
                            "0",
                            "--release",
                            Integer.toString(sources.release()),
                            "-encoding",
                            sources.encoding().name()),
                    null,
                    fileManager.getJavaFileObjectsFromPaths(files)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new ProblemsFound(
                    List.of(new Problem(
                            "release-unknown",
                            "The JDK that runs Maven cannot compile for this release: " + e.getMessage(),
                            "release " + sources.release() + ", Java "
                                    + Runtime.version().feature(),
                            "run Maven on a later JDK, or lower maven.compiler.release")),
                    e);
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }

    /** Returns what javac itself would print, as one problem. */
    static Problem problem(List<Diagnostic<? extends JavaFileObject>> errors) {
        Diagnostic<? extends JavaFileObject> first = errors.get(0);
        return new Problem(
                "sources-do-not-compile",
                "The data models cannot be read, because the sources do not compile:\n"
                        + errors.stream().map(Object::toString).collect(Collectors.joining("\n")) + "\n"
                        + (errors.size() == 1 ? "1 error" : errors.size() + " errors"),
                first.getSource() == null
                        ? "the sources"
                        : Path.of(first.getSource().toUri()) + ":" + first.getLineNumber(),
                "correct what javac reports above");
    }

    /** What is done with a task. */
    interface TaskAction {
        void on(CompilationTask task) throws IOException;
    }
}
