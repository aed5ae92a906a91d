package io.ashlar.schema;

import java.util.List;

/**
 * Values that no two rows share; rows without a value never collide.
 *
 * @param columns in the order of the constraint
 * @param liveOnly whether softly deleted rows do not count; where a database cannot leave them out (H2, MariaDB), they do
 */
public record Unique(String name, List<String> columns, boolean liveOnly) {

    /** Copies the list. */
    public Unique {
        columns = List.copyOf(columns);
    }
}
