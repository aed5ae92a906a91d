package io.ashlar.internal.model;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map that is loaded when it is first touched. As little safe for use by many threads as other maps. */
public final class LazyMap extends AbstractMap<Object, Object> implements LazyCollection {

    private final Lazy lazy;

    /** Holds what {@code lazy} loads. */
    public LazyMap(Lazy lazy) {
        this.lazy = lazy;
    }

    @SuppressWarnings("unchecked") // it is filled with a map
    private Map<Object, Object> loaded() {
        return (Map<Object, Object>) lazy.getValue();
    }

    @Override
    public boolean isLoaded() {
        return lazy.isInstantiated();
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return loaded().entrySet();
    }

    @Override
    public @Nullable Object get(Object key) {
        return loaded().get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return loaded().containsKey(key);
    }

    @Override
    public @Nullable Object put(Object key, Object value) {
        return loaded().put(key, value);
    }

    @Override
    public @Nullable Object remove(Object key) {
        return loaded().remove(key);
    }
}
