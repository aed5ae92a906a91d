package io.ashlar.internal.write;

import io.ashlar.internal.model.Binding;
import io.ashlar.internal.model.Slot;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Columns of values as arrays of PostgreSQL. */
final class Arrays {

    private Arrays() {}

    /** Returns the values that {@code getter} finds in each of {@code records}. */
    static Array of(Connection connection, Binding binding, Slot.Getter getter, List<?> records) throws SQLException {
        Object[] values = binding.newArray(records.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = binding.arrayElement(binding.store(getter.get(records.get(i))));
        }
        return connection.createArrayOf(binding.postgresqlType(), values);
    }
}
