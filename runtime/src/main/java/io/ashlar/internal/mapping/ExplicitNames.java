package io.ashlar.internal.mapping;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The names of tables and columns that a model's annotations spell out, and that therefore stay as they are. */
final class ExplicitNames {

    private ExplicitNames() {}

    /** Returns the names given on a class and on its super-classes, outside their members. */
    static Set<String> onClass(Class<?> type) {
        var names = new HashSet<String>();
        Members.hierarchy(type).forEach(each -> collect(each, names));
        return names;
    }

    /** Returns the names given on the field, getter or record component of an attribute. */
    static Set<String> onAttribute(Class<?> type, String attribute) {
        var names = new HashSet<String>();
        Members.of(type, attribute).forEach(member -> collect(member, names));
        return names;
    }

    private static void collect(AnnotatedElement element, Set<String> names) {
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            collect(annotation, names);
        }
    }

    private static void collect(Annotation annotation, Set<String> names) {
        var type = annotation.annotationType();
        if (!type.getPackageName().equals("jakarta.persistence")) {
            return;
        }
        for (Method member : type.getDeclaredMethods()) {
            var value = value(annotation, member);
            if (value instanceof String name) {
                if (member.getName().equals("name") && !name.isEmpty()) {
                    names.add(name.replace("\"", ""));
                }
            } else if (value instanceof Annotation nested) {
                collect(nested, names);
            } else if (value instanceof Annotation[] several) {
                Arrays.stream(several).forEach(each -> collect(each, names));
            }
        }
    }

    private static Object value(Annotation annotation, Method member) {
        try {
            return member.invoke(annotation);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + annotation, e);
        }
    }
}
