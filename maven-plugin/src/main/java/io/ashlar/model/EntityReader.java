package io.ashlar.model;

import io.ashlar.data.Model;
import io.ashlar.data.Plural;
import jakarta.persistence.Entity;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

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
        checkPlain(entity);
        String singular =
                name(entity, Entity.class, "name").orElse(entity.getSimpleName().toString());
        String plural = name(entity, Plural.class, "value").orElseGet(() -> Plurals.of(singular));
        List<AttributeModel> read = attributes.read(entity);
        new IndexedCheck(findings).check(hierarchy, read);
        return ids.read(entity)
                .map(id -> new EntityModel(
                        JavaTypes.name(entity),
                        capitalized(singular),
                        capitalized(plural),
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
            Map<String, Element> declared = new LinkedHashMap<>();
            ElementFilter.fieldsIn(type.getEnclosedElements())
                    .forEach(field -> declared.put(field.getSimpleName().toString(), field));
            Member.properties(type).forEach(property -> declared.putIfAbsent(property.name(), property.element()));
            declared.keySet().retainAll(KEPT_BY_ASHLAR);
            declared.forEach((name, member) -> findings.add(
                    "model-attribute-redeclared",
                    type.getSimpleName() + " declares " + name + ", which Model already has and Ashlar keeps",
                    member,
                    "remove it; a time of your own needs another name"));
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

    private void checkPlain(TypeElement entity) {
        if (!entity.getTypeParameters().isEmpty()) {
            findings.add(
                    "entity-generic",
                    entity.getSimpleName() + " has type parameters, which no table can hold",
                    entity,
                    "move them to a @MappedSuperclass, and say there what they are by extending it");
        }
        if (JavaTypes.name(entity).packageName().isEmpty()) {
            findings.add(
                    "package-missing",
                    entity.getSimpleName() + " is in no package",
                    entity,
                    "move it into a package of the module");
        }
    }

    /** Returns a name that becomes part of the names of methods; empty where none is given, or after a problem. */
    private Optional<String> name(TypeElement entity, Class<? extends Annotation> annotation, String attribute) {
        Optional<String> name = Annotations.text(entity, annotation, attribute);
        if (name.isPresent() && !SourceVersion.isIdentifier(name.get())) {
            findings.add(
                    "entity-name-malformed",
                    "'" + name.get() + "', given to " + entity.getSimpleName()
                            + ", cannot become a part of the names of methods",
                    entity,
                    "change @" + annotation.getSimpleName() + " to a Java name, such as BlogPost");
            return Optional.empty();
        }
        return name;
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
