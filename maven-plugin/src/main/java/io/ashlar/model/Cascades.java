package io.ashlar.model;

import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Checks what deleting a record deletes along with it: its children, and never a parent, what others share, or, round in
 * circles, itself. A model below itself, as in a tree, is no circle: its records end somewhere.
 */
final class Cascades {

    private final Findings findings;

    /** Each relation once, though subclasses inherit it. */
    private final List<Relation> removing;

    Cascades(List<Relation> relations, Findings findings) {
        this.findings = findings;
        Map<List<Element>, Relation> byMember = new LinkedHashMap<>();
        relations.stream()
                .filter(Relation::removes)
                .forEach(relation ->
                        byMember.putIfAbsent(List.of(relation.member().element(), relation.target()), relation));
        this.removing = List.copyOf(byMember.values());
    }

    void check() {
        removing.forEach(this::checkDirection);
        Set<Set<Relation>> known = new HashSet<>();
        for (Relation start : removing) {
            if (isToChildren(start)) {
                follow(new ArrayList<>(List.of(start)), known);
            }
        }
    }

    private void checkDirection(Relation relation) {
        String one = relation.target().getSimpleName().toString();
        String model = relation.entity().getSimpleName().toString();
        if (relation.kind().equals(ManyToMany.class)) {
            findings.add(
                    "cascade-to-shared",
                    relation.label() + " would delete each " + one + " of a deleted " + model
                            + ", though others may be related to it",
                    relation.member().element(),
                    "leave REMOVE and ALL out of cascade; the links are deleted anyway");
        } else if (!isToChildren(relation)) {
            findings.add(
                    "cascade-to-parent",
                    relation.label() + " would delete the " + one + " of a deleted " + model
                            + ": a cascade goes from the parent, whose id is stored, to its children",
                    relation.member().element(),
                    "leave REMOVE, ALL and orphanRemoval out here; to delete each " + model + " along with its " + one
                            + ", write at the other side: " + otherSide(relation));
        }
    }

    private static String otherSide(Relation relation) {
        Class<?> kind = relation.kind().equals(ManyToOne.class) ? OneToMany.class : OneToOne.class;
        return "@" + kind.getSimpleName() + "(mappedBy = \"" + relation.name() + "\", cascade = CascadeType.REMOVE)";
    }

    private static boolean isToChildren(Relation relation) {
        return relation.kind().equals(OneToMany.class)
                || (relation.kind().equals(OneToOne.class)
                        && relation.mappedBy().isPresent());
    }

    private void follow(List<Relation> path, Set<Set<Relation>> known) {
        Relation last = path.get(path.size() - 1);
        if (last.staysInside()) {
            return;
        }
        for (Relation next : removing) {
            if (!isToChildren(next) || next.staysInside() || !canHave(last.target(), next)) {
                continue;
            }
            if (next.equals(path.get(0))) {
                report(path, known);
            } else if (!path.contains(next)) {
                path.add(next);
                follow(path, known);
                path.remove(path.size() - 1);
            }
        }
    }

    /** Returns whether a record of {@code model}, or of a class below it, has the relation. */
    private static boolean canHave(TypeElement model, Relation relation) {
        return Hierarchy.of(relation.entity()).classes().contains(model)
                || Hierarchy.of(model).classes().contains((TypeElement)
                        relation.member().element().getEnclosingElement());
    }

    private void report(List<Relation> path, Set<Set<Relation>> known) {
        if (known.add(Set.copyOf(path))) {
            findings.add(
                    "cascade-cycle",
                    "Deleting a " + path.get(0).entity().getSimpleName() + " would go round in circles: "
                            + path.stream().map(Relation::label).collect(Collectors.joining(" -> ")) + " -> "
                            + path.get(0).label(),
                    path.get(0).member().element(),
                    "leave REMOVE, ALL and orphanRemoval out of one of these");
        }
    }
}
