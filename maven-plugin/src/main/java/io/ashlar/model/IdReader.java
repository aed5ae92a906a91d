package io.ashlar.model;

import io.ashlar.data.Ulid;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads how records of an entity are told apart. */
final class IdReader {

    private final AttributeReader attributes;
    private final JavaTypes javaTypes;
    private final Findings findings;

    IdReader(AttributeReader attributes, JavaTypes javaTypes, Findings findings) {
        this.attributes = attributes;
        this.javaTypes = javaTypes;
        this.findings = findings;
    }

    /** Returns the id of {@code entity}; empty after noting a problem. */
    Optional<IdModel> read(TypeElement entity) {
        Hierarchy hierarchy = Hierarchy.of(entity);
        List<Member> members = hierarchy.stored().stream()
                .flatMap(type -> Member.of(type, hierarchy.access()).stream())
                .toList();
        checkUlids(entity, members);
        List<Member> ids = members.stream()
                .filter(member -> Annotations.hasAny(member.element(), Id.class, EmbeddedId.class))
                .toList();
        if (ids.isEmpty()) {
            findings.add(
                    "entity-without-id",
                    entity.getSimpleName() + " has no id",
                    entity,
                    "add a field such as: @Id @Ulid private String id;");
            return Optional.empty();
        }
        return type(entity, hierarchy, ids)
                .map(type -> new IdModel(
                        javaTypes.of(type).boxed(),
                        ids.stream().map(Member::name).toList()));
    }

    private Optional<TypeMirror> type(TypeElement entity, Hierarchy hierarchy, List<Member> ids) {
        Optional<TypeMirror> idClass = hierarchy.stored().stream()
                .flatMap(type -> Annotations.value(type, IdClass.class, "value").stream())
                .map(AnnotationValue::getValue)
                .filter(TypeMirror.class::isInstance)
                .map(TypeMirror.class::cast)
                .findFirst();
        if (ids.size() > 1 && idClass.isEmpty()) {
            findings.add(
                    "id-class-missing",
                    entity.getSimpleName() + " has the ids "
                            + String.join(", ", ids.stream().map(Member::name).toList())
                            + ", and no class that holds them together",
                    entity,
                    "add @IdClass, or put them into one @EmbeddedId");
            return Optional.empty();
        }
        Member first = ids.get(0);
        TypeMirror type = idClass.orElseGet(() -> attributes.memberType((DeclaredType) entity.asType(), first));
        if (JavaTypes.unresolved(type)) {
            findings.unresolved(idClass.isPresent() ? entity : first.element());
            return Optional.empty();
        }
        if (idClass.isEmpty() && Relations.entityIn(type).isPresent()) {
            findings.add(
                    "id-is-relation",
                    entity.getSimpleName() + " has a relation for an id",
                    first.element(),
                    "give it an id attribute of its own, and mark the relation with @MapsId");
            return Optional.empty();
        }
        return Optional.of(type);
    }

    private void checkUlids(TypeElement entity, List<Member> members) {
        for (Member member : members) {
            if (!Annotations.has(member.element(), Ulid.class)) {
                continue;
            }
            TypeMirror type = attributes.memberType((DeclaredType) entity.asType(), member);
            if (!JavaTypes.unresolved(type) && !type.toString().endsWith("java.lang.String")) {
                findings.add(
                        "ulid-not-text",
                        entity.getSimpleName() + "." + member.name()
                                + " is a ULID, and a ULID is text, but its type is " + type,
                        member.element(),
                        "make it a String, or remove @Ulid");
            }
            if (!Annotations.has(member.element(), Id.class)) {
                findings.add(
                        "ulid-not-id",
                        entity.getSimpleName() + "." + member.name() + " is a ULID, but no id",
                        member.element(),
                        "add @Id, or remove @Ulid");
            }
            if (Annotations.has(member.element(), GeneratedValue.class)) {
                findings.add(
                        "ulid-generated-twice",
                        entity.getSimpleName() + "." + member.name()
                                + " is to be made by Ashlar (@Ulid) and by JPA (@GeneratedValue)",
                        member.element(),
                        "remove one of the two");
            }
        }
    }
}
