package io.ashlar.internal.model;

import org.eclipse.persistence.indirection.ValueHolder;

/** Holds a related record that is there already, as woven classes expect it. */
final class Loaded extends ValueHolder<Object> {

    private static final long serialVersionUID = 1L;

    Loaded(Object related) {
        super(related);
    }
}
