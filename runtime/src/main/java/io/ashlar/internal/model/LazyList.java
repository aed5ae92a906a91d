package io.ashlar.internal.model;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;

/** A list that is loaded when it is first touched. As little safe for use by many threads as other lists. */
public final class LazyList extends AbstractList<Object> implements LazyCollection {

    private final Lazy lazy;

    /** Holds what {@code lazy} loads. */
    public LazyList(Lazy lazy) {
        this.lazy = lazy;
    }

    @SuppressWarnings("unchecked") // it is filled with a list
    private List<Object> loaded() {
        return (List<Object>) lazy.getValue();
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
    public Object get(int index) {
        return loaded().get(index);
    }

    @Override
    public Object set(int index, Object element) {
        return loaded().set(index, element);
    }

    @Override
    public void add(int index, Object element) {
        loaded().add(index, element);
    }

    @Override
    public Object remove(int index) {
        return loaded().remove(index);
    }
}
