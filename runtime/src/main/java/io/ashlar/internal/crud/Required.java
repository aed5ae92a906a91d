package io.ashlar.internal.crud;

import io.ashlar.internal.model.Entity;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Refuses null where callers outside of null-checked code could pass it: taken for "no condition" it destroys data. */
final class Required {

    private Required() {}

    /** Returns {@code id}, or says {@code post - id must be defined}. */
    static <K> K id(Entity model, @Nullable K id) {
        if (id == null) {
            String name = model.name().substring(0, 1).toLowerCase(Locale.ROOT)
                    + model.name().substring(1);
            throw new IllegalArgumentException(name + " - " + model.id().name() + " must be defined");
        }
        return id;
    }

    /** Returns {@code ids}, none of them null. */
    static <K> Collection<K> ids(Entity model, @Nullable Collection<K> ids) {
        if (ids == null) {
            throw new IllegalArgumentException(model.name() + " - ids must be defined; an empty list is for none");
        }
        ids.forEach(id -> id(model, id));
        return ids;
    }

    /** Returns {@code value}, or says {@code <what> must be defined}. */
    static <V> V value(String what, @Nullable V value) {
        if (value == null) {
            throw new IllegalArgumentException(what + " must be defined");
        }
        return value;
    }

    /** Returns {@code values}, none of them null. */
    static <C extends Collection<?>> C elements(String what, @Nullable C values) {
        C given = value(what, values);
        for (Object each : given) {
            if (each == null) {
                throw new IllegalArgumentException(what + " - one of them is null");
            }
        }
        return given;
    }
}
