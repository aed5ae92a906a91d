package io.ashlar;

import io.ashlar.problem.Nearest;
import io.ashlar.problem.Problem;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The services that modules provide on class path and module path, by their names; none of them created yet. */
final class Services {

    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    private final Map<String, Found> byName = new LinkedHashMap<>();
    private final List<Problem> problems;

    private Services(List<Problem> problems) {
        this.problems = problems;
    }

    /** Finds the services that {@code loader} sees, and adds to {@code problems} what is wrong with them. */
    static Services seenBy(ClassLoader loader, List<Problem> problems) {
        Services services = new Services(problems);
        Iterator<ServiceLoader.Provider<ModuleService>> providers =
                ServiceLoader.load(ModuleService.class, loader).stream().iterator();
        while (services.hasNext(providers)) {
            services.add(providers.next());
        }
        return services;
    }

    /** Returns the service of the module with this name; if there is none, adds that to the problems. */
    Optional<Found> named(String name) {
        Found found = byName.get(name);
        if (found == null) {
            problems.add(
                    new Problem(
                            "module-missing",
                            "Module '" + name + "' is registered, but no service of that name is on the path."
                                    + Nearest.question(name, byName.keySet()),
                            "class path and module path; found there: "
                                    + (byName.isEmpty() ? "none" : String.join(", ", byName.keySet())),
                            "add the module's artifact to the application's dependencies, and build the module with modules:weave"));
        }
        return Optional.ofNullable(found);
    }

    /** Notes the services on the path that nobody registered. */
    void logIgnored(Collection<Found> used) {
        byName.values().stream()
                .filter(found -> !used.contains(found))
                .forEach(found -> LOG.debug(
                        "Module '{}' ({}) is on the path, but not registered",
                        found.name(),
                        found.type().getName()));
    }

    private boolean hasNext(Iterator<?> providers) {
        while (true) {
            try {
                return providers.hasNext();
            } catch (ServiceConfigurationError e) {
                problems.add(new Problem(
                        "service-unreadable",
                        "A service cannot be loaded: " + e.getMessage(),
                        "provides io.ashlar.ModuleService in module-info, or META-INF/services/io.ashlar.ModuleService",
                        "name a public class with a public constructor without parameters that extends ModuleService"));
            }
        }
    }

    private void add(ServiceLoader.Provider<ModuleService> provider) {
        Module module = provider.type().getAnnotation(Module.class);
        if (module == null) {
            problems.add(new Problem(
                    "service-without-module",
                    "Service " + provider.type().getSimpleName() + " does not say which module it is of",
                    provider.type().getName(),
                    "annotate it with @Module(name = \"...\")"));
            return;
        }
        Found found = new Found(module.name(), List.copyOf(Arrays.asList(module.models())), module.outbox(), provider);
        Found other = byName.putIfAbsent(module.name(), found);
        if (other != null && other.type() != found.type()) {
            problems.add(new Problem(
                    "module-name-twice",
                    "Two services say they are of module '" + module.name() + "'",
                    other.type().getName() + ", " + found.type().getName(),
                    "rename one in its @Module, or take one of the artifacts off the path"));
        }
    }

    /**
     * A service that can be created.
     *
     * @param models in the order of {@code @Module}
     */
    record Found(String name, List<Class<?>> models, boolean outbox, ServiceLoader.Provider<ModuleService> provider) {

        Class<? extends ModuleService> type() {
            return provider.type();
        }
    }
}
