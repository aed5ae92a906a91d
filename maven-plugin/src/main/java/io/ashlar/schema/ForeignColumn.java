package io.ashlar.schema;

import org.eclipse.persistence.internal.helper.DatabaseField;

/** A column that points to another table's column. */
record ForeignColumn(DatabaseField source, String targetTable, String targetColumn) {

    String name() {
        return source.getName();
    }
}
