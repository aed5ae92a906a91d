package io.ashlar.registration;

import io.ashlar.config.ModuleManifest;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The modules of an application, as its pom registers them. Immutable. */
public final class ModuleRegistry {

    private final Workspace workspace;
    private final List<RegisteredModule> modules;
    private final Map<String, String> unregistered;

    private ModuleRegistry(Workspace workspace, List<RegisteredModule> modules) {
        this.workspace = workspace;
        this.modules = List.copyOf(modules);
        this.unregistered = unregistered(workspace, modules);
    }

    /**
     * Resolves what the pom registers.
     *
     * @throws ProblemsFound with all that is wrong with the entries
     */
    public static ModuleRegistry of(List<ModuleEntry> entries, Workspace workspace) {
        var resolver = new EntryResolver(workspace);
        List<RegisteredModule> modules = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(duplicateResolves(entries, workspace));
        for (ModuleEntry entry : byResolve(entries).values()) {
            try {
                modules.add(resolver.resolve(entry));
            } catch (ProblemsFound e) {
                problems.addAll(e.problems());
            }
        }
        problems.addAll(duplicateNames(modules, workspace));
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
        return new ModuleRegistry(workspace, modules);
    }

    /** Returns the modules in the order of the pom. */
    public List<RegisteredModule> modules() {
        return modules;
    }

    /** Returns the modules of this build that the pom does not register: their directories by name. */
    public Map<String, String> unregistered() {
        return unregistered;
    }

    /**
     * Returns the modules called {@code names}, in the order of the pom; all of them if no name is given.
     *
     * @param task completes the sentence "Cannot ... unknown module", such as {@code generate migrations for}
     * @throws ProblemsFound if a name is not registered, or nothing is
     */
    public List<RegisteredModule> select(String task, List<String> names) {
        List<Problem> problems = names.stream()
                .filter(name -> !registered().contains(name))
                .distinct()
                .map(name -> unknown(task, name))
                .toList();
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
        if (modules.isEmpty()) {
            throw new ProblemsFound(new Problem(
                    "no-modules-registered",
                    "Cannot " + task + " any module: none is registered",
                    where(),
                    "register the modules: add " + registration()));
        }
        return modules.stream()
                .filter(module -> names.isEmpty() || names.contains(module.name()))
                .toList();
    }

    /** Splits {@code blog, media} as given on the command line; empty gives no name. */
    public static List<String> names(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Returns what to write into the pom to register the module in {@code directory}. */
    public static String snippet(String directory) {
        return "<module><resolve>" + directory + "</resolve></module>";
    }

    static String relative(Workspace workspace, Project project) {
        return workspace.root().relativize(project.directory()).toString().replace('\\', '/');
    }

    private Problem unknown(String task, String name) {
        List<String> registered = registered();
        Optional<String> meant = Nearest.to(name, registered);
        String what = "Cannot " + task + " unknown module '" + name + "'."
                + meant.map(near -> " Did you mean '" + near + "'?").orElse("")
                + " Registered: " + (registered.isEmpty() ? "none" : String.join(", ", registered));
        String directory = unregistered.get(name);
        String mend;
        if (directory != null) {
            mend = "register it: add " + snippet(directory) + " to " + where();
        } else if (meant.isPresent()) {
            mend = "use the registered name, or register '" + name + "': add " + registration();
        } else {
            mend = "register it: add " + registration();
        }
        return new Problem("unknown-module", what, where(), mend);
    }

    private String registration() {
        if (unregistered.isEmpty()) {
            return snippet("the module's directory, or group:artifact:version") + " to " + where();
        }
        return unregistered.values().stream().map(ModuleRegistry::snippet).collect(Collectors.joining(" "))
                + " to "
                + where();
    }

    private String where() {
        return "<modules> of modules-maven-plugin in " + workspace.root().resolve("pom.xml");
    }

    private List<String> registered() {
        return modules.stream().map(RegisteredModule::name).toList();
    }

    private static Map<String, String> unregistered(Workspace workspace, List<RegisteredModule> modules) {
        Map<String, String> unregistered = new LinkedHashMap<>();
        for (Project project : workspace.projects()) {
            if (modules.stream().noneMatch(module -> module.origin().classes().equals(project.classes()))) {
                for (ModuleManifest manifest : Manifests.in(project.classes())) {
                    unregistered.put(manifest.name(), relative(workspace, project));
                }
            }
        }
        return unregistered;
    }

    private static Map<Object, ModuleEntry> byResolve(List<ModuleEntry> entries) {
        Map<Object, ModuleEntry> byResolve = new LinkedHashMap<>();
        // An entry without resolve equals no other: each is a problem of its own.
        entries.forEach(
                entry -> byResolve.putIfAbsent(entry.resolve().isEmpty() ? new Object() : entry.resolve(), entry));
        return byResolve;
    }

    private static List<Problem> duplicateResolves(List<ModuleEntry> entries, Workspace workspace) {
        return entries.stream()
                .map(ModuleEntry::resolve)
                .filter(resolve -> !resolve.isEmpty())
                .collect(Collectors.groupingBy(resolve -> resolve, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(counted -> counted.getValue() > 1)
                .map(counted -> new Problem(
                        "duplicate-resolve",
                        "'" + counted.getKey() + "' is registered " + counted.getValue() + " times",
                        workspace.root().resolve("pom.xml").toString(),
                        "keep one " + snippet(counted.getKey())))
                .toList();
    }

    private static List<Problem> duplicateNames(List<RegisteredModule> modules, Workspace workspace) {
        Map<String, RegisteredModule> first = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (RegisteredModule module : modules) {
            RegisteredModule other = first.putIfAbsent(module.name(), module);
            if (other != null) {
                problems.add(new Problem(
                        "duplicate-module-name",
                        "Two modules are called '" + module.name() + "': "
                                + other.entry().resolve() + " and "
                                + module.entry().resolve(),
                        "@Module of " + other.manifest().service() + " and "
                                + module.manifest().service(),
                        "rename one of them, or register only one in "
                                + workspace.root().resolve("pom.xml")));
            }
        }
        return problems;
    }
}
