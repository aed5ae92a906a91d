package io.ashlar.internal.persistence;

import io.ashlar.data.Model;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds in models what EclipseLink refuses in words of its own, or none at all on the module path. */
final class ModelChecks {

    private static final Set<String> TIMES = Set.of("createdAt", "updatedAt", "deletedAt");
    private static final String ECLIPSELINK = "org.eclipse.persistence.core";

    private ModelChecks() {}

    /**
     * Checks the models of a module.
     *
     * @throws ProblemsFound with all that has to be mended
     */
    static void check(List<Class<?>> models) {
        var problems = new ArrayList<Problem>();
        models.forEach(model -> check(model, problems));
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
    }

    private static void check(Class<?> model, List<Problem> problems) {
        if (!model.isAnnotationPresent(Entity.class)) {
            problems.add(problem(
                    "model-is-no-entity",
                    model.getSimpleName() + " is listed as a model, but is no @Entity",
                    model,
                    "annotate it with @Entity, or take it out of @Module(models)"));
            return;
        }
        if (members(model).noneMatch(ModelChecks::isId)) {
            problems.add(problem(
                    "entity-without-id",
                    model.getSimpleName() + " has no @Id",
                    model,
                    "add an id, such as: @Id @Ulid private String id;"));
        }
        if (Model.class.isAssignableFrom(model)) {
            Stream.of(model.getDeclaredFields())
                    .filter(field -> TIMES.contains(field.getName()))
                    .map(field -> problem(
                            "time-declared-again",
                            model.getSimpleName() + " declares " + field.getName() + ", which comes from Model",
                            model,
                            "delete the field; getters are inherited"))
                    .forEach(problems::add);
        }
        if (checksOfTables(model).anyMatch(each -> each.name().isBlank())) {
            problems.add(problem(
                    "check-without-name",
                    "A check of a table of " + model.getSimpleName() + " has no name, which EclipseLink cannot read",
                    model,
                    "name it: @CheckConstraint(name = \"ck_...\", constraint = \"...\")"));
        }
        ModuleLayer.boot().findModule(ECLIPSELINK).ifPresent(eclipselink -> {
            if (!model.getModule().isOpen(model.getPackageName(), eclipselink)) {
                problems.add(problem(
                        "package-not-open",
                        "Package " + model.getPackageName() + " of module "
                                + model.getModule().getName() + " is closed to EclipseLink",
                        model,
                        "let modules:weave run in process-classes, or write in module-info.java: opens "
                                + model.getPackageName() + " to " + ECLIPSELINK + ", io.ashlar.runtime;"));
            }
        });
    }

    private static Stream<CheckConstraint> checksOfTables(Class<?> model) {
        Table table = model.getDeclaredAnnotation(Table.class);
        Stream<CheckConstraint> first = table == null ? Stream.of() : Stream.of(table.check());
        Stream<CheckConstraint> others = Stream.of(model.getDeclaredAnnotationsByType(SecondaryTable.class))
                .flatMap(each -> Stream.of(each.check()));
        return Stream.concat(first, others);
    }

    private static Problem problem(String tag, String what, Class<?> model, String mend) {
        return new Problem(tag, what, model.getName(), mend);
    }

    private static boolean isId(AnnotatedElement member) {
        return member.isAnnotationPresent(Id.class) || member.isAnnotationPresent(EmbeddedId.class);
    }

    private static Stream<AnnotatedElement> members(Class<?> model) {
        Stream<AnnotatedElement> own =
                Stream.concat(Stream.of(model.getDeclaredFields()), Stream.of(model.getDeclaredMethods()));
        return model.getSuperclass() == null ? own : Stream.concat(own, members(model.getSuperclass()));
    }
}
