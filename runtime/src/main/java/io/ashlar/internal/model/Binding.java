package io.ashlar.internal.model;

import io.ashlar.database.Dialect;
import io.ashlar.internal.mapping.JdbcValues;
import io.ashlar.internal.mapping.JsonText;
import io.ashlar.internal.mapping.Storage;
import io.ashlar.internal.mapping.StorageKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.persistence.mappings.converters.Converter;
import org.jspecify.annotations.Nullable;

/**
 * How values of one attribute go to JDBC and come back on one dialect. What is read equals what was written. Safe for use
 * by many threads.
 */
public final class Binding {

    private final Storage storage;
    private final Dialect dialect;
    private final @Nullable Converter converter;
    private final @Nullable EnumNames names;
    private final Class<?> type;

    private Binding(
            Storage storage, Dialect dialect, @Nullable Converter converter, @Nullable EnumNames names, Class<?> type) {
        this.storage = storage;
        this.dialect = dialect;
        this.converter = converter;
        this.names = names;
        this.type = type;
    }

    /** Returns the binding of an attribute of {@code type}, which {@code converter}, if any, turns into what is stored. */
    static Binding of(Storage storage, Dialect dialect, @Nullable Converter converter, Class<?> type) {
        return new Binding(storage, dialect, converter, null, type);
    }

    /** Returns the binding of an attribute that is an enum, stored by name or by position. */
    static Binding ofEnum(Storage storage, Dialect dialect, Class<?> type) {
        return new Binding(storage, dialect, null, EnumNames.of(type, storage.kind() == StorageKind.ENUM), type);
    }

    /** Returns the type of the attribute, as declared. */
    public Class<?> type() {
        return type;
    }

    /** Returns how the column stores values. */
    public Storage storage() {
        return storage;
    }

    /** Returns whether a primitive passes without any conversion. */
    boolean isPlain() {
        return converter == null && names == null;
    }

    /**
     * Returns what JDBC takes for {@code value}.
     *
     * @throws io.ashlar.crud.DataException if the column cannot hold it as it is
     */
    public @Nullable Object store(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (names != null) {
            return names.store(value);
        }
        Object stored = converter == null ? value : converter.convertObjectValueToDataValue(value, null);
        if (stored instanceof String || stored instanceof Integer || stored == null) {
            return stored;
        }
        if (stored instanceof char[] text) {
            return new String(text);
        }
        if (stored instanceof Character || stored instanceof Character[]) {
            return stored instanceof Character[] text ? JavaArrays.text(text) : stored.toString();
        }
        if (stored instanceof Byte[] bytes) {
            return JavaArrays.bytes(bytes);
        }
        return stored instanceof BigInteger number ? new BigDecimal(number) : stored;
    }

    /** Binds the value of an attribute. */
    public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        bindStored(statement, index, store(value));
    }

    /** Binds what {@link #store} returned. */
    public void bindStored(PreparedStatement statement, int index, @Nullable Object stored) throws SQLException {
        if (stored == null) {
            statement.setNull(index, sqlType());
        } else if (stored instanceof String text) {
            statement.setString(index, text);
        } else if (stored instanceof Integer number) {
            statement.setInt(index, number);
        } else if (stored instanceof Long number) {
            statement.setLong(index, number);
        } else if (!JdbcValues.bind(dialect, stored, statement, index)) {
            other(statement, index, stored);
        }
    }

    private static void other(PreparedStatement statement, int index, Object stored) throws SQLException {
        if (stored instanceof Boolean flag) {
            statement.setBoolean(index, flag);
        } else if (stored instanceof Short number) {
            statement.setShort(index, number);
        } else if (stored instanceof Byte number) {
            statement.setByte(index, number);
        } else if (stored instanceof BigDecimal number) {
            statement.setBigDecimal(index, number);
        } else if (stored instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else {
            statement.setObject(index, stored);
        }
    }

    /** Returns the value of the attribute in a column of {@code row}; null if there is none. */
    public @Nullable Object read(ResultSet row, int index) throws SQLException {
        Object stored = stored(row, index);
        if (names != null) {
            return stored == null ? null : names.read(stored);
        }
        Object value = converter == null ? stored : converter.convertDataValueToObjectValue(stored, null);
        return value == null || converter != null ? value : JavaArrays.as(type, value);
    }

    /** Reads the value in a column of {@code row} into {@code target}; primitives go without a box. */
    public void readInto(ResultSet row, int index, Access access, Object target) throws SQLException {
        Class<?> declared = access.type();
        if (!declared.isPrimitive() || !isPlain()) {
            access.set(target, read(row, index));
        } else if (declared == int.class) {
            access.setInt(target, row.getInt(index));
        } else if (declared == long.class) {
            access.setLong(target, row.getLong(index));
        } else if (declared == boolean.class) {
            access.setBoolean(target, row.getBoolean(index));
        } else if (declared == double.class) {
            access.setDouble(target, row.getDouble(index));
        } else {
            access.set(target, read(row, index));
        }
    }

    private @Nullable Object stored(ResultSet row, int index) throws SQLException {
        return switch (storage.kind()) {
            case VARCHAR, TEXT, ENUM -> row.getString(index);
            case INT -> present(row, row.getInt(index));
            case LONG -> present(row, row.getLong(index));
            case BOOLEAN -> present(row, row.getBoolean(index));
            case SHORT -> present(row, row.getShort(index));
            case BYTE -> present(row, row.getByte(index));
            case FLOAT -> present(row, row.getFloat(index));
            case DOUBLE -> present(row, row.getDouble(index));
            case DECIMAL, DURATION -> row.getBigDecimal(index);
            case BIG_INTEGER -> integer(row.getBigDecimal(index));
            case CHAR -> character(row.getString(index));
            case BINARY -> row.getBytes(index);
            case UUID -> dialect == Dialect.MARIADB ? row.getString(index) : row.getObject(index, UUID.class);
            case INSTANT, OFFSET_DATE_TIME ->
                dialect == Dialect.MARIADB
                        ? JdbcValues.mariadbTime(row, index, Types.TIMESTAMP)
                        : row.getObject(index, OffsetDateTime.class);
            case LOCAL_DATE -> row.getObject(index, LocalDate.class);
            case LOCAL_TIME -> row.getObject(index, LocalTime.class);
            case LOCAL_DATE_TIME ->
                dialect == Dialect.MARIADB
                        ? JdbcValues.mariadbTime(row, index, Types.TIMESTAMP)
                        : row.getObject(index, java.time.LocalDateTime.class);
            case JSON -> dialect == Dialect.H2 ? row.getBytes(index) : row.getString(index);
        };
    }

    private static @Nullable Object present(ResultSet row, Object value) throws SQLException {
        return row.wasNull() ? null : value;
    }

    private static @Nullable BigInteger integer(@Nullable BigDecimal number) {
        return number == null ? null : number.toBigIntegerExact();
    }

    private static @Nullable Character character(@Nullable String text) {
        return text == null || text.isEmpty() ? null : Character.valueOf(text.charAt(0));
    }

    /** Returns JDBC's number of the type of the column. */
    public int sqlType() {
        return switch (storage.kind()) {
            case BOOLEAN -> Types.BOOLEAN;
            case BYTE, SHORT -> Types.SMALLINT;
            case INT -> Types.INTEGER;
            case LONG -> Types.BIGINT;
            case FLOAT -> Types.REAL;
            case DOUBLE -> Types.DOUBLE;
            case DECIMAL, BIG_INTEGER, DURATION -> Types.NUMERIC;
            case CHAR, VARCHAR, TEXT, ENUM -> Types.VARCHAR;
            case BINARY -> Types.VARBINARY;
            case UUID, JSON -> dialect == Dialect.POSTGRESQL ? Types.OTHER : Types.VARCHAR;
            case INSTANT, OFFSET_DATE_TIME ->
                dialect == Dialect.MARIADB ? Types.TIMESTAMP : Types.TIMESTAMP_WITH_TIMEZONE;
            case LOCAL_DATE -> Types.DATE;
            case LOCAL_TIME -> Types.TIME;
            case LOCAL_DATE_TIME -> Types.TIMESTAMP;
        };
    }

    /** Returns what PostgreSQL calls the type, without length: for arrays and casts. */
    public String postgresqlType() {
        return switch (storage.kind()) {
            case BOOLEAN -> "bool";
            case BYTE, SHORT -> "int2";
            case INT -> "int4";
            case LONG -> "int8";
            case FLOAT -> "float4";
            case DOUBLE -> "float8";
            case DECIMAL, BIG_INTEGER, DURATION -> "numeric";
            case CHAR, VARCHAR, TEXT, ENUM -> "text";
            case BINARY -> "bytea";
            case UUID -> "uuid";
            case INSTANT, OFFSET_DATE_TIME -> "timestamptz";
            case LOCAL_DATE -> "date";
            case LOCAL_TIME -> "time";
            case LOCAL_DATE_TIME -> "timestamp";
            case JSON -> "jsonb";
        };
    }

    /** Returns what stands for the stored value in an array of PostgreSQL. */
    public @Nullable Object arrayElement(@Nullable Object stored) {
        return stored instanceof JsonText json ? json.json() : stored;
    }

    /** Returns an array for {@link #arrayElement}s, of a type that the driver knows a short form of. */
    public Object[] newArray(int length) {
        return switch (storage.kind()) {
            case CHAR, VARCHAR, TEXT, ENUM, JSON -> new String[length];
            case INT -> new Integer[length];
            case LONG -> new Long[length];
            case DOUBLE -> new Double[length];
            case BOOLEAN -> new Boolean[length];
            case BINARY -> new byte[length][];
            default -> new Object[length];
        };
    }
}
