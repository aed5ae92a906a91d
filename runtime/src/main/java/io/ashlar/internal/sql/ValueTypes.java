package io.ashlar.internal.sql;

import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Entity;
import java.util.Map;

/** Refuses values of another type than the attribute's, which would be bent on their way or fail deep inside. */
public final class ValueTypes {

    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            boolean.class, Boolean.class,
            byte.class, Byte.class,
            short.class, Short.class,
            int.class, Integer.class,
            long.class, Long.class,
            float.class, Float.class,
            double.class, Double.class,
            char.class, Character.class);

    private ValueTypes() {}

    /**
     * Returns {@code value}.
     *
     * @throws IllegalArgumentException if it is not of the attribute's type
     */
    public static Object checked(Entity entity, Basic basic, Object value) {
        if (!is(basic.access().type(), value)) {
            throw mismatch(entity.name() + "." + basic.name(), basic.access().type(), value);
        }
        return value;
    }

    /**
     * Returns {@code value}.
     *
     * @throws IllegalArgumentException if it is not of {@code type}
     */
    public static Object checked(String what, Class<?> type, Object value) {
        if (!is(type, value)) {
            throw mismatch(what, type, value);
        }
        return value;
    }

    /**
     * Returns {@code id}.
     *
     * @throws IllegalArgumentException if it is not of the type of the model's ids
     */
    public static <K> K checkedId(Entity entity, K id) {
        if (!is(entity.id().type(), id)) {
            throw mismatch(entity.name() + "." + entity.id().name(), entity.id().type(), id);
        }
        return id;
    }

    private static boolean is(Class<?> type, Object value) {
        return (type.isPrimitive() ? BOXES.getOrDefault(type, type) : type).isInstance(value);
    }

    private static IllegalArgumentException mismatch(String what, Class<?> type, Object value) {
        return new IllegalArgumentException(what + " is a " + type.getSimpleName() + ", not a "
                + value.getClass().getSimpleName());
    }
}
