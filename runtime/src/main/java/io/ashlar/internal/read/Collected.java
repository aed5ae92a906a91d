package io.ashlar.internal.read;

import io.ashlar.internal.model.Container;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A collection that is filled row by row. For one thread. */
final class Collected {

    private final List<Object> values = new ArrayList<>();
    private final Container container;
    private final @Nullable Map<Object, Object> map;

    Collected(Container container) {
        this.container = container;
        this.map = container.kind() != Container.Kind.MAP
                ? null
                : SortedMap.class.isAssignableFrom(container.declared()) ? new TreeMap<>() : new LinkedHashMap<>();
    }

    void add(@Nullable Object key, @Nullable Object value) {
        if (map != null) {
            map.put(key, value);
        } else {
            values.add(value);
        }
    }

    /** Returns the collection, brought into {@code order} first, if it is given. */
    Object finished(@Nullable Comparator<Object> order) {
        if (map != null) {
            return map;
        }
        if (order != null) {
            values.sort(order);
        }
        if (container.kind() == Container.Kind.LIST) {
            return values;
        }
        return SortedSet.class.isAssignableFrom(container.declared())
                ? new TreeSet<>(values)
                : new LinkedHashSet<>(values);
    }
}
