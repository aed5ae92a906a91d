package io.ashlar.model;

import io.ashlar.data.Json;
import jakarta.persistence.Convert;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Decides by its type what can be asked of an attribute that is no relation. */
final class AttributeKinds {

    private static final Set<String> COMPARABLE = Set.of(
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.time.Instant",
            "java.time.OffsetDateTime",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.Duration",
            "java.util.Date",
            "java.util.Calendar",
            "java.sql.Date",
            "java.sql.Time",
            "java.sql.Timestamp");

    private static final Set<String> SORTABLE = Set.of("java.lang.Boolean", "java.lang.Character", "java.util.UUID");

    private final Types types;

    AttributeKinds(Types types) {
        this.types = types;
    }

    AttributeKind of(Member member, TypeMirror type) {
        if (Annotations.has(member.element(), Convert.class)) {
            return AttributeKind.PLAIN;
        }
        if (element(type).isPresent()) {
            return AttributeKind.ELEMENTS;
        }
        return Annotations.has(member.element(), Json.class) ? AttributeKind.PLAIN : ofValue(type);
    }

    /**
     * Returns what {@code type} is a collection of, if these are values that can be compared with one another; a
     * collection of records, maps or embedded values is one value as a whole.
     */
    Optional<TypeMirror> element(TypeMirror type) {
        return collection(type)
                .map(DeclaredType::getTypeArguments)
                .filter(arguments -> arguments.size() == 1)
                .<TypeMirror>map(arguments -> arguments.get(0))
                .filter(element -> ofValue(element) != AttributeKind.PLAIN);
    }

    private AttributeKind ofValue(TypeMirror type) {
        TypeMirror boxed = type.getKind().isPrimitive()
                ? types.boxedClass(types.getPrimitiveType(type.getKind())).asType()
                : type;
        if (!(boxed instanceof DeclaredType declared) || !(declared.asElement() instanceof TypeElement element)) {
            return AttributeKind.PLAIN;
        }
        String name = element.getQualifiedName().toString();
        if (name.equals("java.lang.String")) {
            return AttributeKind.TEXT;
        }
        if (COMPARABLE.contains(name)) {
            return AttributeKind.COMPARABLE;
        }
        return SORTABLE.contains(name) || element.getKind() == ElementKind.ENUM
                ? AttributeKind.SORTABLE
                : AttributeKind.PLAIN;
    }

    /** Returns {@code type} as the {@code Collection} that it is. */
    private Optional<DeclaredType> collection(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED || !(type instanceof DeclaredType declared)) {
            return Optional.empty();
        }
        if (((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.util.Collection")) {
            return Optional.of(declared);
        }
        return types.directSupertypes(type).stream()
                .flatMap(supertype -> collection(supertype).stream())
                .findFirst();
    }
}
