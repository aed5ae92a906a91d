package io.ashlar.crud;

import org.jspecify.annotations.Nullable;

/** A record is not as the caller expected: another changed it since it was read. */
public final class StaleVersion extends DataException {

    private static final long serialVersionUID = 1L;

    /** Reports it; see {@link DataException} for the parameters. */
    public StaleVersion(
            String model,
            @Nullable String property,
            @Nullable Object value,
            String message,
            @Nullable Throwable cause) {
        super(model, property, value, message, cause);
    }
}
