package io.ashlar.internal.read;

import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.ToMany;
import io.ashlar.internal.model.ToOne;
import io.ashlar.query.Find;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to read of each record: which attributes, and which relations along with it.
 *
 * @param selected the names of the attributes to read; empty for all
 * @param relations what to read of the records of each relation to load
 * @param withDeleted whether related records that are softly deleted are among the others
 */
public record Fetch(Set<String> selected, Map<String, Fetch> relations, boolean withDeleted) {

    /** All attributes, no relation. */
    public static final Fetch ALL = new Fetch(Set.of(), Map.of(), false);

    /** Returns whether only some of the attributes are read. */
    public boolean isPartial() {
        return !selected.isEmpty();
    }

    /**
     * Returns what {@code find} asks for.
     *
     * @throws IllegalArgumentException naming the nearest if it names what the model does not have
     */
    public static Fetch of(Entity entity, Find find) {
        if (find.selected().isEmpty() && find.related().isEmpty()) {
            return find.includesDeleted() ? new Fetch(Set.of(), Map.of(), true) : ALL;
        }
        Draft draft = new Draft();
        for (String path : find.related()) {
            draft.relation(entity, path);
        }
        for (String path : find.selected()) {
            draft.select(entity, path);
        }
        return draft.finished(find.includesDeleted());
    }

    /** A fetch under construction. */
    private static final class Draft {

        private final Set<String> selected = new LinkedHashSet<>();
        private final Map<String, Draft> relations = new LinkedHashMap<>();

        Draft relation(Entity entity, String path) {
            Draft draft = this;
            Entity at = entity;
            for (String step : path.split("\\.", -1)) {
                at = target(at, step);
                draft = draft.relations.computeIfAbsent(step, name -> new Draft());
            }
            return draft;
        }

        void select(Entity entity, String path) {
            String rest = path;
            Draft draft = this;
            Entity at = entity;
            while (rest.indexOf('.') > 0 && isRelation(at, rest.substring(0, rest.indexOf('.')))) {
                String step = rest.substring(0, rest.indexOf('.'));
                at = target(at, step);
                draft = draft.relations.computeIfAbsent(step, name -> new Draft());
                rest = rest.substring(rest.indexOf('.') + 1);
            }
            at.attribute(rest);
            if (isRelation(at, rest)) {
                draft.relation(at, rest);
            } else {
                draft.selected.add(rest);
            }
        }

        Fetch finished(boolean withDeleted) {
            Map<String, Fetch> inner = new LinkedHashMap<>();
            relations.forEach((name, draft) -> inner.put(name, draft.finished(withDeleted)));
            return new Fetch(selected, inner, withDeleted);
        }

        private static boolean isRelation(Entity entity, String name) {
            return entity.byPath().get(name) instanceof ToOne || entity.byPath().get(name) instanceof ToMany;
        }

        private static Entity target(Entity entity, String name) {
            var attribute = entity.attribute(name);
            if (attribute instanceof ToOne toOne) {
                return toOne.target();
            }
            if (attribute instanceof ToMany toMany) {
                return toMany.target();
            }
            throw new IllegalArgumentException(
                    entity.name() + "." + name + " is no relation. Relations: " + String.join(", ", relations(entity)));
        }

        private static List<String> relations(Entity entity) {
            return entity.byPath().keySet().stream()
                    .filter(name -> isRelation(entity, name))
                    .sorted()
                    .toList();
        }
    }
}
