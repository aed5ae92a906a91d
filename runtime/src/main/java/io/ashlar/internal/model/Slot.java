package io.ashlar.internal.model;

import org.jspecify.annotations.Nullable;

/**
 * A column and where its value is in a record.
 *
 * @param attribute the attribute of the record, by name or path
 * @param getter finds the value
 */
public record Slot(Column column, String attribute, Basic.Traits traits, Getter getter) {

    /** Finds a value in a record. */
    @FunctionalInterface
    public interface Getter {

        /** Returns the value of the attribute; null if it has none. */
        @Nullable
        Object get(Object record);
    }

    /** Returns the value in {@code record}; null if it has none. */
    public @Nullable Object get(Object record) {
        return getter.get(record);
    }
}
