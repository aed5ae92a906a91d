package io.ashlar.internal.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A collection of values in a table of its own.
 *
 * @param table its name
 * @param owners its columns that point to the record, in the order of the record's id
 * @param value the column of plain values; null for embedded ones
 * @param embedded the form of embedded values; null for plain ones
 * @param sensitive whether its values must not appear in a message
 */
public record Elements(
        String name,
        Access access,
        String table,
        List<Column> owners,
        @Nullable Column value,
        @Nullable Embedded embedded,
        Container container,
        boolean sensitive)
        implements Attribute {

    /** Copies the list. */
    public Elements {
        owners = List.copyOf(owners);
    }
}
