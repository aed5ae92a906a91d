package io.ashlar.model;

import com.sun.source.util.Trees;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Reads the model of a project from its sources, before they can be compiled: what is to be generated is missing yet.
 *
 * <p>Everything is read on the class path, {@code module-info.java} only by its syntax: the model is the same, and an
 * incomplete module path cannot hide it. What module-info says wrong, the compilation that follows reports.
 */
public final class SourceModels {

    /**
     * What javac says of a class, package or member that it does not find, since it may be one that is generated; the last
     * follows from the others where such a member is imported.
     */
    private static final Set<String> NOT_FOUND = Set.of(
            "compiler.err.doesnt.exist",
            "compiler.err.cant.resolve",
            "compiler.err.cant.resolve.location",
            "compiler.err.static.imp.only.classes.and.interfaces");

    private SourceModels() {}

    /**
     * Returns what the sources say.
     *
     * @throws ProblemsFound with everything the user has to mend: errors in the sources as javac prints them, or what
     *     Ashlar asks of a module
     */
    public static SourceModel read(SourceSet sources) {
        List<Path> files = sources.files();
        Optional<ModuleInfo> moduleInfo = files.stream()
                .filter(file -> file.endsWith("module-info.java"))
                .findFirst()
                .map(file -> ModuleInfos.read(sources, file));
        List<Path> classes = files.stream()
                .filter(file -> !file.endsWith("module-info.java"))
                .toList();
        return new SourceModel(classes.isEmpty() ? Optional.empty() : module(sources, classes, moduleInfo), moduleInfo);
    }

    private static Optional<ModuleModel> module(SourceSet sources, List<Path> files, Optional<ModuleInfo> moduleInfo) {
        Reader reader = new Reader(moduleInfo);
        List<Diagnostic<? extends JavaFileObject>> errors = Javac.process(sources, files, reader);
        List<Diagnostic<? extends JavaFileObject>> certain = errors.stream()
                .filter(error -> !NOT_FOUND.contains(error.getCode()))
                .toList();
        if (!certain.isEmpty()) {
            throw new ProblemsFound(Javac.problem(certain));
        }
        Findings findings = reader.findings();
        List<Problem> problems = new ArrayList<>(unresolved(errors, findings.unresolvedIn(), reader.module));
        problems.addAll(findings.problems());
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
        return reader.module;
    }

    /** Returns what javac did not find and the model cannot do without, leaving out what is about to be generated. */
    private static List<Problem> unresolved(
            List<Diagnostic<? extends JavaFileObject>> notFound, Set<Path> files, Optional<ModuleModel> module) {
        if (files.isEmpty()) {
            return List.of();
        }
        Pattern generated = Pattern.compile(module.stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(one.base().simple()),
                        one.entities().stream()
                                .map(entity -> "_" + entity.type().simple())))
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "\\b(?:", ")\\b")));
        List<Diagnostic<? extends JavaFileObject>> needed = notFound.stream()
                .filter(error -> error.getSource() != null
                        && files.contains(Path.of(error.getSource().toUri())))
                .filter(error -> module.isEmpty()
                        || !generated.matcher(error.getMessage(null)).find())
                .toList();
        return needed.isEmpty()
                ? files.stream()
                        .map(file -> new Problem(
                                "class-not-found",
                                "A class that the data models need is not found",
                                file.toString(),
                                "compile the sources to see which"))
                        .toList()
                : List.of(Javac.problem(needed));
    }

    /** Reads in the first round, which has all sources. */
    private static final class Reader extends AbstractProcessor {

        private final Optional<ModuleInfo> moduleInfo;
        private @Nullable Findings findings;
        private Optional<ModuleModel> module = Optional.empty();

        Reader(Optional<ModuleInfo> moduleInfo) {
            this.moduleInfo = moduleInfo;
        }

        Findings findings() {
            if (findings == null) {
                throw new IllegalStateException("javac has neither read the sources nor said why not");
            }
            return findings;
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (findings == null) {
                findings = new Findings(new Places(Trees.instance(processingEnv)));
                module = new ModuleReader(processingEnv.getTypeUtils(), moduleInfo, findings)
                        .read(withNested(ElementFilter.typesIn(round.getRootElements())));
            }
            return false;
        }

        private static List<TypeElement> withNested(Iterable<TypeElement> types) {
            List<TypeElement> all = new ArrayList<>();
            for (TypeElement type : types) {
                all.add(type);
                all.addAll(withNested(ElementFilter.typesIn(type.getEnclosedElements())));
            }
            return all;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }
    }
}
