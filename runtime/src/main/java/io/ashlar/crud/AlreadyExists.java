package io.ashlar.crud;

import org.jspecify.annotations.Nullable;

/** A value that must be unique is taken: {@code Post with title: x, already exists.} */
public final class AlreadyExists extends DataException {

    private static final long serialVersionUID = 1L;

    /** Reports the duplicate. */
    public AlreadyExists(
            String model,
            @Nullable String property,
            @Nullable Object value,
            String message,
            @Nullable Throwable cause) {
        super(model, property, value, message, cause);
    }
}
