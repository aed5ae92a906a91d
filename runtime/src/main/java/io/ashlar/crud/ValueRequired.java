package io.ashlar.crud;

import org.jspecify.annotations.Nullable;

/** A required attribute has no value: {@code Cannot set field 'title' of Post to null}. */
public final class ValueRequired extends DataException {

    private static final long serialVersionUID = 1L;

    /** Reports the missing value. */
    public ValueRequired(String model, @Nullable String property, String message, @Nullable Throwable cause) {
        super(model, property, message, cause);
    }
}
