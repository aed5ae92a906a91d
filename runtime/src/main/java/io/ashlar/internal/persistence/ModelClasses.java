package io.ashlar.internal.persistence;

import io.ashlar.data.Model;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the classes EclipseLink must know beside the models: super-classes, embeddables and converters they use. */
final class ModelClasses {

    private final Set<Class<?>> found = new LinkedHashSet<>();
    private final Set<Class<?>> values = new LinkedHashSet<>();
    private final Set<Class<?>> seen = new LinkedHashSet<>();

    private ModelClasses() {}

    /** Reads the models and all that they reach by the types and annotations of their members; other entities not. */
    static ModelClasses reachableFrom(List<Class<?>> models) {
        var classes = new ModelClasses();
        classes.found.add(Model.class);
        models.forEach(classes::visit);
        classes.found.addAll(models);
        return classes;
    }

    /** Returns the binary names of the models and of the classes EclipseLink reads with them. */
    List<String> managed() {
        return found.stream().map(Class::getName).toList();
    }

    /** Returns the binary names of the other classes of attributes, those of the JDK left out. */
    List<String> values() {
        return values.stream().map(Class::getName).toList();
    }

    private void visit(Class<?> type) {
        if (!seen.add(type) || type.isPrimitive() || type.getPackageName().startsWith("java.")) {
            return;
        }
        if (type.isArray()) {
            visit(type.getComponentType());
            return;
        }
        var persistent = type.isAnnotationPresent(Entity.class)
                || type.isAnnotationPresent(MappedSuperclass.class)
                || type.isAnnotationPresent(Embeddable.class);
        if (type.isAnnotationPresent(MappedSuperclass.class)
                || type.isAnnotationPresent(Embeddable.class)
                || type.isAnnotationPresent(Converter.class)) {
            found.add(type);
        }
        if (type.getSuperclass() != null) {
            visit(type.getSuperclass());
        }
        if (!persistent) {
            values.add(type);
            return; // what it holds is stored as one value, if at all
        }
        annotations(type);
        var idClass = type.getAnnotation(IdClass.class);
        if (idClass != null) {
            visit(idClass.value());
        }
        for (Field field : type.getDeclaredFields()) {
            annotations(field);
            visit(field.getGenericType());
        }
        for (Method method : type.getDeclaredMethods()) {
            annotations(method);
            if (method.getParameterCount() == 0) {
                visit(method.getGenericReturnType());
            }
        }
    }

    private void annotations(AnnotatedElement element) {
        for (Convert convert : element.getAnnotationsByType(Convert.class)) {
            visit(convert.converter());
        }
        var listeners = element.getAnnotation(EntityListeners.class);
        if (listeners != null) {
            List.of(listeners.value()).forEach(this::visit);
        }
    }

    private void visit(Type type) {
        if (type instanceof Class<?> plain) {
            if (!plain.isAnnotationPresent(Entity.class)) {
                visit(plain);
            }
        } else if (type instanceof ParameterizedType generic) {
            List.of(generic.getActualTypeArguments()).forEach(this::visit);
        } else if (type instanceof WildcardType wildcard) {
            List.of(wildcard.getUpperBounds()).forEach(this::visit);
        } else if (type instanceof GenericArrayType array) {
            visit(array.getGenericComponentType());
        }
    }
}
