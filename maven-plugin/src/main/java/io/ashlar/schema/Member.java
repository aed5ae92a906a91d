package io.ashlar.schema;

import io.ashlar.data.Model;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
                && Arrays.stream(Model.class.getDeclaredFields())
                        .anyMatch(field -> field.getName().equals(attribute));
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
        String upper = attribute.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.substring(1);
        Set<String> getters = Set.of("get" + upper, "is" + upper, attribute);
        List<AnnotatedElement> elements = new ArrayList<>();
        for (Class<?> each = owner; each != null && each != Object.class; each = each.getSuperclass()) {
            Arrays.stream(each.getDeclaredFields())
                    .filter(field -> field.getName().equals(attribute))
                    .forEach(elements::add);
            Arrays.stream(each.getDeclaredMethods())
                    .filter(method -> method.getParameterCount() == 0
                            && method.getReturnType() != void.class
                            && getters.contains(method.getName()))
                    .sorted((a, b) -> a.getName().compareTo(b.getName()))
                    .forEach(elements::add);
        }
        return elements.stream();
    }

    /** Returns the place of an attribute among all of its class: super-classes first, the times of Model last. */
    static int position(Class<?> owner, String attribute) {
        List<String> names = new ArrayList<>();
        for (Class<?> each = owner; each != null && each != Object.class; each = each.getSuperclass()) {
            if (each != Model.class) {
                names.addAll(
                        0,
                        Arrays.stream(each.getDeclaredFields())
                                .map(Field::getName)
                                .toList());
            }
        }
        Arrays.stream(Model.class.getDeclaredFields()).map(Field::getName).forEach(names::add);
        int index = names.indexOf(attribute);
        return index < 0 ? names.size() : index;
    }

    /** Returns the class and the attribute, as messages name them. */
    @Override
    public String toString() {
        return owner.getName() + "." + attribute;
    }
}
