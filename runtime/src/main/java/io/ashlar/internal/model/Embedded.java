package io.ashlar.internal.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of several columns.
 *
 * @param attributes what it consists of, in the order of a record's components if it is a record
 */
public record Embedded(String name, Access access, Class<?> type, Instances instances, List<Attribute> attributes)
        implements Attribute {

    /** Copies the list. */
    public Embedded {
        attributes = List.copyOf(attributes);
    }

    /** Returns a value with these parts, one for each attribute. */
    public Object make(@Nullable Object[] parts) {
        if (type.isRecord()) {
            return instances.make(parts);
        }
        Object value = instances.make();
        for (int i = 0; i < parts.length; i++) {
            attributes.get(i).access().set(value, parts[i]);
        }
        return value;
    }
}
