package io.ashlar.internal.write;

import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Generation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Fills in what the caller of a create leaves out, and keeps the times. */
final class Fills {

    private Fills() {}

    /** Prepares a new record. */
    static void created(Entity entity, Object record, Instant now) {
        for (Generation.Fill fill : entity.generation().fills()) {
            Basic attribute = fill.attribute();
            if (attribute.access().get(record) == null) {
                attribute.access().set(record, fill.next());
            }
        }
        set(entity.createdAt(), record, now);
        set(entity.updatedAt(), record, now);
        Basic version = entity.version();
        if (version != null) {
            Object first = version(version.access().type(), 1);
            version.access().set(record, first == null ? now : first);
        }
    }

    private static void set(@Nullable Basic time, Object record, Instant now) {
        if (time != null) {
            time.access().set(record, now);
        }
    }

    /** Returns a number as the type of a version; null if that is a time. */
    static @Nullable Object version(Class<?> type, long number) {
        if (type == int.class || type == Integer.class) {
            return (int) number;
        }
        if (type == long.class || type == Long.class) {
            return number;
        }
        return type == short.class || type == Short.class ? (short) number : null;
    }
}
