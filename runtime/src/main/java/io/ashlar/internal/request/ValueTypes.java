package io.ashlar.internal.request;

import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Knows how values of each Java type are sent. */
final class ValueTypes {

    private static final String INSTANT = "an instant such as \"2026-01-31T10:00:00Z\"";
    private static final String DATE = "a date such as \"2026-01-31\"";
    private static final String TIME = "a time such as \"10:00:00\"";

    private static final Map<Class<?>, ValueType> BY_CLASS = Map.ofEntries(
            Map.entry(String.class, new ValueType("a text", ValueTypes::text)),
            Map.entry(Character.class, new ValueType("one character", ValueTypes::character)),
            Map.entry(Boolean.class, new ValueType("true or false", given -> given instanceof Boolean ? given : null)),
            Map.entry(UUID.class, ValueType.parsed("a UUID", UUID.class, ValueTypes::uuid)),
            Map.entry(Byte.class, Numbers.whole(Byte.MIN_VALUE, Byte.MAX_VALUE, Number::byteValue)),
            Map.entry(Short.class, Numbers.whole(Short.MIN_VALUE, Short.MAX_VALUE, Number::shortValue)),
            Map.entry(Integer.class, Numbers.whole(Integer.MIN_VALUE, Integer.MAX_VALUE, Number::intValue)),
            Map.entry(Long.class, Numbers.whole(Long.MIN_VALUE, Long.MAX_VALUE, Number::longValue)),
            Map.entry(java.math.BigInteger.class, Numbers.bigInteger()),
            Map.entry(Float.class, Numbers.floatingFloat()),
            Map.entry(Double.class, Numbers.floatingDouble()),
            Map.entry(Instant.class, ValueType.parsed(INSTANT, Instant.class, ValueTypes::instant)),
            Map.entry(
                    OffsetDateTime.class,
                    ValueType.parsed(
                            "a time such as \"2026-01-31T10:00:00+01:00\"",
                            OffsetDateTime.class,
                            OffsetDateTime::parse)),
            Map.entry(LocalDate.class, ValueType.parsed(DATE, LocalDate.class, LocalDate::parse)),
            Map.entry(LocalTime.class, ValueType.parsed(TIME, LocalTime.class, LocalTime::parse)),
            Map.entry(
                    LocalDateTime.class,
                    ValueType.parsed(
                            "a date and time such as \"2026-01-31T10:00:00\"",
                            LocalDateTime.class,
                            LocalDateTime::parse)),
            Map.entry(
                    Duration.class,
                    ValueType.parsed("a duration such as \"PT1H30M\"", Duration.class, Duration::parse)),
            Map.entry(Date.class, ValueType.parsed(INSTANT, Date.class, text -> Date.from(instant(text)))),
            Map.entry(
                    Calendar.class,
                    ValueType.parsed(
                            INSTANT,
                            Calendar.class,
                            text -> GregorianCalendar.from(
                                    OffsetDateTime.parse(text).toZonedDateTime()))),
            Map.entry(
                    Timestamp.class, ValueType.parsed(INSTANT, Timestamp.class, text -> Timestamp.from(instant(text)))),
            Map.entry(
                    java.sql.Date.class,
                    ValueType.parsed(DATE, java.sql.Date.class, text -> java.sql.Date.valueOf(LocalDate.parse(text)))),
            Map.entry(Time.class, ValueType.parsed(TIME, Time.class, text -> Time.valueOf(LocalTime.parse(text)))));

    private ValueTypes() {}

    static ValueType of(AttributeDescription attribute) {
        Class<?> type = MethodType.methodType(attribute.type()).wrap().returnType();
        if (type == java.math.BigDecimal.class) {
            return Numbers.decimal(attribute.precision(), attribute.scale());
        }
        if (type.isEnum()) {
            return enumOf(type);
        }
        ValueType known = BY_CLASS.get(type);
        return known != null
                ? known
                : new ValueType("a " + type.getSimpleName(), given -> type.isInstance(given) ? given : null);
    }

    private static ValueType enumOf(Class<?> type) {
        List<Enum<?>> constants = Arrays.stream(type.getEnumConstants())
                .<Enum<?>>map(constant -> (Enum<?>) constant)
                .toList();
        String takes = constants.stream().map(Enum::name).collect(Collectors.joining(", ", "one of ", ""));
        return new ValueType(takes, given -> {
            if (type.isInstance(given)) {
                return given;
            }
            return given instanceof String name ? constant(constants, name) : null;
        });
    }

    /** Returns the constant of this name; in any case, unless several differ in nothing else. */
    private static @Nullable Enum<?> constant(List<Enum<?>> constants, String name) {
        List<Enum<?>> alike = constants.stream()
                .filter(constant -> constant.name().equalsIgnoreCase(name))
                .toList();
        return alike.size() == 1
                ? alike.get(0)
                : alike.stream()
                        .filter(constant -> constant.name().equals(name))
                        .findFirst()
                        .orElse(null);
    }

    /** Returns the text, unless it is one that no database stores. */
    private static @Nullable Object text(Object given) {
        return given instanceof String text
                        && text.indexOf('\0') < 0
                        && StandardCharsets.UTF_8.newEncoder().canEncode(text)
                ? text
                : null;
    }

    private static @Nullable Object character(Object given) {
        if (given instanceof Character) {
            return given;
        }
        return given instanceof String text && text.length() == 1 ? text.charAt(0) : null;
    }

    /** Java's own parser takes what is none, such as 1-1-1-1-1. */
    private static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("no UUID");
        }
        return uuid;
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
