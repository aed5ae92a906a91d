package io.ashlar.internal.crud;

import io.ashlar.internal.model.Entity;
import io.ashlar.internal.read.Partial;
import io.ashlar.internal.sql.ValueTypes;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the records and ids that a call is given, before anything is done. Safe for use by many threads.
 *
 * @param <T> the model
 * @param <K> the type of its id
 */
final class Given<T, K> {

    private final Entity entity;
    private final Partial partial;
    private final String recordOf; // in messages

    Given(Entity entity, Partial partial) {
        this.entity = entity;
        this.partial = partial;
        this.recordOf = "a record of " + entity.name();
    }

    /** Returns {@code records}: none is missing, partial, of another model or given twice. */
    List<T> records(List<T> records) {
        Required.elements("records of " + entity.name(), records);
        Set<Object> distinct = records.size() < 2
                ? new HashSet<>()
                : Collections.newSetFromMap(new IdentityHashMap<>(records.size() * 2));
        for (T record : records) {
            record(record);
            if (records.size() > 1 && !distinct.add(record)) {
                throw new IllegalArgumentException("records of " + entity.name() + " - one of them is given twice");
            }
        }
        return records;
    }

    /** Returns the record, which is whole: one of which only some attributes were read would lose the others. */
    T record(@Nullable T given) {
        T record = Required.value(entity.name(), given);
        ValueTypes.checked(recordOf, entity.type(), record);
        if (partial.is(record)) {
            throw new IllegalArgumentException("this " + entity.name()
                    + " was read with select(...), so that attributes are missing: read it whole, or update it by id");
        }
        return record;
    }

    /** Returns the id, which is there and of the model's type. */
    K id(@Nullable K id) {
        return ValueTypes.checkedId(entity, Required.id(entity, id));
    }

    /** Returns the ids, none of which is missing or of another type. */
    Collection<K> ids(@Nullable Collection<K> ids) {
        Required.ids(entity, ids).forEach(this::id);
        return Required.ids(entity, ids);
    }
}
