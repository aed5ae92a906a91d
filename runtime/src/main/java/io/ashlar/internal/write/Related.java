package io.ashlar.internal.write;

import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Lazy;
import io.ashlar.internal.model.LazyCollection;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.model.ToMany;
import io.ashlar.internal.model.ToOne;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The related records that a record holds; none are loaded to see them. */
final class Related {

    private Related() {}

    /** Returns the related record, if it is there; null for none, and for one that would have to be loaded. */
    static @Nullable Object loaded(ToOne toOne, Object record) {
        return isUnloaded(toOne, record) ? null : toOne.get(record);
    }

    /** Returns whether the related record would have to be loaded to be seen. */
    static boolean isUnloaded(ToOne toOne, Object record) {
        return toOne.holder() != null && toOne.holder().get(record) instanceof Lazy lazy && !lazy.isInstantiated();
    }

    /** Returns the related records that are there. */
    static Collection<?> of(ToMany toMany, Object record) {
        return values(toMany.access().get(record));
    }

    /** Returns the values of a collection or map; none of one that would have to be loaded. */
    static Collection<?> values(@Nullable Object container) {
        if (container == null || isUnloaded(container)) {
            return List.of();
        }
        return container instanceof Map<?, ?> map ? map.values() : (Collection<?>) container;
    }

    /** Returns whether a collection would have to be loaded to be seen. */
    static boolean isUnloaded(@Nullable Object container) {
        return container instanceof LazyCollection lazy && !lazy.isLoaded();
    }

    /** Makes a child point to its parent, if it does not point anywhere yet. */
    static void pointBack(Link link, Entity target, Object child, Object parent) {
        if (link instanceof Link.KeyInTarget key
                && !key.inverse().isEmpty()
                && target.byPath().get(key.inverse()) instanceof ToOne back
                && loaded(back, child) != parent) {
            back.set(child, parent);
        }
    }
}
