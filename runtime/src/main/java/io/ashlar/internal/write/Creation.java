package io.ashlar.internal.write;

import io.ashlar.data.Model;
import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Embedded;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.model.Metamodel;
import io.ashlar.internal.model.ToMany;
import io.ashlar.internal.model.ToOne;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one call creates: the records given, and the new ones they cascade to, each after those that it points to. For one
 * thread.
 */
final class Creation {

    private final Metamodel metamodel;
    private final IdentityHashMap<Object, Integer> levels = new IdentityHashMap<>();
    private final List<Object> all = new ArrayList<>();

    private Creation(Metamodel metamodel) {
        this.metamodel = metamodel;
    }

    /**
     * Collects what creating {@code records} creates.
     *
     * @throws IllegalArgumentException if one points to a record that is not stored and not created along with it
     */
    static Creation of(Metamodel metamodel, Collection<?> records) {
        Creation creation = new Creation(metamodel);
        records.forEach(record -> creation.levels.put(record, 0));
        creation.all.addAll(records);
        for (int i = 0; i < creation.all.size(); i++) { // grows while it is walked
            creation.cascade(creation.all.get(i));
        }
        creation.order();
        return creation;
    }

    /**
     * Returns whether creating {@code record} creates nothing else, and takes one row.
     *
     * @throws IllegalArgumentException if it points to a record that is not stored
     */
    static boolean isAlone(Entity entity, Object record) {
        for (Attribute attribute : entity.attributes()) {
            if (attribute instanceof Basic || attribute instanceof Embedded) {
                continue;
            }
            if (attribute instanceof ToOne toOne && !toOne.columns().isEmpty()) {
                Object related = Related.loaded(toOne, record);
                if (related != null && toOne.cascade().persist() && !isStored(related)) {
                    return false;
                }
                checkStored(entity, toOne, related);
            } else if (attribute instanceof ToOne toOne
                    ? toOne.get(record) != null
                    : !Related.values(attribute.access().get(record)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static void checkStored(Entity entity, ToOne toOne, @Nullable Object related) {
        if (related != null && toOne.target().id().values(related) == null) {
            throw new IllegalArgumentException(entity.name() + "." + toOne.name() + " - this "
                    + toOne.target().name() + " has no id: create it first");
        }
    }

    /** Records of one class that go in one statement. */
    record Batch(Entity entity, List<Object> records) {}

    /** Returns the records by class, those that others point to first. */
    List<Batch> batches() {
        Map<Integer, Map<Entity, List<Object>>> batches = new TreeMap<>();
        for (Object record : all) {
            batches.computeIfAbsent(levels.getOrDefault(record, 0), level -> new LinkedHashMap<>())
                    .computeIfAbsent(metamodel.of(record), entity -> new ArrayList<>())
                    .add(record);
        }
        List<Batch> list = new ArrayList<>();
        batches.values().forEach(level -> level.forEach((entity, records) -> list.add(new Batch(entity, records))));
        return list;
    }

    /** Returns all records. */
    List<Object> all() {
        return all;
    }

    /** Returns whether the record is created here. */
    boolean contains(Object record) {
        return levels.containsKey(record);
    }

    /** Returns whether the record came from the database, or went there. */
    static boolean isStored(Object record) {
        return record instanceof Model model && model.getCreatedAt() != null;
    }

    private void add(Object record) {
        if (levels.putIfAbsent(record, 0) == null) {
            all.add(record);
        }
    }

    private void cascade(Object record) {
        Entity entity = metamodel.of(record);
        for (Attribute attribute : entity.attributes()) {
            if (attribute instanceof ToOne toOne) {
                toOne(entity, toOne, record);
            } else if (attribute instanceof ToMany toMany && toMany.cascade().persist()) {
                children(entity, toMany, record);
            }
        }
    }

    private void toOne(Entity entity, ToOne toOne, Object record) {
        Object related = Related.loaded(toOne, record);
        if (related == null || contains(related)) {
            return;
        }
        if (toOne.cascade().persist() && !isStored(related)) {
            Related.pointBack(toOne.link(), toOne.target(), related, record);
            add(related);
        } else if (!(toOne.link() instanceof Link.KeyInTarget)) {
            checkStored(entity, toOne, related);
        }
    }

    private void children(Entity entity, ToMany toMany, Object record) {
        for (Object child : Related.of(toMany, record)) {
            if (child == null) {
                throw new IllegalArgumentException(
                        entity.name() + "." + toMany.name() + " - one of its records is null");
            }
            if (!isStored(child)) {
                Related.pointBack(toMany.link(), toMany.target(), child, record);
                add(child);
            }
        }
    }

    /** Lifts each record above those that it points to, as long as one moves; a circle stays as it is. */
    private void order() {
        boolean moved = all.size() > 1;
        for (int round = 0; moved && round < all.size(); round++) {
            moved = false;
            for (Object record : all) {
                moved |= lift(record);
            }
        }
    }

    private boolean lift(Object record) {
        int level = levels.getOrDefault(record, 0);
        int needed = level;
        for (ToOne toOne : metamodel.of(record).keys()) {
            Object related = Related.loaded(toOne, record);
            Integer other = related == null || related == record ? null : levels.get(related);
            if (other != null) {
                needed = Math.max(needed, other + 1);
            }
        }
        if (needed > all.size()) {
            return false;
        }
        levels.put(record, needed);
        return needed > level;
    }
}
