package io.ashlar.crud;

import java.util.List;
import java.util.Map;

/**
 * What an upsert did.
 *
 * @param <T> the model
 * @param records as given, in their order, with the ids and times they have now
 * @param created the ids of the new records, by model: {@code {post_id: [...]}}
 * @param updated the ids of the records that were there, by model
 * @param deleted the ids of the related records that were replaced, by model; empty unless relations were
 */
public record Upserted<T>(
        List<T> records,
        Map<String, List<Object>> created,
        Map<String, List<Object>> updated,
        Map<String, List<Object>> deleted) {

    /** Copies the lists and maps. */
    public Upserted {
        records = List.copyOf(records);
        created = Map.copyOf(created);
        updated = Map.copyOf(updated);
        deleted = Map.copyOf(deleted);
    }
}
