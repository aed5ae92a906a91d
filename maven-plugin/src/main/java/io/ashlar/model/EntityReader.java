package io.ashlar.model;

import io.ashlar.data.Model;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads one entity, with what JPA and Ashlar ask of it. */
final class EntityReader {

    private static final Set<String> KEPT_BY_ASHLAR = Set.of("createdAt", "updatedAt", "deletedAt");

    private final AttributeReader attributes;
    private final IdReader ids;
    private final Findings findings;

    EntityReader(AttributeReader attributes, IdReader ids, Findings findings) {
        this.attributes = attributes;
        this.ids = ids;
        this.findings = findings;
    }

    /** Returns the entity; empty after noting a problem. */
    Optional<EntityModel> read(TypeElement entity, String servicePackage) {
        Hierarchy hierarchy = Hierarchy.of(entity);
        if (!hierarchy.complete()) {
            findings.unresolved(hierarchy.classes().get(hierarchy.classes().size() - 1));
            return Optional.empty();
        }
        checkModel(entity, hierarchy);
        checkVisible(entity, servicePackage);
        String singular = Annotations.text(entity, Entity.class, "name")
                .orElse(entity.getSimpleName().toString());
        List<AttributeModel> read = attributes.read(entity);
        return ids.read(entity)
                .map(id -> new EntityModel(
                        JavaTypes.name(entity),
                        singular,
                        Plurals.of(singular),
                        JavaTypes.visibleIn("", entity),
                        id,
                        read));
    }

    private void checkModel(TypeElement entity, Hierarchy hierarchy) {
        if (!hierarchy.includes(Model.class)) {
            findings.add(
                    "entity-not-a-model",
                    entity.getSimpleName() + " does not extend Model, which holds when a record was created, updated"
                            + " and deleted",
                    entity,
                    "write: class " + entity.getSimpleName() + " extends " + Model.class.getName());
            return;
        }
        for (TypeElement type : hierarchy.classes()) {
            if (type.getQualifiedName().contentEquals(Model.class.getName())) {
                return;
            }
            for (Element member : type.getEnclosedElements()) {
                if (member.getKind().isField()
                        && KEPT_BY_ASHLAR.contains(member.getSimpleName().toString())) {
                    findings.add(
                            "model-attribute-redeclared",
                            type.getSimpleName() + " declares " + member.getSimpleName()
                                    + ", which Model already has and Ashlar keeps",
                            member,
                            "remove it; a time of your own needs another name");
                }
            }
        }
    }

    private void checkVisible(TypeElement entity, String servicePackage) {
        if (!JavaTypes.visibleIn(servicePackage, entity)) {
            findings.add(
                    "entity-hidden",
                    entity.getSimpleName() + " cannot be used in the package of the service, " + servicePackage,
                    entity,
                    "make it public, or move it into that package");
        }
    }
}
