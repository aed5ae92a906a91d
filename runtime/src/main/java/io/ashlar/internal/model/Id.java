package io.ashlar.internal.model;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The id of a model: of one column, or of several. */
public final class Id {

    private final String name;
    private final Class<?> type;
    private final List<Slot> slots;
    private final List<Access> parts;
    private final @Nullable Instances instances;

    /**
     * An id of {@code slots}.
     *
     * @param parts how the slots' values lie in an id of several; empty where the id is the value of the one slot
     * @param instances makes ids of several
     */
    Id(String name, Class<?> type, List<Slot> slots, List<Access> parts, @Nullable Instances instances) {
        this.name = name;
        this.type = type;
        this.slots = List.copyOf(slots);
        this.parts = List.copyOf(parts);
        this.instances = instances;
    }

    /** Returns the name of the attribute; {@code id} for several. */
    public String name() {
        return name;
    }

    /** Returns the type of ids. */
    public Class<?> type() {
        return type;
    }

    /** Returns its columns and where their values are in a record. */
    public List<Slot> slots() {
        return slots;
    }

    /** Returns whether it has one column. */
    public boolean isSimple() {
        return slots.size() == 1;
    }

    /** Returns the value of each column in {@code record}; null if one has none. */
    public Object @Nullable [] values(Object record) {
        Object[] values = new Object[slots.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = slots.get(i).get(record);
            if (value == null) {
                return null;
            }
            values[i] = value;
        }
        return values;
    }

    /**
     * Returns the value of each column in {@code id}.
     *
     * @throws IllegalArgumentException if a part of it is missing
     */
    public Object[] split(Object id) {
        if (parts.isEmpty()) {
            return new Object[] {id};
        }
        return parts.stream()
                .map(part -> {
                    Object value = part.get(id);
                    if (value == null) {
                        throw new IllegalArgumentException("a part of the id " + id + " is missing");
                    }
                    return value;
                })
                .toArray();
    }

    /** Returns the id of these values, one for each column. */
    public Object join(Object[] values) {
        if (parts.isEmpty() || instances == null) {
            return values[0];
        }
        if (type.isRecord()) {
            return instances.make(values);
        }
        Object id = instances.make();
        for (int i = 0; i < values.length; i++) {
            parts.get(i).set(id, values[i]);
        }
        return id;
    }

    /** Returns what stands in a map for the id of {@code record}; null if it has none. */
    public @Nullable Object keyOf(Object record) {
        if (isSimple()) {
            return slots.get(0).get(record);
        }
        Object[] values = values(record);
        return values == null ? null : key(values);
    }

    /** Returns what stands for {@code id} in a map. */
    public Object keyOfId(Object id) {
        return parts.isEmpty() ? id : key(split(id));
    }

    /** Returns what stands for the values in a map: the one value, or the list of them. */
    public static Object key(Object[] values) {
        return values.length == 1 ? values[0] : Arrays.asList(values);
    }
}
