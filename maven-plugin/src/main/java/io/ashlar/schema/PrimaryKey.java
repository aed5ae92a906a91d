package io.ashlar.schema;

import java.util.List;

/**
 * The primary key of a table.
 *
 * @param name of the constraint; MariaDB calls every one of them PRIMARY
 * @param columns in the order of the key
 */
public record PrimaryKey(String name, List<String> columns) {

    /** Copies the list. */
    public PrimaryKey {
        columns = List.copyOf(columns);
    }
}
