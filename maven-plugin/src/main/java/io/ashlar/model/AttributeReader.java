package io.ashlar.model;

import io.ashlar.data.Computed;
import io.ashlar.data.Json;
import jakarta.persistence.AccessType;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads what is stored of one entity, inherited and embedded attributes included. */
final class AttributeReader {

    private final Types types;
    private final JavaTypes javaTypes;
    private final Relations relations;
    private final AttributeKinds kinds;
    private final AttributeChecks checks;
    private final Findings findings;

    AttributeReader(Types types, JavaTypes javaTypes, Relations relations, Findings findings) {
        this.types = types;
        this.javaTypes = javaTypes;
        this.relations = relations;
        this.kinds = new AttributeKinds(types);
        this.checks = new AttributeChecks(findings);
        this.findings = findings;
    }

    List<AttributeModel> read(TypeElement entity) {
        Hierarchy hierarchy = Hierarchy.of(entity);
        List<AttributeModel> attributes = new ArrayList<>();
        for (TypeElement type : hierarchy.stored()) {
            for (Member member : Member.of(type, hierarchy.access())) {
                TypeMirror memberType = memberType((DeclaredType) entity.asType(), member);
                if (overridden(attributes, member)) {
                    continue;
                }
                add(attributes, new Site(entity, hierarchy.access(), "", List.of()), member, memberType);
            }
        }
        return attributes;
    }

    /** Returns the type of {@code member} in {@code owner}, where type variables of superclasses are known. */
    TypeMirror memberType(DeclaredType owner, Member member) {
        return Member.type(types.asMemberOf(owner, member.element()));
    }

    private static boolean overridden(List<AttributeModel> attributes, Member member) {
        return attributes.stream().anyMatch(known -> known.path().equals(member.name()));
    }

    private void add(List<AttributeModel> attributes, Site site, Member member, TypeMirror type) {
        if (JavaTypes.unresolved(type)) {
            findings.unresolved(member.element());
            return;
        }
        String packageName = JavaTypes.name(site.entity()).packageName();
        if (!javaTypes.visibleIn(packageName, type)) {
            findings.add(
                    "attribute-type-hidden",
                    member.name() + " has the type " + type + ", which generated code in the package " + packageName
                            + " cannot use",
                    member.element(),
                    "make the type visible to the package of the entity");
            return;
        }
        checks.check(member, kinds.of(member, type));
        String path = site.prefix() + member.name();
        if (Annotations.hasAny(member.element(), ManyToOne.class, OneToOne.class)) {
            relations
                    .target(site.entity(), member, type)
                    .ifPresent(target -> attributes.add(new AttributeModel(
                            path,
                            javaTypes.of(type),
                            AttributeKind.TO_ONE,
                            JavaType.of(JavaTypes.name(target)),
                            false)));
        } else if (Annotations.hasAny(member.element(), OneToMany.class, ManyToMany.class)) {
            relations
                    .target(site.entity(), member, type)
                    .ifPresent(target -> attributes.add(new AttributeModel(
                            path,
                            javaTypes.of(type),
                            AttributeKind.TO_MANY,
                            JavaType.of(JavaTypes.name(target)),
                            false)));
        } else if (refusesUnmarkedRelation(member, type)) {
            return;
        } else {
            attributes.add(value(path, member, type));
            if (isEmbedded(member, type)) {
                addEmbedded(attributes, site.inside(member, type), (DeclaredType) type);
            }
        }
    }

    private AttributeModel value(String path, Member member, TypeMirror type) {
        AttributeKind kind = kinds.of(member, type);
        JavaType target = javaTypes.of(
                kind == AttributeKind.ELEMENTS ? kinds.element(type).orElse(type) : type);
        return new AttributeModel(
                path, javaTypes.of(type), kind, target, Annotations.has(member.element(), Computed.class));
    }

    private void addEmbedded(List<AttributeModel> attributes, Site site, DeclaredType type) {
        if (site.isRecursive()) {
            return; // EclipseLink refuses it; we only must not follow it forever
        }
        Hierarchy hierarchy = Hierarchy.of((TypeElement) type.asElement());
        for (TypeElement embeddable : hierarchy.stored()) {
            for (Member member : Member.of(embeddable, site.access())) {
                add(attributes, site, member, memberType(type, member));
            }
        }
    }

    private boolean refusesUnmarkedRelation(Member member, TypeMirror type) {
        boolean unmarked = Relations.entityIn(type).isPresent()
                && !Annotations.hasAny(member.element(), Json.class, Convert.class, ElementCollection.class);
        if (unmarked) {
            findings.add(
                    "relation-unmarked",
                    member.name() + " holds an entity, but not what kind of relation this is",
                    member.element(),
                    "add @ManyToOne, @OneToOne, @OneToMany or @ManyToMany; or @Transient if it is not to be stored");
        }
        return unmarked;
    }

    private static boolean isEmbedded(Member member, TypeMirror type) {
        return Annotations.hasAny(member.element(), Embedded.class, EmbeddedId.class)
                || (type instanceof DeclaredType declared
                        && Annotations.has(declared.asElement(), Embeddable.class)
                        && !Annotations.hasAny(member.element(), Json.class, Convert.class));
    }

    /** Where attributes are read for: an entity, or an embedded value at a path inside it. */
    private record Site(TypeElement entity, AccessType access, String prefix, List<String> around) {

        Site inside(Member member, TypeMirror type) {
            List<String> types = new ArrayList<>(around);
            types.add(type.toString());
            return new Site(entity, access, prefix + member.name() + ".", types);
        }

        boolean isRecursive() {
            return around.stream().distinct().count() < around.size();
        }
    }
}
