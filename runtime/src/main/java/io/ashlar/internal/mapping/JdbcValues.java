package io.ashlar.internal.mapping;

import io.ashlar.database.Dialect;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Binds and reads the values that drivers would bend if left to their defaults. */
public final class JdbcValues {

    private JdbcValues() {}

    /** Binds {@code value}; false if it is none that needs care. */
    public static boolean bind(Dialect dialect, Object value, PreparedStatement statement, int index)
            throws SQLException {
        return switch (dialect) {
            case H2 -> h2(value, statement, index);
            case POSTGRESQL -> postgresql(value, statement, index);
            case MARIADB -> mariadb(value, statement, index);
        };
    }

    /** Binds {@code value} on H2; false if EclipseLink does that well. */
    static boolean h2(@Nullable Object value, PreparedStatement statement, int index) throws SQLException {
        if (value instanceof JsonText json) {
            statement.setBytes(index, json.json().getBytes(StandardCharsets.UTF_8)); // text would become a JSON string
            return true;
        }
        return isNative(value) && bind(value, statement, index);
    }

    /** Binds {@code value} on PostgreSQL; false if EclipseLink does that well. */
    static boolean postgresql(@Nullable Object value, PreparedStatement statement, int index) throws SQLException {
        if (value instanceof JsonText json) {
            statement.setObject(index, json.json(), Types.OTHER);
            return true;
        }
        return isNative(value) && bind(value, statement, index);
    }

    /** Binds {@code value} on MariaDB; false if EclipseLink does that well. */
    static boolean mariadb(@Nullable Object value, PreparedStatement statement, int index) throws SQLException {
        if (value instanceof JsonText || value instanceof UUID) {
            statement.setString(index, value.toString());
            return true;
        }
        if (value instanceof LocalDateTime time) { // the driver moves times that the JVM's zone skips
            statement.setString(index, time.toString());
            return true;
        }
        return isNative(value) && bind(value, statement, index);
    }

    static boolean isTime(int type) {
        return type == Types.DATE
                || type == Types.TIME
                || type == Types.TIMESTAMP
                || type == Types.TIMESTAMP_WITH_TIMEZONE;
    }

    /** Reads a date or time by its type, which for points in time is that of the field, not of the driver. */
    static @Nullable Object time(ResultSet row, int column, int type) throws SQLException {
        Class<?> javaType = switch (type) {
            case Types.DATE -> LocalDate.class;
            case Types.TIME -> LocalTime.class;
            case Types.TIMESTAMP -> hasZone(row, column) ? OffsetDateTime.class : LocalDateTime.class;
            default -> OffsetDateTime.class;
        };
        return row.getObject(column, javaType);
    }

    /** In a query that EclipseLink knows no fields of, PostgreSQL's driver calls both kinds of timestamp the same. */
    private static boolean hasZone(ResultSet row, int column) throws SQLException {
        return row.getMetaData().getColumnTypeName(column).equals("timestamptz");
    }

    /** Reads a date or time of MariaDB, whose driver goes by a calendar: one that skips nothing. */
    @SuppressWarnings("JavaUtilDate") // the calendar takes nothing else
    public static @Nullable Object mariadbTime(ResultSet row, int column, int type) throws SQLException {
        if (type != Types.TIMESTAMP) {
            return time(row, column, type);
        }
        var calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        calendar.setGregorianChange(new Date(Long.MIN_VALUE));
        var timestamp = row.getTimestamp(column, calendar);
        return timestamp == null ? null : LocalDateTime.ofInstant(timestamp.toInstant(), ZoneOffset.UTC);
    }

    private static boolean isNative(@Nullable Object value) {
        return value instanceof LocalDate
                || value instanceof LocalTime
                || value instanceof LocalDateTime
                || value instanceof OffsetDateTime
                || value instanceof UUID;
    }

    private static boolean bind(@Nullable Object value, PreparedStatement statement, int index) throws SQLException {
        statement.setObject(index, value);
        return true;
    }
}
