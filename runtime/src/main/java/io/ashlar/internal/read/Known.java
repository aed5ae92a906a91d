package io.ashlar.internal.read;

import io.ashlar.internal.model.Entity;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Related records that one call has loaded already: relations that are loaded along end where they come back to
 * them. For one thread.
 */
final class Known {

    private record Key(Entity entity, Object id) {}

    private final Map<Key, Object> records = new HashMap<>();

    @Nullable
    Object get(Entity entity, Object id) {
        return records.get(new Key(entity, id));
    }

    void put(Entity entity, Object id, Object record) {
        records.put(new Key(entity, id), record);
    }
}
