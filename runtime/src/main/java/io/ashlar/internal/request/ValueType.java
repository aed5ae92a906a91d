package io.ashlar.internal.request;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a value that a caller sent becomes one of an attribute's type.
 *
 * @param takes what is taken, for messages
 * @param reader returns null, or throws an IllegalArgumentException or DateTimeException, for what is not taken
 */
record ValueType(String takes, Function<Object, @Nullable Object> reader) {

    /** A type whose values come as they are, or as a text that {@code parser} reads. */
    static <V> ValueType parsed(String takes, Class<V> type, Function<String, V> parser) {
        return new ValueType(takes, given -> {
            if (type.isInstance(given)) {
                return given;
            }
            return given instanceof String text ? parser.apply(text) : null;
        });
    }
}
