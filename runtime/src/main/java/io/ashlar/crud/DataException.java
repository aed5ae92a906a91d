package io.ashlar.crud;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record that cannot be read or written as asked. The subclasses say why; the cause is the database's own error. */
public class DataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String model;
    private final @Nullable String property;
    private final transient @Nullable Object value;

    /**
     * Reports what the database refused.
     *
     * @param model the simple name of the model
     * @param property the attribute at fault; null where the database does not tell
     */
    public DataException(String model, @Nullable String property, String message, @Nullable Throwable cause) {
        this(model, property, null, message, cause);
    }

    /**
     * Reports what the database refused.
     *
     * @param model the simple name of the model
     * @param property the attribute at fault; null where the database does not tell
     * @param value that is refused; null where it is not known, or the attribute is sensitive
     */
    public DataException(
            String model,
            @Nullable String property,
            @Nullable Object value,
            String message,
            @Nullable Throwable cause) {
        super(message, cause);
        this.model = model;
        this.property = property;
        this.value = value;
    }

    /** Returns the simple name of the model, such as {@code Post}. */
    public final String model() {
        return model;
    }

    /** Returns the attribute at fault, such as {@code title}; empty where it is not one, or the database does not tell. */
    public final Optional<String> property() {
        return Optional.ofNullable(property);
    }

    /**
     * Returns the value that is refused, as the attribute holds it or as the database writes it; empty where it is not known,
     * and for attributes marked {@code @Sensitive}.
     */
    public final Optional<Object> value() {
        return Optional.ofNullable(value);
    }
}
