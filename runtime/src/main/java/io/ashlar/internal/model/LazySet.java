package io.ashlar.internal.model;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Set;

/** A set that is loaded when it is first touched. As little safe for use by many threads as other sets. */
public final class LazySet extends AbstractSet<Object> implements LazyCollection {

    private final Lazy lazy;

    /** Holds what {@code lazy} loads. */
    public LazySet(Lazy lazy) {
        this.lazy = lazy;
    }

    @SuppressWarnings("unchecked") // it is filled with a set
    private Set<Object> loaded() {
        return (Set<Object>) lazy.getValue();
    }

    @Override
    public boolean isLoaded() {
        return lazy.isInstantiated();
    }

    @Override
    public int size() {
        return loaded().size();
    }

    @Override
    public Iterator<Object> iterator() {
        return loaded().iterator();
    }

    @Override
    public boolean contains(Object element) {
        return loaded().contains(element);
    }

    @Override
    public boolean remove(Object element) {
        return loaded().remove(element);
    }

    @Override
    public void clear() {
        loaded().clear();
    }

    @Override
    public boolean add(Object element) {
        return loaded().add(element);
    }
}
