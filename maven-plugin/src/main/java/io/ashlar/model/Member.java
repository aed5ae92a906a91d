package io.ashlar.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * A field, or a getter with its setter, that JPA stores.
 *
 * @param name of the attribute
 * @param element the field or the getter, which bears the annotations
 */
record Member(String name, Element element) {

    /** Returns what {@code type} declares, in the order of its source; {@code inherited} holds if it names no access. */
    static List<Member> of(TypeElement type, AccessType inherited) {
        AccessType access = access(type).orElse(inherited);
        Map<String, Member> members = new LinkedHashMap<>();
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (isStored(field) && access(field).orElse(access) == AccessType.FIELD) {
                String name = field.getSimpleName().toString();
                members.put(name, new Member(name, field));
            }
        }
        for (Member property : properties(type)) {
            if (isStored(property.element()) && (access(property.element()).orElse(access) == AccessType.PROPERTY)) {
                members.put(property.name(), property);
            }
        }
        return List.copyOf(members.values());
    }

    /** Returns the access a class or a member names itself. */
    static Optional<AccessType> access(Element element) {
        return Annotations.value(element, Access.class, "value")
                .map(value ->
                        value.getValue().toString().endsWith("PROPERTY") ? AccessType.PROPERTY : AccessType.FIELD);
    }

    /** Returns every getter with a setter, stored or not. */
    static Collection<Member> properties(TypeElement type) {
        List<ExecutableElement> methods = ElementFilter.methodsIn(type.getEnclosedElements());
        Set<String> setters = methods.stream()
                .filter(method -> method.getParameters().size() == 1)
                .map(method -> method.getSimpleName().toString())
                .collect(Collectors.toSet());
        List<Member> properties = new ArrayList<>();
        for (ExecutableElement method : methods) {
            propertyName(method)
                    .filter(name -> setters.contains("set" + capitalized(name)))
                    .ifPresent(name -> properties.add(new Member(name, method)));
        }
        return properties;
    }

    /** Returns the declared type: of the field, or what the getter returns. */
    static TypeMirror type(TypeMirror member) {
        return member instanceof javax.lang.model.type.ExecutableType getter ? getter.getReturnType() : member;
    }

    private static boolean isStored(Element element) {
        Set<Modifier> modifiers = element.getModifiers();
        return !modifiers.contains(Modifier.STATIC)
                && !modifiers.contains(Modifier.TRANSIENT)
                && !Annotations.has(element, Transient.class);
    }

    private static Optional<String> propertyName(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        if (!method.getParameters().isEmpty() || method.getReturnType().getKind() == TypeKind.VOID) {
            return Optional.empty();
        }
        if (name.startsWith("get") && name.length() > 3) {
            return Optional.of(decapitalized(name.substring(3)));
        }
        return name.startsWith("is")
                        && name.length() > 2
                        && method.getReturnType().getKind() == TypeKind.BOOLEAN
                ? Optional.of(decapitalized(name.substring(2)))
                : Optional.empty();
    }

    static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** As java.beans does: {@code URL} stays. */
    static String decapitalized(String name) {
        return name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1))
                ? name
                : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
