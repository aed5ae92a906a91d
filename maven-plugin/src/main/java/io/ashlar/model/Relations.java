package io.ashlar.model;

import jakarta.persistence.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds the entity a relation leads to, holds it to its module, and checks how the relations fit together. */
final class Relations {

    private final String module;
    private final Set<TypeElement> models;
    private final Findings findings;
    private final List<Relation> found = new ArrayList<>();

    Relations(String module, Set<TypeElement> models, Findings findings) {
        this.module = module;
        this.models = models;
        this.findings = findings;
    }

    /** Returns the entity that {@code member} leads to; empty after noting a problem. */
    Optional<TypeElement> target(TypeElement entity, Member member, TypeMirror type) {
        Optional<TypeElement> target = explicitTarget(member).or(() -> entityIn(type));
        if (target.isEmpty()) {
            findings.add(
                    "relation-to-no-entity",
                    member.name() + " is a relation, but " + type + " is no entity",
                    member.element(),
                    "relate to an @Entity; a plain value needs no annotation, a list of values @ElementCollection");
            return Optional.empty();
        }
        if (!models.contains(target.get())) {
            findings.add(
                    "relation-leaves-module",
                    member.name() + " leads to " + target.get().getQualifiedName() + ", which module '" + module
                            + "' does not list",
                    member.element(),
                    "list it in models of @Module; if another module owns it, keep its id instead");
            return Optional.empty();
        }
        Relation.kind(member).ifPresent(kind -> found.add(new Relation(entity, member, kind, target.get())));
        return target;
    }

    /** Checks both sides of each relation, and what deleting a record deletes; once all entities are read. */
    void check() {
        new Inverses(found, findings).check();
        new Cascades(found, findings).check();
    }

    /** Returns the entity that {@code type} is, or is a collection or map of. */
    static Optional<TypeElement> entityIn(TypeMirror type) {
        if (!(type instanceof DeclaredType declared)) {
            return Optional.empty();
        }
        Stream<TypeMirror> held = Stream.of(type);
        String name = ((TypeElement) declared.asElement()).getQualifiedName().toString();
        int arguments = declared.getTypeArguments().size();
        if (name.startsWith("java.util.") && arguments > 0) {
            held = Stream.of(declared.getTypeArguments().get(arguments - 1));
        }
        return held.filter(DeclaredType.class::isInstance)
                .map(one -> (TypeElement) ((DeclaredType) one).asElement())
                .filter(one -> Annotations.has(one, Entity.class))
                .findFirst();
    }

    private static Optional<TypeElement> explicitTarget(Member member) {
        return Relation.value(member, "targetEntity")
                .filter(DeclaredType.class::isInstance)
                .map(type -> (TypeElement) ((DeclaredType) type).asElement())
                .filter(type -> Annotations.has(type, Entity.class));
    }
}
