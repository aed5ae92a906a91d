package io.ashlar.weaving;

import io.ashlar.config.ModuleManifest;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The module that compiled classes declare: a service with {@code @Module}, provided by module-info. */
final class DeclaredModule {

    private DeclaredModule() {}

    /**
     * Returns the module among {@code classes}; empty if they declare none, as those of an application.
     *
     * @throws ProblemsFound if the declaration is incomplete or ambiguous
     */
    static Optional<ModuleManifest> in(CompiledClasses classes) {
        List<ClassFacts> annotated =
                classes.all().stream().filter(type -> type.module() != null).toList();
        Optional<ModuleInfoClass> moduleInfo = classes.bytes("module-info").map(ModuleInfoClass::new);
        List<String> provided = moduleInfo.map(ModuleInfoClass::services).orElse(List.of());
        if (annotated.isEmpty() && provided.isEmpty()) {
            return Optional.empty();
        }
        if (moduleInfo.isEmpty()) {
            throw problem(
                    "no-module-info",
                    "The module of " + names(annotated) + " has no module-info.java",
                    names(annotated),
                    "add src/main/java/module-info.java with: " + provides(annotated.get(0)));
        }
        if (provided.size() > 1 || annotated.size() > 1) {
            throw problem(
                    "several-services",
                    "A module has one service, and this one has several: "
                            + (annotated.size() > 1
                                    ? names(annotated)
                                    : String.join(", ", provided).replace('/', '.')),
                    "module-info.java of " + moduleInfo.get().name(),
                    "keep one class with @Module, and move each of the others into a module of its own");
        }
        if (provided.isEmpty()) {
            throw problem(
                    "no-provides",
                    "The service " + names(annotated) + " is not provided, so that no application can find it",
                    "module-info.java of " + moduleInfo.get().name(),
                    "add: " + provides(annotated.get(0)));
        }
        return Optional.of(manifest(classes, moduleInfo.get(), provided.get(0)));
    }

    private static ModuleManifest manifest(CompiledClasses classes, ModuleInfoClass moduleInfo, String provided) {
        ClassFacts service = classes.facts(provided);
        String name = provided.replace('/', '.');
        ClassFacts.ModuleValues module = service == null ? null : service.module();
        if (module == null) {
            throw problem(
                    "service-without-module",
                    "The service " + name + " has no @Module, so that its name and models are unknown",
                    name,
                    "annotate it: @Module(name = \"blog\", models = {Post.class})");
        }
        ModuleName.check(module.name(), name).ifPresent(problem -> {
            throw new ProblemsFound(problem);
        });
        return new ModuleManifest(module.name(), moduleInfo.name(), name, module.models());
    }

    private static String provides(ClassFacts service) {
        return "provides io.ashlar.ModuleService with " + service.binaryName() + ";";
    }

    private static String names(List<ClassFacts> classes) {
        return classes.stream().map(ClassFacts::binaryName).collect(Collectors.joining(", "));
    }

    private static ProblemsFound problem(String tag, String what, String where, String mend) {
        return new ProblemsFound(new Problem(tag, what, where, mend));
    }
}
