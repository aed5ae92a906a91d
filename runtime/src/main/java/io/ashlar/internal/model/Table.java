package io.ashlar.internal.model;

import java.util.List;

/**
 * One table of a model, and what its key is called there.
 *
 * @param name without quotes
 * @param key the columns that hold the id in this table, in the order of the id
 */
public record Table(String name, List<String> key) {

    /** Copies the list. */
    public Table {
        key = List.copyOf(key);
    }
}
