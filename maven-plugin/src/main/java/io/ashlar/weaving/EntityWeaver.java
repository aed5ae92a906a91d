package io.ashlar.weaving;

import io.ashlar.internal.mapping.UnitMetadata;
import io.ashlar.internal.persistence.UnitInfo;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import jakarta.persistence.spi.ClassTransformer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.internal.jpa.EntityManagerSetupImpl;
import org.eclipse.persistence.internal.jpa.StaticWeaveInfo;
import org.eclipse.persistence.logging.SessionLog;
import org.jspecify.annotations.Nullable;

/**
 * EclipseLink's static weaving: lazy relations, written into the class files; all relations to one are lazy. Needs neither a
 * persistence.xml nor a database.
 */
final class EntityWeaver {

    static final String WOVEN = "org/eclipse/persistence/internal/weaving/PersistenceWeaved";
    /** The rest calls methods woven into every superclass, and those of other artifacts have none. */
    private static final Map<String, String> LAZY_ONLY = Map.of(
            PersistenceUnitProperties.WEAVING_CHANGE_TRACKING, "false",
            PersistenceUnitProperties.WEAVING_FETCHGROUPS, "false",
            PersistenceUnitProperties.WEAVING_INTERNAL, "false",
            PersistenceUnitProperties.WEAVING_REST, "false");

    private static final String ENTITY = "Ljakarta/persistence/Entity;";

    private final CompiledClasses classes;
    private final List<Path> classPath;
    private final ClassLoader parent;

    /**
     * Prepares weaving.
     *
     * @param classPath of the module, its own classes included
     * @param parent has EclipseLink and the runtime
     */
    EntityWeaver(CompiledClasses classes, List<Path> classPath, ClassLoader parent) {
        this.classes = classes;
        this.classPath = classPath;
        this.parent = parent;
    }

    /**
     * Weaves {@code managed}, binary names, and returns how many class files changed; woven ones stay as they are.
     *
     * @throws ProblemsFound if EclipseLink does not accept the models
     */
    int weave(String module, List<String> managed) {
        var internal = managed.stream().map(name -> name.replace('.', '/')).collect(Collectors.toSet());
        try (var loader = new LazyRelations(urls(), parent, internal)) {
            ClassTransformer transformer =
                    transformer(new UnitInfo(module, managed, urls()[0], null, loader, LAZY_ONLY), values(managed));
            int changed = 0;
            for (String name : managed) {
                changed += weave(name, transformer, loader) ? 1 : 0;
            }
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the class path of " + module, e);
        }
    }

    private boolean weave(String name, ClassTransformer transformer, ClassLoader loader) {
        String internal = name.replace('.', '/');
        ClassFacts compiled = classes.facts(internal);
        if (compiled != null && compiled.superName().equals("java/lang/Record")) {
            return false; // records have no lazy relations, and EclipseLink fails on them
        }
        byte[] before = classes.bytes(internal).orElseThrow();
        byte @Nullable [] after;
        try {
            after = transformer.transform(loader, internal, null, null, before);
        } catch (jakarta.persistence.spi.TransformerException e) {
            throw new ProblemsFound(List.of(notWoven(name)), e);
        }
        if (after != null) {
            classes.write(internal, after);
        }
        ClassFacts facts = classes.facts(internal);
        // EclipseLink logs what it cannot weave, and goes on.
        if (facts != null
                && facts.annotations().contains(ENTITY)
                && !facts.interfaces().contains(WOVEN)) {
            throw new ProblemsFound(notWoven(name));
        }
        return after != null;
    }

    /** Returns the classes of attributes that are not managed themselves; those of the JDK EclipseLink knows. */
    private Set<String> values(List<String> managed) {
        Set<String> values = new LinkedHashSet<>();
        for (String name : managed) {
            ClassFacts facts = classes.facts(name.replace('.', '/'));
            if (facts != null) {
                facts.fieldTypes().stream()
                        .map(type -> type.replace('/', '.'))
                        .filter(type -> !type.startsWith("java.") && !managed.contains(type))
                        .forEach(values::add);
            }
        }
        return values;
    }

    private static ClassTransformer transformer(UnitInfo unit, Set<String> values) {
        var setup = new EntityManagerSetupImpl(unit.getPersistenceUnitName(), unit.getPersistenceUnitName());
        setup.setStaticWeaveInfo(new StaticWeaveInfo(Writer.nullWriter(), SessionLog.OFF));
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(unit.getClassLoader());
        try {
            return setup.predeploy(unit, Map.of(PersistenceUnitProperties.METADATA_SOURCE, new UnitMetadata(values)));
        } catch (RuntimeException e) {
            throw new ProblemsFound(
                    List.of(new Problem(
                            "models-not-understood",
                            "EclipseLink does not accept the models of " + unit.getPersistenceUnitName() + ": "
                                    + reason(e),
                            String.join(", ", unit.getManagedClassNames()),
                            "correct the mapping that the message names")),
                    e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private URL[] urls() {
        return classPath.stream().map(EntityWeaver::url).toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem notWoven(String name) {
        return new Problem(
                "not-woven",
                "EclipseLink cannot weave " + name + ", so that its lazy relations would load at once",
                name,
                "let it be a class with a constructor without arguments, compiled for a Java release that"
                        + " EclipseLink knows");
    }

    /** Returns the innermost message, without EclipseLink's codes and class names around it. */
    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        int start = message.indexOf("Exception Description: ");
        String told = start < 0 ? message : message.substring(start + "Exception Description: ".length());
        return told.lines().findFirst().orElse(cause.getClass().getSimpleName());
    }
}
