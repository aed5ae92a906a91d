package io.ashlar.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values that no two rows share; rows without a value never collide.
 *
 * @param columns in the order of the constraint
 * @param liveOnly whether softly deleted rows do not count
 * @param where which of the other rows count; null for all
 */
public record Unique(
        String name,
        List<String> columns,
        boolean liveOnly,
        @Nullable Expression where) {

    /** Copies the list. */
    public Unique {
        columns = List.copyOf(columns);
    }

    /** Without a condition of its own. */
    public Unique(String name, List<String> columns, boolean liveOnly) {
        this(name, columns, liveOnly, null);
    }

    /** Returns whether some rows do not count. */
    public boolean partial() {
        return liveOnly || where != null;
    }
}
