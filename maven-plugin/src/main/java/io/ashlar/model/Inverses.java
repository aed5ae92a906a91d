package io.ashlar.model;

import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Checks that the two sides of a relation are of one mind: JPA would take them for two relations, or for none. */
final class Inverses {

    /** By what the other side is mapped. */
    private static final Map<Class<? extends Annotation>, Class<? extends Annotation>> OWNERS = Map.of(
            OneToMany.class, ManyToOne.class,
            OneToOne.class, OneToOne.class,
            ManyToMany.class, ManyToMany.class);

    private final List<Relation> relations;
    private final Findings findings;

    Inverses(List<Relation> relations, Findings findings) {
        this.relations = relations;
        this.findings = findings;
    }

    void check() {
        for (int i = 0; i < relations.size(); i++) {
            Relation relation = relations.get(i);
            Optional<String> mappedBy = relation.mappedBy();
            if (mappedBy.isEmpty()) {
                checkAlone(relation, relations.subList(0, i));
            } else if (!mappedBy.get().contains(".")) {
                checkMapped(relation, mappedBy.get());
            }
        }
    }

    private void checkMapped(Relation relation, String mappedBy) {
        List<Member> sides = relationsOf(relation.target());
        if (sides.stream().noneMatch(side -> side.name().equals(mappedBy))) {
            findings.add(
                    "mapped-by-unknown",
                    relation.label() + " says mappedBy \"" + mappedBy + "\", but "
                            + relation.target().getSimpleName() + " has no such relation. It has: " + names(sides),
                    relation.member().element(),
                    "name the relation of " + relation.target().getSimpleName() + " that leads back to "
                            + relation.entity().getSimpleName() + "; if there is none, add " + inverse(relation));
            return;
        }
        relations.stream()
                .filter(owner ->
                        owner.entity().equals(relation.target()) && owner.name().equals(mappedBy))
                .findFirst()
                .ifPresent(owner -> checkPair(relation, owner));
    }

    private void checkPair(Relation relation, Relation owner) {
        if (!owner.kind().equals(OWNERS.get(relation.kind()))) {
            findings.add(
                    "mapped-by-wrong-kind",
                    relation.label() + " is " + relation.annotation() + ", but " + owner.label()
                            + ", which it is mapped by, is " + owner.annotation(),
                    relation.member().element(),
                    "write " + inverse(relation) + " at " + owner.label() + ", or change " + relation.annotation()
                            + " to fit it");
        } else if (owner.mappedBy().isPresent()) {
            findings.add(
                    "mapped-by-each-other",
                    relation.label() + " is mapped by " + owner.label() + ", which is mapped by another relation"
                            + " itself: none of the two would be stored",
                    relation.member().element(),
                    "remove mappedBy from the side whose table is to hold the other's id");
        } else if (!owner.leadsTo(relation.entity())) {
            findings.add(
                    "mapped-by-leads-elsewhere",
                    relation.label() + " is mapped by " + owner.label() + ", which leads to "
                            + owner.target().getSimpleName() + " and not back to "
                            + relation.entity().getSimpleName(),
                    relation.member().element(),
                    "name the relation of " + relation.target().getSimpleName() + " that leads back to "
                            + relation.entity().getSimpleName());
        }
    }

    /** Refuses a relation that has its other side, but does not say so: each side would be stored by itself. */
    private void checkAlone(Relation relation, List<Relation> before) {
        if (relation.kind().equals(ManyToOne.class) || isStoredOnPurpose(relation) || relation.staysInside()) {
            return;
        }
        // of two equal sides, the second is reported
        List<Relation> others = relation.kind().equals(OneToMany.class) ? relations : before;
        others.stream()
                .filter(other -> other.entity().equals(relation.target())
                        && other.kind().equals(OWNERS.get(relation.kind()))
                        && other.leadsTo(relation.entity())
                        && other.mappedBy().isEmpty()
                        && (other.kind().equals(ManyToOne.class) || !isStoredOnPurpose(other))
                        && !isOwnerOfAnother(other))
                .findFirst()
                .ifPresent(other -> findings.add(
                        "mapped-by-missing",
                        relation.label() + " and " + other.label()
                                + " lead to each other, but would be stored as two relations",
                        relation.member().element(),
                        "write " + relation.annotation() + "(mappedBy = \"" + other.name()
                                + "\"); if they are two relations, say by @JoinTable or @JoinColumn where this one is"
                                + " stored"));
    }

    private boolean isOwnerOfAnother(Relation owner) {
        return relations.stream()
                .anyMatch(relation -> relation.target().equals(owner.entity())
                        && relation.mappedBy().filter(owner.name()::equals).isPresent());
    }

    private static boolean isStoredOnPurpose(Relation relation) {
        return Annotations.hasAny(
                relation.member().element(),
                JoinTable.class,
                JoinColumn.class,
                JoinColumns.class,
                PrimaryKeyJoinColumn.class,
                MapsId.class,
                Id.class);
    }

    private static List<Member> relationsOf(TypeElement entity) {
        Hierarchy hierarchy = Hierarchy.of(entity);
        return hierarchy.stored().stream()
                .flatMap(type -> Member.of(type, hierarchy.access()).stream())
                .filter(member -> Relation.kind(member).isPresent())
                .toList();
    }

    private static String inverse(Relation relation) {
        Class<? extends Annotation> owner = OWNERS.get(relation.kind());
        return owner == null ? "it" : "@" + owner.getSimpleName();
    }

    private static String names(List<Member> members) {
        return members.isEmpty()
                ? "none"
                : String.join(", ", members.stream().map(Member::name).toList());
    }
}
