package io.ashlar.crud;

import org.jspecify.annotations.Nullable;

/** A value is not one of those that the model allows: {@code Post.status is not one of those allowed}. */
public final class NotOneOf extends DataException {

    private static final long serialVersionUID = 1L;

    /** Reports it; see {@link DataException} for the parameters. */
    public NotOneOf(
            String model,
            @Nullable String property,
            @Nullable Object value,
            String message,
            @Nullable Throwable cause) {
        super(model, property, value, message, cause);
    }
}
