package io.ashlar.internal.mapping;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields and getters behind an attribute, where its annotations are. What a class declares is kept as long as the class
 * is: Java copies all of it at each look. Thread-safe.
 */
public final class Members {

    private static final ClassValue<Members> DECLARED = new ClassValue<>() {
        @Override
        protected Members computeValue(Class<?> type) {
            return new Members(type);
        }
    };

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Method> getters = new LinkedHashMap<>();

    private Members(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            fields.put(field.getName(), field);
        }
        for (Method method : type.getDeclaredMethods()) {
            if (method.getParameterCount() == 0 && method.getReturnType() != void.class && !method.isBridge()) {
                getters.put(method.getName(), method);
            }
        }
    }

    /**
     * Returns all that could carry the annotations of an attribute, from the class up to its super-classes: in each its
     * field, then its getters by name. The bridges that javac adds to a getter of a narrower type are none.
     */
    public static List<AnnotatedElement> of(Class<?> type, String attribute) {
        var members = new ArrayList<AnnotatedElement>();
        var upper = attribute.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.substring(1);
        String[] names = {attribute, "get" + upper, "is" + upper};
        Arrays.sort(names);
        for (Class<?> each : hierarchy(type)) {
            var declared = DECLARED.get(each);
            var field = declared.fields.get(attribute);
            if (field != null) {
                members.add(field);
            }
            for (var name : names) {
                var getter = declared.getters.get(name);
                if (getter != null) {
                    members.add(getter);
                }
            }
        }
        return members;
    }

    /** Returns the field of an attribute; null if it is mapped by its getter alone. */
    static @Nullable Field field(Class<?> type, String attribute) {
        for (Class<?> each : hierarchy(type)) {
            var field = DECLARED.get(each).fields.get(attribute);
            if (field != null) {
                return field;
            }
        }
        return null;
    }

    /** Returns the names of the fields that the class itself declares, as they stand in its source. */
    public static List<String> fields(Class<?> type) {
        return List.copyOf(DECLARED.get(type).fields.keySet());
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
