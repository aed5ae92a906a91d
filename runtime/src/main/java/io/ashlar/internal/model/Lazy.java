package io.ashlar.internal.model;

import org.eclipse.persistence.indirection.WeavedAttributeValueHolderInterface;
import org.jspecify.annotations.Nullable;

/** Holds a related record, or collection of them, that is loaded when it is first touched, along with its page. */
public final class Lazy implements WeavedAttributeValueHolderInterface<Object>, Missing {

    private final Object[] key;
    private final LazyPage page;
    private boolean loaded;
    private boolean coordinated;
    private @Nullable Object value;

    /** Holds what belongs to {@code key} and is loaded with {@code page}, which it joins. */
    public Lazy(Object[] key, LazyPage page) {
        this.key = key;
        this.page = page;
        page.add(this);
    }

    @Override
    public Object[] key() {
        return key;
    }

    @Override
    public void fill(@Nullable Object found) {
        value = found;
        loaded = true;
    }

    @Override
    @SuppressWarnings("NullAway") // EclipseLink's own interface knows null
    public Object getValue() {
        if (!loaded) {
            page.load();
        }
        return value;
    }

    @Override
    public void setValue(Object newValue) {
        fill(newValue);
    }

    @Override
    public boolean isInstantiated() {
        return loaded;
    }

    @Override
    public boolean isCoordinatedWithProperty() {
        return coordinated;
    }

    @Override
    public void setIsCoordinatedWithProperty(boolean newCoordinated) {
        coordinated = newCoordinated;
    }

    @Override
    public boolean isNewlyWeavedValueHolder() {
        return false;
    }

    @Override
    public void setIsNewlyWeavedValueHolder(boolean newly) {
        // it never is: it is put there when a row is read
    }

    @Override
    public boolean shouldAllowInstantiationDeferral() {
        return true;
    }

    /** Returns a holder of the same record, which is loaded for it. */
    @Override
    public Object clone() {
        return new Loaded(getValue());
    }
}
