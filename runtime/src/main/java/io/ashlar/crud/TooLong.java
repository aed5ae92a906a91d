package io.ashlar.crud;

import org.jspecify.annotations.Nullable;

/** A text, number or binary does not fit its column: {@code Post.title is too long}. */
public final class TooLong extends DataException {

    private static final long serialVersionUID = 1L;

    /** Reports it; see {@link DataException} for the parameters. */
    public TooLong(
            String model,
            @Nullable String property,
            @Nullable Object value,
            String message,
            @Nullable Throwable cause) {
        super(model, property, value, message, cause);
    }
}
