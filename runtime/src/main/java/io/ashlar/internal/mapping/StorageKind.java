package io.ashlar.internal.mapping;

/**
 * How a value is stored, independent of the database. The plugin writes a column type for each kind and dialect; the
 * runtime binds values so that they are read back as they were written.
 */
public enum StorageKind {
    BOOLEAN,
    BYTE,
    SHORT,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    /** With {@link Storage#precision()} and {@link Storage#scale()}; both 0 where the model names none. */
    DECIMAL,
    BIG_INTEGER,
    CHAR,
    /** With {@link Storage#length()}. */
    VARCHAR,
    TEXT,
    /** The names of constants, in {@link Storage#values()}; {@link Storage#length()} fits the longest. */
    ENUM,
    BINARY,
    UUID,
    INSTANT,
    OFFSET_DATE_TIME,
    LOCAL_DATE,
    LOCAL_TIME,
    LOCAL_DATE_TIME,
    DURATION,
    JSON
}
