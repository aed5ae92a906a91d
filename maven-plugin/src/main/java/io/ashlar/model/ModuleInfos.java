package io.ashlar.model;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.ModuleTree;
import com.sun.source.tree.ProvidesTree;
import com.sun.source.util.JavacTask;
import io.ashlar.ModuleService;
import io.ashlar.problem.ProblemsFound;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Reads {@code module-info.java} by its syntax alone: what it requires need not be there. */
final class ModuleInfos {

    private ModuleInfos() {}

    /**
     * Returns what {@code file} says.
     *
     * @throws ProblemsFound if it has a syntax error
     */
    static ModuleInfo read(SourceSet sources, Path file) {
        List<ModuleInfo> read = new ArrayList<>();
        List<Diagnostic<? extends JavaFileObject>> errors = Javac.parse(sources, List.of(file), task -> {
            for (CompilationUnitTree unit : ((JavacTask) task).parse()) {
                Optional.ofNullable(unit.getModule())
                        .map(module -> moduleInfo(file, unit, module))
                        .ifPresent(read::add);
            }
        });
        if (!errors.isEmpty()) {
            throw new ProblemsFound(Javac.problem(errors));
        }
        return read.isEmpty() ? new ModuleInfo(file, "", List.of()) : read.get(0);
    }

    private static ModuleInfo moduleInfo(Path file, CompilationUnitTree unit, ModuleTree module) {
        List<String> services = module.getDirectives().stream()
                .filter(ProvidesTree.class::isInstance)
                .map(ProvidesTree.class::cast)
                .filter(provides ->
                        qualified(provides.getServiceName().toString(), unit).equals(ModuleService.class.getName()))
                .flatMap(provides -> provides.getImplementationNames().stream())
                .map(name -> qualified(name.toString(), unit))
                .toList();
        return new ModuleInfo(file, module.getName().toString(), services);
    }

    /** A module-info may import what it names. */
    private static String qualified(String name, CompilationUnitTree unit) {
        return name.contains(".")
                ? name
                : unit.getImports().stream()
                        .map(ImportTree::getQualifiedIdentifier)
                        .map(Object::toString)
                        .filter(imported -> imported.endsWith("." + name))
                        .findFirst()
                        .orElse(name);
    }
}
