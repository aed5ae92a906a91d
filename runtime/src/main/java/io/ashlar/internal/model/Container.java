package io.ashlar.internal.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds the values of an attribute that has many.
 *
 * @param kind of collection
 * @param declared the type of the attribute
 * @param position the column that keeps the order of a list; null for none
 * @param orderBy what to order by, of the related model or embedded value; empty for its id, and for no order of values
 * @param mapKey the column of a map's keys; null where a map goes by an attribute, and for no map
 * @param mapKeyAttribute the attribute of the related model that a map goes by; null for none
 */
public record Container(
        Kind kind,
        Class<?> declared,
        @Nullable Column position,
        List<Order> orderBy,
        @Nullable Column mapKey,
        @Nullable String mapKeyAttribute) {

    /** The kinds of collections of Jakarta Persistence. */
    public enum Kind {
        LIST,
        SET,
        MAP
    }

    /** One attribute to order by; its name is empty for plain values. */
    public record Order(String attribute, boolean ascending) {}

    /** Returns whether the attribute can hold a collection that fills itself when it is touched. */
    public boolean isLazy() {
        return declared == List.class || declared == Set.class || declared == Map.class;
    }
}
