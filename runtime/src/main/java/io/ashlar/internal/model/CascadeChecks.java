package io.ashlar.internal.model;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds cascades of deletion that would delete more than anybody can foresee. */
final class CascadeChecks {

    private CascadeChecks() {}

    /** A relation that passes deletion on; the models are those that their hierarchies begin with. */
    private record Step(Class<?> from, String name, Class<?> to) {}

    /**
     * Checks the models of a module. A model may cascade to itself, as a tree does.
     *
     * @throws ProblemsFound with each that has to be mended
     */
    static void check(Collection<Entity> entities) {
        List<Problem> problems = new ArrayList<>();
        Map<Class<?>, Set<Step>> steps = new LinkedHashMap<>();
        for (Entity entity : entities.stream()
                .sorted(java.util.Comparator.comparing(each -> each.type().getName()))
                .toList()) {
            for (Attribute attribute : entity.attributes()) {
                Step step = step(entity, attribute, entities, problems);
                if (step != null && step.from() != step.to()) {
                    steps.computeIfAbsent(step.from(), from -> new LinkedHashSet<>())
                            .add(step);
                }
            }
        }
        Set<Class<?>> done = new LinkedHashSet<>();
        List.copyOf(steps.keySet()).forEach(from -> walk(from, new ArrayList<>(), steps, done, problems));
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
    }

    private static @org.jspecify.annotations.Nullable Step step(
            Entity entity, Attribute attribute, Collection<Entity> entities, List<Problem> problems) {
        if (attribute instanceof ToMany toMany && toMany.cascade().remove()) {
            return new Step(root(entity, entities), attribute.name(), root(toMany.target(), entities));
        }
        if (!(attribute instanceof ToOne toOne) || !toOne.cascade().remove()) {
            return null;
        }
        if (!toOne.isManyToOne()) {
            return new Step(root(entity, entities), attribute.name(), root(toOne.target(), entities));
        }
        problems.add(new Problem(
                "cascade-to-parent",
                "Deleting one " + entity.name() + " would delete the "
                        + toOne.target().name()
                        + " that it shares with others: " + entity.name() + "." + attribute.name()
                        + " is a @ManyToOne that cascades REMOVE",
                entity.type().getName() + "." + attribute.name(),
                "take REMOVE and ALL out of its cascade, or make it a @OneToOne"));
        return null;
    }

    private static Class<?> root(Entity entity, Collection<Entity> entities) {
        Class<?> root = entity.type();
        for (Class<?> each = root; each != null; each = each.getSuperclass()) {
            Class<?> candidate = each;
            if (entities.stream().anyMatch(other -> other.type() == candidate)) {
                root = candidate;
            }
        }
        return root;
    }

    private static void walk(
            Class<?> at, List<Step> path, Map<Class<?>, Set<Step>> steps, Set<Class<?>> done, List<Problem> problems) {
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i).from() == at) {
                problems.add(circle(path.subList(i, path.size())));
                return;
            }
        }
        if (done.contains(at)) {
            return;
        }
        for (Step step : steps.getOrDefault(at, Set.of())) {
            List<Step> longer = new ArrayList<>(path);
            longer.add(step);
            walk(step.to(), longer, steps, done, problems);
        }
        done.add(at);
    }

    private static Problem circle(List<Step> circle) {
        StringBuilder path = new StringBuilder();
        for (Step step : circle) {
            path.append(step.from().getSimpleName())
                    .append('.')
                    .append(step.name())
                    .append(" -> ");
        }
        Step last = circle.get(circle.size() - 1);
        path.append(last.to().getSimpleName());
        return new Problem(
                "cascade-circle",
                "Deletion would go round in a circle: " + path,
                last.from().getName() + "." + last.name(),
                "take REMOVE, ALL or orphanRemoval off one of these relations");
    }
}
