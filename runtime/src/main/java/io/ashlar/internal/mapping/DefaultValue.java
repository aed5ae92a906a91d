package io.ashlar.internal.mapping;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The text of {@code @Default} as a value of the attribute's type. */
public final class DefaultValue {

    private static final Map<Class<?>, Function<String, Object>> PARSERS = Map.ofEntries(
            Map.entry(String.class, text -> text),
            Map.entry(Boolean.class, Boolean::valueOf),
            Map.entry(Byte.class, Byte::valueOf),
            Map.entry(Short.class, Short::valueOf),
            Map.entry(Integer.class, Integer::valueOf),
            Map.entry(Long.class, Long::valueOf),
            Map.entry(Float.class, Float::valueOf),
            Map.entry(Double.class, Double::valueOf),
            Map.entry(BigDecimal.class, BigDecimal::new),
            Map.entry(BigInteger.class, BigInteger::new),
            Map.entry(Character.class, text -> text.charAt(0)),
            Map.entry(UUID.class, UUID::fromString),
            Map.entry(Instant.class, Instant::parse),
            Map.entry(OffsetDateTime.class, OffsetDateTime::parse),
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(LocalTime.class, LocalTime::parse),
            Map.entry(LocalDateTime.class, LocalDateTime::parse),
            Map.entry(Duration.class, Duration::parse));

    private DefaultValue() {}

    /**
     * Returns {@code text} as a value of {@code type}.
     *
     * @throws ProblemsFound if it is none
     */
    public static Object parse(String text, AttributeType type) {
        var raw = type.raw();
        try {
            if (raw.isEnum()) {
                return Arrays.stream(raw.getEnumConstants())
                        .filter(constant -> ((Enum<?>) constant).name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no such constant"));
            }
            var parser = PARSERS.get(raw);
            if (parser == null) {
                throw new IllegalArgumentException("no form in text");
            }
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw new ProblemsFound(new Problem(
                    "default-of-another-type",
                    "@Default(\"" + text + "\") of " + type.where() + " is no " + raw.getSimpleName(),
                    type.owner().getName(),
                    "write it in the form of the field's type, such as @Default(\"0\") or a constant's name"));
        }
    }
}
