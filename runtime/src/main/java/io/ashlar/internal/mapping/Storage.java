package io.ashlar.internal.mapping;

import java.util.List;

/**
 * How one column stores its values.
 *
 * @param length characters of a {@link StorageKind#VARCHAR} or {@link StorageKind#ENUM}; 0 for other kinds
 * @param precision digits of a {@link StorageKind#DECIMAL} the model gives a precision; else 0
 * @param scale digits after the point of such a decimal; else 0
 * @param values the names a {@link StorageKind#ENUM} may hold, in order of declaration; else empty
 */
public record Storage(StorageKind kind, int length, int precision, int scale, List<String> values) {

    /** Copies the names. */
    public Storage {
        values = List.copyOf(values);
    }

    static Storage of(StorageKind kind) {
        return new Storage(kind, 0, 0, 0, List.of());
    }

    static Storage varchar(int length) {
        return new Storage(StorageKind.VARCHAR, length, 0, 0, List.of());
    }

    static Storage decimal(int precision, int scale) {
        return new Storage(StorageKind.DECIMAL, 0, precision, scale, List.of());
    }

    static Storage names(int length, List<String> values) {
        return new Storage(StorageKind.ENUM, length, 0, 0, values);
    }
}
