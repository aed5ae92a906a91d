package io.ashlar.model;

import jakarta.persistence.AccessType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * A class and its superclasses, as JPA sees them.
 *
 * @param classes the class first; {@code Object} is left out
 * @param complete whether javac found all of them
 */
record Hierarchy(List<TypeElement> classes, boolean complete) {

    static Hierarchy of(TypeElement type) {
        List<TypeElement> classes = new ArrayList<>();
        TypeElement current = type;
        while (true) {
            classes.add(current);
            TypeMirror superclass = current.getSuperclass();
            if (superclass.getKind() == TypeKind.ERROR) {
                return new Hierarchy(classes, false);
            }
            if (!(superclass instanceof DeclaredType declared)
                    || !(declared.asElement() instanceof TypeElement next)
                    || next.getSuperclass().getKind() == TypeKind.NONE) {
                return new Hierarchy(classes, true);
            }
            current = next;
        }
    }

    /** Returns whether {@code type} is one of the classes. */
    boolean includes(Class<?> type) {
        return classes.stream().anyMatch(one -> one.getQualifiedName().contentEquals(type.getName()));
    }

    /** Returns those whose fields or properties are stored; other superclasses keep theirs for themselves. */
    List<TypeElement> stored() {
        return classes.stream()
                .filter(one -> Annotations.hasAny(one, Entity.class, MappedSuperclass.class, Embeddable.class))
                .toList();
    }

    /** Returns where the annotations are, which is where the id's are. */
    AccessType access() {
        for (TypeElement type : stored()) {
            for (Element member : type.getEnclosedElements()) {
                if (Annotations.hasAny(member, Id.class, EmbeddedId.class)) {
                    return member.getKind() == ElementKind.METHOD ? AccessType.PROPERTY : AccessType.FIELD;
                }
            }
        }
        return AccessType.FIELD;
    }
}
