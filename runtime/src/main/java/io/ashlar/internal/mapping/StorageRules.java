package io.ashlar.internal.mapping;

import io.ashlar.data.Json;
import io.ashlar.database.Dialect;
import jakarta.persistence.Lob;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.jspecify.annotations.Nullable;

/** Decides how a Java type is stored. The one place that does. */
final class StorageRules {

    /** JPA's length where a column names none. */
    private static final int LENGTH = 255;

    /** Longer text is a text column: MariaDB's rows hold no more than 65535 bytes. */
    private static final int LONGEST_VARCHAR = 10_000;

    private static final Map<Class<?>, StorageKind> PLAIN = Map.ofEntries(
            Map.entry(boolean.class, StorageKind.BOOLEAN),
            Map.entry(Boolean.class, StorageKind.BOOLEAN),
            Map.entry(byte.class, StorageKind.BYTE),
            Map.entry(Byte.class, StorageKind.BYTE),
            Map.entry(short.class, StorageKind.SHORT),
            Map.entry(Short.class, StorageKind.SHORT),
            Map.entry(int.class, StorageKind.INT),
            Map.entry(Integer.class, StorageKind.INT),
            Map.entry(long.class, StorageKind.LONG),
            Map.entry(Long.class, StorageKind.LONG),
            Map.entry(float.class, StorageKind.FLOAT),
            Map.entry(Float.class, StorageKind.FLOAT),
            Map.entry(double.class, StorageKind.DOUBLE),
            Map.entry(Double.class, StorageKind.DOUBLE),
            Map.entry(BigInteger.class, StorageKind.BIG_INTEGER),
            Map.entry(char.class, StorageKind.CHAR),
            Map.entry(Character.class, StorageKind.CHAR),
            Map.entry(byte[].class, StorageKind.BINARY),
            Map.entry(Byte[].class, StorageKind.BINARY),
            Map.entry(UUID.class, StorageKind.UUID),
            Map.entry(Instant.class, StorageKind.INSTANT),
            Map.entry(OffsetDateTime.class, StorageKind.OFFSET_DATE_TIME),
            Map.entry(LocalDate.class, StorageKind.LOCAL_DATE),
            Map.entry(LocalTime.class, StorageKind.LOCAL_TIME),
            Map.entry(LocalDateTime.class, StorageKind.LOCAL_DATE_TIME),
            Map.entry(Duration.class, StorageKind.DURATION));

    private StorageRules() {}

    /** Returns how values of {@code type} are stored in {@code column}; null if there is no way. */
    static @Nullable Storage storage(AttributeType type, DatabaseField column) {
        var raw = type.raw();
        if (type.has(Json.class)) {
            return Storage.of(StorageKind.JSON);
        }
        var plain = PLAIN.get(raw);
        if (plain != null) {
            return Storage.of(plain);
        }
        if (raw == String.class || raw == char[].class || raw == Character[].class) {
            var length = column.getLength() > 0 ? column.getLength() : LENGTH;
            var text = type.has(Lob.class) || length > LONGEST_VARCHAR;
            return text ? Storage.of(StorageKind.TEXT) : Storage.varchar(length);
        }
        if (raw == BigDecimal.class) {
            return Storage.decimal(column.getPrecision(), column.getPrecision() > 0 ? column.getScale() : 0);
        }
        if (Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw) || raw.isRecord()) {
            return Storage.of(StorageKind.JSON);
        }
        return null;
    }

    /** Returns what turns values into what JDBC stores; null where EclipseLink does that well by itself. */
    static @Nullable Codec codec(Storage storage, Type type, DatabaseField column, Dialect dialect) {
        return switch (storage.kind()) {
            case INSTANT -> TimeCodecs.instant(dialect);
            case OFFSET_DATE_TIME -> TimeCodecs.offsetDateTime(dialect);
            case LOCAL_DATE -> TimeCodecs.date();
            case LOCAL_TIME -> TimeCodecs.time(dialect);
            case LOCAL_DATE_TIME -> TimeCodecs.dateTime(dialect);
            case DURATION -> TimeCodecs.duration();
            case UUID -> new UuidCodec();
            case JSON -> new JsonCodec(type);
            case VARCHAR -> type == String.class ? new TextCodec(storage.length()) : null;
            case TEXT ->
                type == String.class && column.getLength() > LONGEST_VARCHAR ? new TextCodec(column.getLength()) : null;
            case DECIMAL -> decimal(storage, dialect);
            case BIG_INTEGER -> new BigIntegerCodec(dialect == Dialect.MARIADB ? 65 : 1000);
            default -> null;
        };
    }

    /** Makes EclipseLink hand the value through between codec and JDBC, and null as of the column's type. */
    static void prepare(DatabaseField column, Storage storage, Dialect dialect) {
        var zoned = dialect == Dialect.MARIADB ? Types.TIMESTAMP : Types.TIMESTAMP_WITH_TIMEZONE;
        Integer sqlType = switch (storage.kind()) {
            case INSTANT, OFFSET_DATE_TIME -> zoned;
            case LOCAL_DATE -> Types.DATE;
            case LOCAL_TIME -> Types.TIME;
            case LOCAL_DATE_TIME -> Types.TIMESTAMP;
            case DURATION -> Types.NUMERIC;
            case UUID, JSON -> Types.OTHER;
            default -> null;
        };
        if (sqlType != null) {
            column.setType(Object.class);
            column.setSqlType(sqlType);
        } else if (column.getType() == null && storage.kind() == StorageKind.DECIMAL) {
            column.setType(BigDecimal.class);
        } else if (column.getType() == null && storage.kind() == StorageKind.BIG_INTEGER) {
            column.setType(BigInteger.class);
        } else if (column.getType() == null
                && (storage.kind() == StorageKind.VARCHAR || storage.kind() == StorageKind.TEXT)) {
            column.setType(String.class);
        }
    }

    private static @Nullable Codec decimal(Storage storage, Dialect dialect) {
        if (storage.precision() > 0) {
            return new DecimalCodec(storage.precision(), storage.scale(), false);
        }
        return dialect == Dialect.MARIADB ? new DecimalCodec(65, 30, true) : null;
    }

    private record BigIntegerCodec(int digits) implements Codec {

        @Override
        public Object write(Object value) {
            if (new BigDecimal((BigInteger) value).precision() > digits) {
                throw new Unstorable("the number has more than " + digits + " digits");
            }
            return value;
        }

        @Override
        public Object read(Object stored) {
            return stored;
        }
    }

    private record UuidCodec() implements Codec {

        @Override
        public Object write(Object value) {
            return value;
        }

        @Override
        public Object read(Object stored) {
            return stored instanceof UUID ? stored : UUID.fromString(stored.toString());
        }
    }
}
