package io.ashlar.crud;

import org.jspecify.annotations.Nullable;

/**
 * A relation leads to a record that does not exist:
 * {@code You tried to set relationship author_id: 1, but such entity does not exist}.
 */
public final class ReferenceMissing extends DataException {

    private static final long serialVersionUID = 1L;

    /** Reports the missing reference. */
    public ReferenceMissing(
            String model,
            @Nullable String property,
            @Nullable Object value,
            String message,
            @Nullable Throwable cause) {
        super(model, property, value, message, cause);
    }
}
