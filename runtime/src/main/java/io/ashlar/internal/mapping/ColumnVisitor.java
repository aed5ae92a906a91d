package io.ashlar.internal.mapping;

import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;

/** Receives every table and column that a mapping of EclipseLink holds, before EclipseLink initialises it. */
interface ColumnVisitor {

    /** A table that the mapping itself brings along, such as a join table. */
    void table(DatabaseTable table);

    /** A column that the mapping itself defines; without a table it lies in the first table of the descriptor. */
    void defines(DatabaseField column);

    /** A column that another mapping defines, such as the key a foreign key points to. */
    void refersTo(DatabaseField column);
}
