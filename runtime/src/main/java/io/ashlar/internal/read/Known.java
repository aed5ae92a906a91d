package io.ashlar.internal.read;

import io.ashlar.internal.model.Entity;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Related records that one call has loaded already: relations that are loaded along end where they come back to
 * them. A record of which only some attributes were read stands in for no other. For one thread.
 */
final class Known {

    private record Key(Entity entity, Set<String> selected, Object id) {}

    private final Map<Key, Object> records = new HashMap<>();

    @Nullable
    Object get(Selection selection, Object id) {
        return records.isEmpty() ? null : records.get(key(selection, id));
    }

    void put(Selection selection, Object id, Object record) {
        records.put(key(selection, id), record);
    }

    private static Key key(Selection selection, Object id) {
        return new Key(selection.from().entity(), selection.fetch().selected(), id);
    }
}
