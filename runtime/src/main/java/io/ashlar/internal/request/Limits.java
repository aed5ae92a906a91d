package io.ashlar.internal.request;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How large a request may be: more than anybody needs, and less than would bring an application down. Checked before
 * anything else is, so that nothing else has to care.
 */
final class Limits {

    /** How deep objects and lists may be in one another. */
    static final int DEPTH = 32;

    /** How many properties and operators a request may name, however deep. */
    static final int NAMES = 1_000;

    /** How many values a request may hold in all its lists. */
    static final int VALUES = 200_000;

    /** How long a JSON text may be, in characters. */
    static final int JSON_LENGTH = 10_000_000;

    /** How long a pattern may be, in characters: matching takes time that grows with it. */
    static final int PATTERN_LENGTH = 1_000;

    /** How many relations a path may go along. */
    static final int PATH = 8;

    /** How many records a page may have. */
    static final int TAKE = 10_000;

    private int names;
    private int values;

    private Limits() {}

    /** Returns what is too large about {@code request}, for a message; null if nothing is. */
    static @Nullable String exceeded(Object request) {
        return new Limits().exceeded(request, 1);
    }

    private @Nullable String exceeded(@Nullable Object value, int depth) {
        if (depth > DEPTH + 1) {
            return "it is deeper than " + DEPTH + " levels";
        }
        if (value instanceof Map<?, ?> map) {
            names += map.size();
            return names > NAMES
                    ? "it names more than " + NAMES + " properties and operators"
                    : exceededIn(map.values(), depth);
        }
        if (value instanceof Collection<?> list) {
            values += list.size();
            return values > VALUES ? "its lists hold more than " + VALUES + " values" : exceededIn(list, depth);
        }
        return null;
    }

    private @Nullable String exceededIn(Collection<?> values, int depth) {
        for (Object value : values) {
            String exceeded = exceeded(value, depth + 1);
            if (exceeded != null) {
                return exceeded;
            }
        }
        return null;
    }
}
