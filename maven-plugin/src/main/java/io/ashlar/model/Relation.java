package io.ashlar.model;

import jakarta.persistence.CascadeType;
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

/**
 * A relation as its annotation declares it.
 *
 * @param entity that has it, or inherits it
 * @param member that bears the annotation
 * @param kind the annotation
 * @param target the entity it leads to
 */
record Relation(TypeElement entity, Member member, Class<? extends Annotation> kind, TypeElement target) {

    private static final List<Class<? extends Annotation>> KINDS =
            List.of(ManyToOne.class, OneToOne.class, OneToMany.class, ManyToMany.class);

    private static final Set<String> REMOVING = Set.of(CascadeType.ALL.name(), CascadeType.REMOVE.name());

    /** Returns the annotation that makes {@code member} a relation; empty if it is none. */
    static Optional<Class<? extends Annotation>> kind(Member member) {
        return KINDS.stream()
                .filter(kind -> Annotations.has(member.element(), kind))
                .findFirst();
    }

    /** Returns what is written for {@code attribute} of the annotation; empty where the default holds. */
    static Optional<Object> value(Member member, String attribute) {
        return kind(member)
                .flatMap(kind -> Annotations.value(member.element(), kind, attribute))
                .map(AnnotationValue::getValue);
    }

    String name() {
        return member.name();
    }

    /** Returns the relation of the target that stores this one; empty if this one stores itself. */
    Optional<String> mappedBy() {
        return value(member, "mappedBy")
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(name -> !name.isEmpty());
    }

    /** Returns whether deleting a record deletes, by JPA's words, the records it is related to. */
    boolean removes() {
        boolean cascades = value(member, "cascade").stream()
                .flatMap(types -> types instanceof List<?> list ? list.stream() : Stream.of(types))
                .map(type ->
                        type instanceof AnnotationValue value ? value.getValue().toString() : type.toString())
                .anyMatch(REMOVING::contains);
        return cascades
                || value(member, "orphanRemoval").filter(Boolean.TRUE::equals).isPresent();
    }

    /** Returns whether the relation leads to the class that has it, or to one above or below: a tree or a chain. */
    boolean staysInside() {
        return leadsTo(entity) || Hierarchy.of(target).classes().contains(entity);
    }

    /** Returns whether a record of {@code type} can be at the end of the relation. */
    boolean leadsTo(TypeElement type) {
        return Hierarchy.of(type).classes().contains(target);
    }

    /** Returns the entity and the attribute, such as {@code Post.author}. */
    String label() {
        return entity.getSimpleName() + "." + name();
    }

    /** Returns the annotation as sources write it. */
    String annotation() {
        return "@" + kind.getSimpleName();
    }
}
