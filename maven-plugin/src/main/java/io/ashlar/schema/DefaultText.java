package io.ashlar.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The text of {@code @Default}, in the form the schema holds. */
public final class DefaultText {

    private DefaultText() {}

    /** Returns the text in the one form of its type; empty if it is no value of the type. */
    public static Optional<String> canonical(ColumnType type, Class<?> attribute, String text) {
        try {
            return Optional.of(
                    switch (type.kind()) {
                        case BOOLEAN -> bool(text);
                        case BYTE -> Byte.toString(Byte.parseByte(text));
                        case SHORT, INT -> integer(type, attribute, text);
                        case LONG -> Long.toString(Long.parseLong(text));
                        case FLOAT, DOUBLE -> finite(Double.parseDouble(text));
                        case DECIMAL -> decimal(type, text);
                        case BIG_INTEGER -> new BigInteger(text).toString();
                        case CHAR -> ofLength(text, 1);
                        case VARCHAR -> ofLength(text, type.size());
                        case TEXT, JSON -> text;
                        case UUID -> UUID.fromString(text).toString();
                        case INSTANT -> Instant.parse(text).toString();
                        case LOCAL_DATE -> LocalDate.parse(text).toString();
                        case LOCAL_TIME -> LocalTime.parse(text).toString();
                        case LOCAL_DATE_TIME -> LocalDateTime.parse(text).toString();
                        case DURATION -> seconds(Duration.parse(text));
                        case BINARY -> throw new IllegalArgumentException("no text for bytes");
                    });
        } catch (IllegalArgumentException | DateTimeException e) { // NumberFormatException is one of the former
            return Optional.empty();
        }
    }

    private static String bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /** An enum stored by its position may name the constant. */
    private static String integer(ColumnType type, Class<?> attribute, String text) {
        Object[] constants = attribute.getEnumConstants();
        if (constants != null) {
            List<String> names = Arrays.stream(constants)
                    .map(each -> ((Enum<?>) each).name())
                    .toList();
            if (!names.contains(text)) {
                throw new IllegalArgumentException(text);
            }
            return Integer.toString(names.indexOf(text));
        }
        return type.kind() == ColumnType.Kind.SHORT
                ? Short.toString(Short.parseShort(text))
                : Integer.toString(Integer.parseInt(text));
    }

    private static String finite(double number) {
        if (Double.isInfinite(number) || Double.isNaN(number)) {
            throw new IllegalArgumentException("not finite");
        }
        return Double.toString(number);
    }

    private static String decimal(ColumnType type, String text) {
        BigDecimal number = new BigDecimal(text);
        boolean fits = type.size() == 0
                || (number.scale() <= type.scale()
                        && number.precision() - number.scale() <= type.size() - type.scale());
        if (!fits) {
            throw new IllegalArgumentException("too many digits");
        }
        return number.toPlainString();
    }

    private static String ofLength(String text, int length) {
        if (text.codePointCount(0, text.length()) > length) {
            throw new IllegalArgumentException("too long");
        }
        return text;
    }

    private static String seconds(Duration duration) {
        BigDecimal nanos = BigDecimal.valueOf(duration.getNano(), 9);
        return BigDecimal.valueOf(duration.getSeconds())
                .add(nanos)
                .stripTrailingZeros()
                .toPlainString();
    }
}
