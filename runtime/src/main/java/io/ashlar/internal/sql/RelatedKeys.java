package io.ashlar.internal.sql;

import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Entity;
import io.ashlar.query.RelatedId;
import org.jspecify.annotations.Nullable;

/** Related records, given as records or by id. */
public final class RelatedKeys {

    private RelatedKeys() {}

    /**
     * Returns the values of the id of the related record that {@code value} stands for.
     *
     * @throws IllegalArgumentException if it is of another type, or is not stored
     */
    public static Object[] idOf(Entity entity, Attribute relation, Entity target, Object value) {
        String what = entity.name() + "." + relation.name();
        if (value instanceof RelatedId related) {
            return target.id().split(ValueTypes.checkedId(target, related.id()));
        }
        ValueTypes.checked(what, target.type(), value);
        @Nullable Object @Nullable [] id = target.id().values(value);
        if (id == null) {
            throw new IllegalArgumentException(what + " - this " + target.name() + " has no id: create it first");
        }
        return id;
    }
}
