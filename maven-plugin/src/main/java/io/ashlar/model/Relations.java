package io.ashlar.model;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds the entity a relation leads to, and holds it to its module. */
final class Relations {

    private static final List<Class<? extends Annotation>> ALL =
            List.of(ManyToOne.class, OneToOne.class, OneToMany.class, ManyToMany.class);

    private final String module;
    private final Set<TypeElement> models;
    private final Findings findings;

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
        checkMappedBy(entity, member, target.get());
        return target;
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
        return attribute(member, "targetEntity")
                .map(AnnotationValue::getValue)
                .filter(DeclaredType.class::isInstance)
                .map(type -> (TypeElement) ((DeclaredType) type).asElement())
                .filter(type -> Annotations.has(type, Entity.class));
    }

    private void checkMappedBy(TypeElement entity, Member member, TypeElement target) {
        Optional<String> mappedBy = attribute(member, "mappedBy")
                .map(AnnotationValue::getValue)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(name -> !name.isEmpty() && !name.contains("."));
        if (mappedBy.isEmpty()) {
            return;
        }
        Hierarchy hierarchy = Hierarchy.of(target);
        List<Member> owners = hierarchy.stored().stream()
                .flatMap(type -> Member.of(type, hierarchy.access()).stream())
                .filter(owner -> ALL.stream().anyMatch(relation -> Annotations.has(owner.element(), relation)))
                .toList();
        if (owners.stream().noneMatch(owner -> owner.name().equals(mappedBy.get()))) {
            findings.add(
                    "mapped-by-unknown",
                    entity.getSimpleName() + "." + member.name() + " says mappedBy \"" + mappedBy.get() + "\", but "
                            + target.getSimpleName() + " has no such relation. It has: " + names(owners),
                    member.element(),
                    "name the relation of " + target.getSimpleName() + " that leads back to " + entity.getSimpleName());
        }
    }

    private static String names(List<Member> members) {
        return members.isEmpty()
                ? "none"
                : String.join(", ", members.stream().map(Member::name).toList());
    }

    private static Optional<AnnotationValue> attribute(Member member, String name) {
        return ALL.stream()
                .flatMap(relation -> Annotations.value(member.element(), relation, name).stream())
                .findFirst();
    }
}
