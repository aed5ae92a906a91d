package io.ashlar.weaving;

import io.ashlar.config.ModuleManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Completes the compiled classes of a module: weaves its models, adds to module-info what they need, and writes
 * {@code META-INF/services} and the manifest. Running it again changes nothing.
 */
public final class Weaving {

    private static final Set<String> MANAGED = Set.of(
            "Ljakarta/persistence/Entity;",
            "Ljakarta/persistence/MappedSuperclass;",
            "Ljakarta/persistence/Embeddable;",
            "Ljakarta/persistence/Converter;");
    /** What woven classes use: EclipseLink, and the property changes of java.desktop. */
    private static final Set<String> REQUIRES =
            new LinkedHashSet<>(List.of("org.eclipse.persistence.core", "java.desktop"));
    /** Who reads and writes fields of models, and of what is stored as JSON. */
    private static final Set<String> READERS =
            new LinkedHashSet<>(List.of("org.eclipse.persistence.core", "io.ashlar.runtime", "tools.jackson.databind"));

    private final Path root;
    private final List<Path> classPath;
    private final List<Path> resources;
    private final Path stamp;
    private final ClassLoader parent;

    /**
     * Prepares weaving.
     *
     * @param root the directory of compiled classes
     * @param classPath of the module, {@code root} first
     * @param resources the directories that were copied into {@code root}; empty if that is not known
     * @param stamp a file of our own, beside {@code root}, that tells that nothing was compiled since the last time
     * @param parent has EclipseLink and the runtime
     */
    public Weaving(Path root, List<Path> classPath, List<Path> resources, Path stamp, ClassLoader parent) {
        this.root = root;
        this.classPath = List.copyOf(classPath);
        this.resources = List.copyOf(resources);
        this.stamp = stamp;
        this.parent = parent;
    }

    /**
     * What was done.
     *
     * @param manifest of the module
     * @param woven how many class files were woven now; zero if all were woven before
     */
    public record Result(ModuleManifest manifest, int woven) {}

    /**
     * Weaves the module in the directory; empty if there is none, as in an application.
     *
     * @throws io.ashlar.problem.ProblemsFound if the module is not declared as it must be, or EclipseLink refuses its models
     */
    public Optional<Result> weave() {
        CompiledClasses classes = CompiledClasses.in(root);
        return DeclaredModule.in(classes).map(manifest -> {
            int woven = manifest.models().isEmpty() ? 0 : weaveModels(classes, manifest);
            ModuleFiles files = new ModuleFiles(root);
            files.write("META-INF/services/io.ashlar.ModuleService", manifest.service() + "\n");
            files.write(ModuleManifest.location(manifest.name()), manifest.toJson());
            files.dropOtherManifests(manifest.name());
            files.dropMigrationsWithoutSource(resources);
            return new Result(manifest, woven);
        });
    }

    private int weaveModels(CompiledClasses classes, ModuleManifest manifest) {
        if (classes.digest().equals(lastDigest())) {
            return 0;
        }
        List<ClassFacts> managed = classes.all().stream()
                .filter(type -> type.annotations().stream().anyMatch(MANAGED::contains))
                .toList();
        int woven = new EntityWeaver(classes, classPath, parent)
                .weave(
                        manifest.name(),
                        managed.stream().map(ClassFacts::binaryName).toList());
        byte[] before = classes.bytes("module-info").orElseThrow();
        byte[] after = new ModuleInfoClass(before).with(REQUIRES, storedPackages(classes, managed), READERS);
        if (after != before) {
            classes.write("module-info", after);
        }
        remember(classes.digest());
        return woven;
    }

    /** Returns the packages of the models and of all classes of the module that their fields lead to. */
    private static Set<String> storedPackages(CompiledClasses classes, List<ClassFacts> managed) {
        Set<String> packages = new TreeSet<>();
        Set<String> seen = new LinkedHashSet<>();
        Deque<ClassFacts> open = new ArrayDeque<>(managed);
        while (!open.isEmpty()) {
            ClassFacts type = open.pop();
            if (seen.add(type.name())) {
                packages.add(type.packageName());
                Set<String> next = new LinkedHashSet<>(type.fieldTypes());
                next.add(type.superName());
                next.stream().map(classes::facts).filter(facts -> facts != null).forEach(open::push);
            }
        }
        return packages;
    }

    private String lastDigest() {
        try {
            return Files.isRegularFile(stamp) ? Files.readString(stamp) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + stamp, e);
        }
    }

    private void remember(String digest) {
        try {
            Files.createDirectories(stamp.getParent());
            Files.writeString(stamp, digest);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + stamp, e);
        }
    }
}
