package io.ashlar.internal.write;

import io.ashlar.event.Action;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.read.Store;
import io.ashlar.internal.transaction.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Tells which records won or lost links by a relation, on both of its sides. Safe for use by many threads. */
final class LinkEvents {

    private final Store store;
    private final Entity owner;
    private final Entity target;

    LinkEvents(Store store, Entity owner, Entity target) {
        this.store = store;
        this.owner = owner;
        this.target = target;
    }

    /** Two records that are linked, each by the values of its id. */
    record Pair(List<Object> owner, List<Object> other) {

        static Pair of(Object[] owner, Object[] other) {
            return new Pair(Arrays.asList(owner), Arrays.asList(other));
        }
    }

    /** Returns whether somebody wants to know; if not, what was linked before need not be read. */
    boolean isWanted() {
        return isWanted(owner) || isWanted(target);
    }

    private boolean isWanted(Entity entity) {
        return store.events().wants(entity.name(), Action.ATTACHED)
                || store.events().wants(entity.name(), Action.DETACHED);
    }

    /** Takes note of the difference. */
    void tell(Unit unit, Set<Pair> before, Set<Pair> after) {
        tell(unit, Action.DETACHED, without(before, after));
        tell(unit, Action.ATTACHED, without(after, before));
    }

    private static Set<Pair> without(Set<Pair> those, Set<Pair> others) {
        Set<Pair> left = new LinkedHashSet<>(those);
        left.removeAll(others);
        return left;
    }

    private void tell(Unit unit, Action action, Set<Pair> changed) {
        store.events().record(unit, owner.name(), action, ids(owner, changed, Pair::owner));
        store.events().record(unit, target.name(), action, ids(target, changed, Pair::other));
    }

    private static List<Object> ids(Entity entity, Set<Pair> changed, Function<Pair, List<Object>> side) {
        List<Object> ids = new ArrayList<>(changed.size());
        changed.forEach(pair -> ids.add(entity.id().join(side.apply(pair).toArray())));
        return ids;
    }
}
