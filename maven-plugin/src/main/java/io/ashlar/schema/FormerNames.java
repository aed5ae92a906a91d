package io.ashlar.schema;

import java.util.List;
import java.util.Map;

/**
 * What tables and columns were called before, as {@code @RenamedFrom} says. Each may have several candidates, as an
 * annotation may name a field or a column; at most one of them is in the schema before. No part of the schema.
 *
 * @param candidates the names before, by the name now: of a table, such as {@code post}, or of table and column, such as
 *     {@code post.title}
 */
public record FormerNames(Map<String, List<String>> candidates) {

    /** Nothing was ever called otherwise. */
    public static final FormerNames NONE = new FormerNames(Map.of());

    /** Copies the map. */
    public FormerNames {
        candidates = Map.copyOf(candidates);
    }

    /** Returns what a table may have been called. */
    public List<String> of(String table) {
        return candidates.getOrDefault(table, List.of());
    }

    /** Returns what a column of a table may have been called. */
    public List<String> of(String table, String column) {
        return of(table + "." + column);
    }
}
