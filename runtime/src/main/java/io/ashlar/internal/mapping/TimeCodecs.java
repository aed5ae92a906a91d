package io.ashlar.internal.mapping;

import io.ashlar.database.Dialect;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.function.Function;

/**
 * Dates and times. They go to JDBC as {@code java.time}, never by way of {@code java.sql.Timestamp}, which knows only
 * times that exist in the zone of the JVM. Years 1 to 9999, in which the databases agree. H2 keeps nanoseconds;
 * for PostgreSQL and MariaDB they are cut to microseconds, where the database itself might round into the next day.
 */
final class TimeCodecs {

    private static final int NANO_DIGITS = 9;

    private TimeCodecs() {}

    static Codec date() {
        return codec(LocalDate.class, date -> checked(date, date.getYear()), date -> date);
    }

    static Codec time(Dialect dialect) {
        return codec(LocalTime.class, time -> time.truncatedTo(unit(dialect)), time -> time);
    }

    static Codec dateTime(Dialect dialect) {
        return codec(
                LocalDateTime.class, time -> checked(time.truncatedTo(unit(dialect)), time.getYear()), time -> time);
    }

    static Codec instant(Dialect dialect) {
        return utc(
                dialect, Instant.class, instant -> year(instant).atOffset(ZoneOffset.UTC), OffsetDateTime::toInstant);
    }

    /** The point in time is kept; the offset comes back as UTC. */
    static Codec offsetDateTime(Dialect dialect) {
        return utc(dialect, OffsetDateTime.class, time -> year(time.toInstant()).atOffset(ZoneOffset.UTC), utc -> utc);
    }

    static Codec duration() {
        return new Codec() {
            @Override
            public Object write(Object value) {
                var duration = (Duration) value;
                return BigDecimal.valueOf(duration.getSeconds())
                        .add(BigDecimal.valueOf(duration.getNano(), NANO_DIGITS));
            }

            @Override
            public Object read(Object stored) {
                var seconds = (BigDecimal) stored;
                var whole = seconds.setScale(0, java.math.RoundingMode.FLOOR);
                return Duration.ofSeconds(
                        whole.longValueExact(),
                        seconds.subtract(whole).movePointRight(NANO_DIGITS).longValueExact());
            }
        };
    }

    /** MariaDB has no type with a zone that reaches beyond 2038: there it is a date and time in UTC. */
    private static <T> Codec utc(
            Dialect dialect, Class<T> type, Function<T, OffsetDateTime> write, Function<OffsetDateTime, T> read) {
        var zoned = dialect != Dialect.MARIADB;
        return new Codec() {
            @Override
            public Object write(Object value) {
                var utc = write.apply(type.cast(value)).truncatedTo(unit(dialect));
                return zoned ? utc : utc.toLocalDateTime();
            }

            @Override
            public Object read(Object stored) {
                var utc = zoned
                        ? ((OffsetDateTime) stored).withOffsetSameInstant(ZoneOffset.UTC)
                        : ((LocalDateTime) stored).atOffset(ZoneOffset.UTC);
                return read.apply(utc);
            }
        };
    }

    private static <T> Codec codec(Class<T> type, Function<T, Object> write, Function<T, Object> read) {
        return new Codec() {
            @Override
            public Object write(Object value) {
                return write.apply(type.cast(value));
            }

            @Override
            public Object read(Object stored) {
                return read.apply(type.cast(stored));
            }
        };
    }

    private static ChronoUnit unit(Dialect dialect) {
        return dialect == Dialect.H2 ? ChronoUnit.NANOS : ChronoUnit.MICROS;
    }

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("+10000-01-01T00:00:00Z");

    private static Instant year(Instant instant) {
        if (instant.isBefore(FIRST) || !instant.isBefore(AFTER_LAST)) {
            throw outOfRange(instant);
        }
        return instant;
    }

    private static <T extends Temporal> T checked(T temporal, int year) {
        if (year < 1 || year > 9999) {
            throw outOfRange(temporal);
        }
        return temporal;
    }

    private static Codec.Unstorable outOfRange(Object value) {
        return new Codec.Unstorable(value + " is not in the years 1 to 9999");
    }
}
