package io.ashlar.internal.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.query.Filter;
import io.ashlar.query.InvalidQuery;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValueRequestTest {

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("title", "'a%'", "a%"),
                Arguments.of("title", "''", ""),
                Arguments.of("hot", "true", true),
                Arguments.of("letter", "'x'", 'x'),
                Arguments.of(
                        "token",
                        "'0190A1b2-0000-7000-8000-000000000000'",
                        UUID.fromString("0190a1b2-0000-7000-8000-000000000000")),
                Arguments.of("status", "'PUBLISHED'", Blog.Status.PUBLISHED),
                Arguments.of("status", "'draft'", Blog.Status.DRAFT),
                Arguments.of("status", "'Open'", Blog.Status.Open),
                Arguments.of("tiny", "-128", (byte) -128),
                Arguments.of("small", "32767", (short) 32767),
                Arguments.of("views", "2147483647", Integer.MAX_VALUE),
                Arguments.of("views", "1.0", 1),
                Arguments.of("views", "1e3", 1000),
                Arguments.of("views", "0", 0),
                Arguments.of("total", "-9223372036854775808", Long.MIN_VALUE),
                Arguments.of("huge", "92233720368547758080", new BigInteger("92233720368547758080")),
                Arguments.of("ratio", "0.1", 0.1f),
                Arguments.of("ratio", "0.5", 0.5f),
                Arguments.of("rating", "0.1", 0.1),
                Arguments.of("rating", "0", 0.0),
                Arguments.of("rating", "1e300", 1e300),
                Arguments.of("price", "123456.78", new BigDecimal("123456.78")),
                Arguments.of("price", "1.500", new BigDecimal("1.5")),
                Arguments.of("price", "0", BigDecimal.ZERO),
                Arguments.of("any", "0.123456789012345678", new BigDecimal("0.123456789012345678")),
                Arguments.of("createdAt", "'2026-01-31T10:00:00Z'", Instant.parse("2026-01-31T10:00:00Z")),
                Arguments.of("createdAt", "'2026-01-31T12:00:00+02:00'", Instant.parse("2026-01-31T10:00:00Z")),
                Arguments.of(
                        "placedAt", "'2026-01-31T12:00:00+02:00'", OffsetDateTime.parse("2026-01-31T12:00:00+02:00")),
                Arguments.of("day", "'2026-01-31'", LocalDate.of(2026, 1, 31)),
                Arguments.of("time", "'10:00:30'", LocalTime.of(10, 0, 30)),
                Arguments.of("seen", "'2026-01-31T10:00'", LocalDateTime.of(2026, 1, 31, 10, 0)),
                Arguments.of("length", "'PT1H30M'", Duration.ofMinutes(90)),
                Arguments.of("legacy", "'1970-01-01T00:00:01Z'", Date.from(Instant.ofEpochSecond(1))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void reads(String property, String json, Object value) {
        assertThat(filter(property, json)).isEqualTo(new Filter.Comparison<>(property, Filter.Operator.EQUAL, value));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "title, 5",
                "title, true",
                "title, `'a\\u0000b'`",
                "title, `'\\ud800'`",
                "hot, 'true'",
                "hot, 1",
                "letter, 'ab'",
                "letter, ''",
                "token, '1-1-1-1-1'",
                "token, 'x'",
                "status, 'DRAF'",
                "status, 'OPEN'",
                "status, 0",
                "tiny, 128",
                "small, -32769",
                "views, 3000000000",
                "views, 1.5",
                "views, '1'",
                "views, 1e1000000000",
                "views, true",
                "total, 9223372036854775808",
                "huge, 0.5",
                "huge, 1e1000000000",
                "ratio, 16777217",
                "ratio, 1e39",
                "rating, 9007199254740993",
                "rating, 1e400",
                "rating, 1e-400",
                "price, 1.234",
                "price, 1234567",
                "any, 1e1000000000",
                "createdAt, '2026-01-31'",
                "createdAt, '2026-01-31T10:00:00'",
                "createdAt, 1769853600",
                "day, '2026-02-30'",
                "time, '25:00'",
                "seen, '2026-01-31T10:00:00Z'",
                "length, '90 minutes'"
            })
    void refusesWhatDoesNotFit(String property, String json) {
        var thrown = catchThrowableOfType(InvalidQuery.class, () -> filter(property, json));

        assertThat(thrown).isNotNull();
        assertThat(thrown.problems()).hasSize(1);
        assertThat(thrown.problems().get(0).tag()).isEqualTo("value-misfit");
        assertThat(thrown.problems().get(0).where()).isEqualTo("filter." + property);
    }

    @Test
    void saysWhatFits() {
        assertThat(catchThrowableOfType(InvalidQuery.class, () -> filter("views", "3000000000")))
                .hasMessage("[value-misfit] Post.views cannot be compared with 3000000000, which is not a whole number"
                        + " from -2147483648 to 2147483647\n"
                        + "  where: filter.views\n"
                        + "  mend:  write a whole number from -2147483648 to 2147483647");
        assertThat(catchThrowableOfType(InvalidQuery.class, () -> filter("status", "'x'")))
                .hasMessageContaining("one of DRAFT, PUBLISHED, open, Open");
        assertThat(catchThrowableOfType(InvalidQuery.class, () -> filter("price", "1.234")))
                .hasMessageContaining("a number of at most 6 digits before the point and 2 after it");
    }

    @Test
    void takesValuesOfJavaAsTheyAre() {
        Map<String, Object> values = Map.of(
                "status",
                Blog.Status.DRAFT,
                "createdAt",
                Instant.EPOCH,
                "token",
                new UUID(1, 2),
                "day",
                LocalDate.EPOCH,
                "views",
                5L,
                "rating",
                0.1f,
                "price",
                0.25,
                "letter",
                'c');

        values.forEach((property, value) -> assertThat(Requests.<Object>filter(Blog.POST, Map.of(property, value)))
                .isInstanceOf(Filter.Comparison.class));
        assertThat(Requests.<Object>filter(Blog.POST, Map.of("price", 0.25)))
                .isEqualTo(new Filter.Comparison<>("price", Filter.Operator.EQUAL, new BigDecimal("0.25")));
        assertThat(catchThrowableOfType(
                        InvalidQuery.class, () -> Requests.filter(Blog.POST, Map.of("rating", Double.NaN))))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        InvalidQuery.class, () -> Requests.filter(Blog.POST, Map.of("day", Instant.EPOCH))))
                .hasMessageContaining("a value of Instant");
    }

    private static Filter<Object> filter(String property, String json) {
        return Requests.filter(Blog.POST, "{\"" + property + "\": " + json.replace('\'', '"') + "}");
    }
}
