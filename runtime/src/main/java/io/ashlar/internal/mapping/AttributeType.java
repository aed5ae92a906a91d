package io.ashlar.internal.mapping;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The Java type of an attribute with its arguments, and what is written on it.
 *
 * @param type of the attribute, or of the elements of a collection
 */
public record AttributeType(Class<?> owner, String name, Type type, List<AnnotatedElement> members) {

    /** Returns the type of an attribute; null if the class has none of this name. */
    public static @Nullable AttributeType of(Class<?> owner, String attribute) {
        var members = Members.of(owner, attribute);
        var field = Members.field(owner, attribute);
        var type = field != null
                ? field.getGenericType()
                : members.stream()
                        .filter(Method.class::isInstance)
                        .map(member -> ((Method) member).getGenericReturnType())
                        .findFirst()
                        .orElse(null);
        return type == null ? null : new AttributeType(owner, attribute, type, members);
    }

    /** Returns the class without arguments. */
    public Class<?> raw() {
        return raw(type);
    }

    public boolean has(Class<? extends Annotation> annotation) {
        return members.stream().anyMatch(member -> member.isAnnotationPresent(annotation));
    }

    /** Returns an annotation on the attribute; null if it has none of this type. */
    public <A extends Annotation> @Nullable A annotation(Class<A> annotation) {
        return members.stream()
                .map(member -> member.getAnnotation(annotation))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Returns the type of the n-th argument, such as that of a list's elements. */
    public AttributeType argument(int index) {
        var argument = type instanceof ParameterizedType generic && generic.getActualTypeArguments().length > index
                ? generic.getActualTypeArguments()[index]
                : Object.class;
        return new AttributeType(owner, name, argument, members);
    }

    AttributeType unannotated() {
        return new AttributeType(owner, name, type, List.of());
    }

    AttributeType as(Type other) {
        return new AttributeType(owner, name, other, members);
    }

    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        if (type instanceof TypeVariable<?> variable) {
            return raw(variable.getBounds()[0]);
        }
        return Object.class;
    }

    /** Returns where it is, for messages. */
    String where() {
        return owner.getName() + "." + name;
    }
}
