package io.ashlar.pull;

import io.ashlar.schema.ColumnType.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;

/** The types of attributes: boxed, so that a required value that nobody set is refused, and not taken for 0. */
final class AttributeTypes {

    private AttributeTypes() {}

    static Class<?> of(Kind kind) {
        return switch (kind) {
            case BOOLEAN -> Boolean.class;
            case BYTE -> Byte.class;
            case SHORT -> Short.class;
            case INT -> Integer.class;
            case LONG -> Long.class;
            case FLOAT -> Float.class;
            case DOUBLE -> Double.class;
            case DECIMAL -> BigDecimal.class;
            case BIG_INTEGER -> BigInteger.class;
            case CHAR -> Character.class;
            case VARCHAR, TEXT -> String.class;
            case BINARY -> byte[].class;
            case UUID -> UUID.class;
            case INSTANT -> Instant.class;
            case LOCAL_DATE -> LocalDate.class;
            case LOCAL_TIME -> LocalTime.class;
            case LOCAL_DATE_TIME -> LocalDateTime.class;
            case DURATION -> Duration.class;
            case JSON -> Map.class;
        };
    }
}
