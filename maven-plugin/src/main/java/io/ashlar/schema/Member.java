package io.ashlar.schema;

import io.ashlar.data.Model;
import io.ashlar.internal.mapping.Members;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An attribute of a model: the fields and getters behind it, where its annotations are. */
record Member(Class<?> owner, String attribute) {

    /** Returns an annotation of the attribute. */
    <A extends Annotation> Optional<A> annotation(Class<A> type) {
        return elements()
                .flatMap(element -> Stream.of(element.getAnnotationsByType(type)))
                .findFirst();
    }

    /** Returns all annotations of one repeatable kind. */
    <A extends Annotation> List<A> annotations(Class<A> type) {
        return elements()
                .flatMap(element -> Stream.of(element.getAnnotationsByType(type)))
                .toList();
    }

    boolean has(Class<? extends Annotation> type) {
        return annotation(type).isPresent();
    }

    /** Returns whether it is one of the times that every model has. */
    boolean isOfModel() {
        return Model.class.isAssignableFrom(owner)
                && Members.fields(Model.class).contains(attribute);
    }

    /** Returns the declared type; {@code Object} where no field and no getter is found. */
    Class<?> type() {
        return elements()
                .<Class<?>>map(element ->
                        element instanceof Field field ? field.getType() : ((Method) element).getReturnType())
                .findFirst()
                .orElse(Object.class);
    }

    private Stream<AnnotatedElement> elements() {
        return Members.of(owner, attribute).stream();
    }

    /** Returns the fields of a class in order: those of super-classes first, the times of Model last. */
    static List<String> order(Class<?> owner) {
        List<String> names = new ArrayList<>();
        for (Class<?> each = owner; each != null && each != Object.class; each = each.getSuperclass()) {
            if (each != Model.class) {
                names.addAll(0, Members.fields(each));
            }
        }
        names.addAll(Members.fields(Model.class));
        return names;
    }

    /** Returns the class and the attribute, as messages name them. */
    @Override
    public String toString() {
        return owner.getName() + "." + attribute;
    }
}
