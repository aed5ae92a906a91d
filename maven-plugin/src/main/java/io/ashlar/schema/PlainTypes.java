package io.ashlar.schema;

import io.ashlar.schema.ColumnType.Kind;
import java.util.Map;
import java.util.Optional;

/** Types of attributes that need no converter, for columns the mapping says nothing of. */
final class PlainTypes {

    private static final Map<Class<?>, Kind> KINDS = Map.ofEntries(
            Map.entry(boolean.class, Kind.BOOLEAN),
            Map.entry(Boolean.class, Kind.BOOLEAN),
            Map.entry(int.class, Kind.INT),
            Map.entry(Integer.class, Kind.INT),
            Map.entry(long.class, Kind.LONG),
            Map.entry(Long.class, Kind.LONG),
            Map.entry(double.class, Kind.DOUBLE),
            Map.entry(Double.class, Kind.DOUBLE),
            Map.entry(java.time.Instant.class, Kind.INSTANT),
            Map.entry(java.time.LocalDate.class, Kind.LOCAL_DATE),
            Map.entry(java.util.UUID.class, Kind.UUID));

    private PlainTypes() {}

    static Optional<ColumnType> of(Class<?> type) {
        return type == String.class
                ? Optional.of(ColumnType.varchar(255))
                : Optional.ofNullable(KINDS.get(type)).map(ColumnType::of);
    }
}
