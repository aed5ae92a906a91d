package io.ashlar.model;

import io.ashlar.Module;
import io.ashlar.ModuleService;
import jakarta.persistence.Entity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads the module of a project: finds its service, and what the service lists. */
final class ModuleReader {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Types types;
    private final Optional<ModuleInfo> moduleInfo;
    private final Findings findings;

    ModuleReader(Types types, Optional<ModuleInfo> moduleInfo, Findings findings) {
        this.types = types;
        this.moduleInfo = moduleInfo;
        this.findings = findings;
    }

    /** Returns the module among {@code classes}, the nested ones included; empty if there is none, or after a problem. */
    Optional<ModuleModel> read(List<TypeElement> classes) {
        List<TypeElement> services = classes.stream()
                .filter(type -> Annotations.has(type, Module.class))
                .toList();
        classes.stream()
                .filter(type -> lacksModule(type, services))
                .forEach(type -> findings.add(
                        "service-without-module",
                        type.getSimpleName() + " is the service of a module, but has no @Module",
                        type,
                        "write above the class: @Module(name = \"...\", models = {...})"));
        if (services.size() > 1) {
            findings.add(
                    "two-services",
                    "A module has one service, but " + simpleNames(services) + " all have @Module",
                    services.stream().map(findings.places()::of).collect(Collectors.joining(", ")),
                    "keep one; put the other into a Maven module of its own");
            return Optional.empty();
        }
        return services.stream().findFirst().flatMap(service -> module(service, classes));
    }

    private Optional<ModuleModel> module(TypeElement service, List<TypeElement> classes) {
        String name = name(service);
        checkPackage(service);
        Set<TypeElement> models = models(service);
        checkProvided(service);
        checkBase(service, !listed(service).isEmpty());
        checkAllListed(name, models, classes);
        JavaTypes javaTypes = new JavaTypes(types);
        Relations relations = new Relations(name, models, findings);
        AttributeReader attributes = new AttributeReader(types, javaTypes, relations, findings);
        EntityReader reader = new EntityReader(attributes, new IdReader(attributes, javaTypes, findings), findings);
        ClassName serviceName = JavaTypes.name(service);
        List<EntityModel> entities = new ArrayList<>();
        Map<String, EntityModel> byMethod = new HashMap<>();
        Map<ClassName, EntityModel> byAttributesClass = new HashMap<>();
        for (TypeElement model : models) {
            reader.read(model, serviceName.packageName()).ifPresent(entity -> {
                checkUnlike(model, entity, byMethod);
                checkAttributesUnlike(model, entity, byAttributesClass);
                entities.add(entity);
            });
        }
        relations.check();
        return Optional.of(new ModuleModel(name, serviceName, entities));
    }

    private boolean lacksModule(TypeElement type, List<TypeElement> services) {
        if (Annotations.has(type, Module.class) || type.getModifiers().contains(Modifier.ABSTRACT)) {
            return false;
        }
        boolean provided = moduleInfo.stream()
                .flatMap(info -> info.services().stream())
                .anyMatch(type.getQualifiedName()::contentEquals);
        Hierarchy hierarchy = Hierarchy.of(type);
        // an unknown superclass of this name is ours to generate, unless the module has its service already
        boolean base = !hierarchy.complete() && services.isEmpty() && extendsBase(type, hierarchy);
        return provided || base || hierarchy.includes(ModuleService.class);
    }

    private String name(TypeElement service) {
        Optional<AnnotationValue> value = Annotations.value(service, Module.class, "name");
        if (value.isEmpty() || !(value.get().getValue() instanceof String name)) {
            findings.unresolved(service);
            return "";
        }
        if (name.isBlank()) {
            findings.add(
                    "empty-module-name",
                    "The name of the module is empty",
                    service,
                    "name it in @Module, such as name = \"blog\"");
        } else if (!NAME.matcher(name).matches()) {
            findings.add(
                    "invalid-module-name",
                    "'" + name + "' is no name for a module: it may have lower-case letters, digits and single"
                            + " hyphens, and starts with a letter",
                    service,
                    "change name in @Module, such as name = \"blog\"");
        }
        return name;
    }

    private void checkPackage(TypeElement service) {
        if (JavaTypes.name(service).packageName().isEmpty()) {
            findings.add(
                    "package-missing",
                    service.getSimpleName() + " is in no package",
                    service,
                    "move it into a package of the module");
        }
    }

    private Set<TypeElement> models(TypeElement service) {
        Set<TypeElement> models = new LinkedHashSet<>();
        for (Object value : listed(service)) {
            if (!(value instanceof TypeMirror type) || JavaTypes.unresolved(type)) {
                findings.unresolved(service);
            } else if (!(type instanceof DeclaredType declared)
                    || !Annotations.has(declared.asElement(), Entity.class)) {
                findings.add(
                        "model-not-an-entity",
                        "@Module lists " + type + " as a model, but it is no entity",
                        service,
                        "add @Entity to it, or remove it from models");
            } else if (!models.add((TypeElement) declared.asElement())) {
                findings.add(
                        "model-listed-twice", "@Module lists " + type + " twice", service, "remove one of the two");
            }
        }
        return models;
    }

    /** Returns what is written in {@code models}, found or not; one model needs no braces. */
    private static List<Object> listed(TypeElement service) {
        Object value = Annotations.value(service, Module.class, "models")
                .<Object>map(AnnotationValue::getValue)
                .orElse(List.of());
        return value instanceof List<?> list
                ? list.stream()
                        .map(AnnotationValue.class::cast)
                        .<Object>map(AnnotationValue::getValue)
                        .toList()
                : List.of(value);
    }

    private void checkProvided(TypeElement service) {
        String provides = "provides " + ModuleService.class.getName() + " with " + service.getQualifiedName() + ";";
        if (moduleInfo.isEmpty()) {
            findings.add(
                    "module-info-missing",
                    service.getSimpleName() + " cannot be found by an application: there is no module-info.java",
                    service,
                    "add one to the source folder, with: " + provides);
            return;
        }
        List<String> provided = moduleInfo.get().services();
        String file = moduleInfo.get().file().toString();
        if (provided.isEmpty()) {
            findings.add(
                    "service-not-provided",
                    service.getSimpleName() + " cannot be found by an application: module-info does not provide it",
                    file,
                    "add: " + provides);
        } else if (!provided.equals(List.of(service.getQualifiedName().toString()))) {
            findings.add(
                    "service-provided-wrongly",
                    "module-info provides " + String.join(", ", provided)
                            + " as service of the module, but @Module is on " + service.getQualifiedName(),
                    file,
                    "write instead: " + provides);
        }
    }

    private void checkBase(TypeElement service, boolean hasModels) {
        boolean extendsBase = extendsBase(service, Hierarchy.of(service));
        String name = service.getSimpleName().toString();
        if (hasModels && !extendsBase) {
            findings.add(
                    "service-without-base",
                    name + " has models, but does not extend the class that is generated for them",
                    service,
                    "write: class " + name + " extends " + name + "Base");
        } else if (!hasModels && extendsBase) {
            findings.add(
                    "base-without-models",
                    name + " extends " + name + "Base, which is generated only for a module with models",
                    service,
                    "list models in @Module, or write: class " + name + " extends " + ModuleService.class.getName());
        }
    }

    private static boolean extendsBase(TypeElement service, Hierarchy hierarchy) {
        String base = service.getSimpleName() + "Base";
        return hierarchy.classes().stream()
                .map(type -> type.getSuperclass().toString())
                .anyMatch(superclass -> superclass.equals(base) || superclass.endsWith("." + base));
    }

    private void checkAllListed(String name, Set<TypeElement> models, List<TypeElement> classes) {
        for (TypeElement type : classes) {
            if (Annotations.has(type, Entity.class) && !models.contains(type)) {
                findings.add(
                        "entity-not-listed",
                        type.getSimpleName() + " is an entity, but module '" + name + "' does not list it",
                        type,
                        "add " + type.getSimpleName() + ".class to models of @Module, or remove @Entity");
            }
        }
    }

    private void checkUnlike(TypeElement model, EntityModel entity, Map<String, EntityModel> byMethod) {
        Map<EntityModel, List<String>> shared = new LinkedHashMap<>();
        for (String method : entity.methods()) {
            EntityModel other = byMethod.putIfAbsent(method, entity);
            if (other != null) {
                shared.computeIfAbsent(other, unused -> new ArrayList<>()).add(method);
            }
        }
        shared.forEach((other, methods) -> findings.add(
                "method-names-clash",
                other.type().qualified() + " and " + entity.type().qualified() + " would both get "
                        + String.join(", ", methods),
                model,
                "name one of the two otherwise: @Entity(name = \"...\"), or @Plural(\"...\")"));
    }

    private void checkAttributesUnlike(
            TypeElement model, EntityModel entity, Map<ClassName, EntityModel> byAttributesClass) {
        EntityModel other = byAttributesClass.putIfAbsent(entity.attributesClass(), entity);
        if (other != null) {
            findings.add(
                    "attribute-classes-clash",
                    other.type().qualified() + " and " + entity.type().qualified() + " would both get the class "
                            + entity.attributesClass().simple(),
                    model,
                    "rename one of the two classes");
        }
    }

    private static String simpleNames(List<TypeElement> classes) {
        return classes.stream().map(type -> type.getSimpleName().toString()).collect(Collectors.joining(" and "));
    }
}
