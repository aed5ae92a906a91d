package io.ashlar.internal.read;

import io.ashlar.internal.model.Container;
import java.util.ArrayList;
import java.util.Collection;
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

    private final @Nullable Collection<Object> values;
    private final @Nullable Map<Object, Object> map;

    Collected(Container container) {
        Class<?> declared = container.declared();
        values = switch (container.kind()) {
            case LIST -> new ArrayList<>();
            case SET -> SortedSet.class.isAssignableFrom(declared) ? new TreeSet<>() : new LinkedHashSet<>();
            case MAP -> null;
        };
        map = container.kind() != Container.Kind.MAP
                ? null
                : SortedMap.class.isAssignableFrom(declared) ? new TreeMap<>() : new LinkedHashMap<>();
    }

    void add(@Nullable Object key, @Nullable Object value) {
        if (map != null) {
            map.put(key, value);
        } else if (values != null) {
            values.add(value);
        }
    }

    Object finished() {
        return map != null ? map : values == null ? List.of() : values;
    }
}
