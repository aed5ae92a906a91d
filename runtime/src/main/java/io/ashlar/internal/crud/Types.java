package io.ashlar.internal.crud;

import java.util.Map;
import org.eclipse.persistence.mappings.DatabaseMapping;

/** Refuses values of another type than the attribute's: EclipseLink would convert them, or fail deep inside. */
final class Types {

    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            boolean.class, Boolean.class,
            byte.class, Byte.class,
            short.class, Short.class,
            int.class, Integer.class,
            long.class, Long.class,
            float.class, Float.class,
            double.class, Double.class,
            char.class, Character.class);

    private Types() {}

    /**
     * Returns {@code value}.
     *
     * @throws IllegalArgumentException if it is not of the attribute's type
     */
    static Object checked(ModelType<?> model, DatabaseMapping mapping, Object value) {
        Class<?> type = mapping.isForeignReferenceMapping() && !mapping.isCollectionMapping()
                ? mapping.getReferenceDescriptor().getJavaClass()
                : mapping.getAttributeClassification();
        if (type != null && !BOXES.getOrDefault(type, type).isInstance(value)) {
            throw new IllegalArgumentException(model.name() + "." + mapping.getAttributeName() + " is a "
                    + type.getSimpleName() + ", not a " + value.getClass().getSimpleName());
        }
        return value;
    }
}
