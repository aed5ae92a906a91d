package io.ashlar.internal.mapping;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields and getters behind an attribute, where its annotations are. */
final class Members {

    private Members() {}

    /** Returns all that could carry the annotations of an attribute, from the class up to its super-classes. */
    static List<AnnotatedElement> of(Class<?> type, String attribute) {
        var members = new ArrayList<AnnotatedElement>();
        var upper = attribute.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.substring(1);
        var getters = Set.of("get" + upper, "is" + upper, attribute);
        for (Class<?> each : hierarchy(type)) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().equals(attribute)) {
                    members.add(field);
                }
            }
            for (Method method : each.getDeclaredMethods()) {
                if (method.getParameterCount() == 0 && getters.contains(method.getName())) {
                    members.add(method);
                }
            }
        }
        return members;
    }

    /** Returns the field of an attribute; null if it is mapped by its getter alone. */
    static @Nullable Field field(Class<?> type, String attribute) {
        for (Class<?> each : hierarchy(type)) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().equals(attribute)) {
                    return field;
                }
            }
        }
        return null;
    }

    /** Returns a class and its super-classes, without {@code Object}. */
    static List<Class<?>> hierarchy(Class<?> type) {
        var classes = new ArrayList<Class<?>>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            classes.add(each);
        }
        return classes;
    }
}
