package io.ashlar.crud;

import org.jspecify.annotations.Nullable;

/** A record cannot be deleted for good while others are related to it. */
public final class StillReferenced extends DataException {

    private static final long serialVersionUID = 1L;

    /** Reports the reference. */
    public StillReferenced(
            String model,
            @Nullable String property,
            @Nullable Object value,
            String message,
            @Nullable Throwable cause) {
        super(model, property, value, message, cause);
    }
}
