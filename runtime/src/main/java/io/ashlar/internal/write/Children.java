package io.ashlar.internal.write;

import io.ashlar.internal.model.Id;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Children with their owners, each once. For one thread. */
final class Children {

    private final String relation;
    private final Map<Object, Object[]> ids = new LinkedHashMap<>();
    private final Map<Object, Object[]> owners = new LinkedHashMap<>();

    /** None yet, of {@code relation}. */
    Children(String relation) {
        this.relation = relation;
    }

    /**
     * Adds a child.
     *
     * @throws IllegalArgumentException if it has another owner already
     */
    void add(Object[] owner, Object[] child) {
        Object name = Id.key(child);
        Object[] other = owners.putIfAbsent(name, owner);
        if (other != null && !Arrays.equals(other, owner)) {
            throw new IllegalArgumentException(
                    relation + " cannot give the same records to several: they belong to one");
        }
        ids.put(name, child);
    }

    List<Object[]> ids() {
        return List.copyOf(ids.values());
    }

    Set<LinkEvents.Pair> pairs() {
        Set<LinkEvents.Pair> pairs = new LinkedHashSet<>();
        ids.forEach((name, id) -> pairs.add(LinkEvents.Pair.of(owners.getOrDefault(name, id), id)));
        return pairs;
    }

    Object[] owner(Object[] child) {
        return owners.getOrDefault(Id.key(child), child);
    }

    /** Returns the one owner of all; null if there are several, or none. */
    Object @Nullable [] only() {
        Object[] first = null;
        for (Object[] owner : owners.values()) {
            if (first != null && !Arrays.equals(first, owner)) {
                return null;
            }
            first = owner;
        }
        return first;
    }
}
