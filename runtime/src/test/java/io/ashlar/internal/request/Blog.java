package io.ashlar.internal.request;

import io.ashlar.internal.request.AttributeDescription.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;

/** The models that the tests ask. */
final class Blog {

    enum Status {
        DRAFT,
        PUBLISHED,
        open,
        Open
    }

    static final DescribedModel AUTHOR = DescribedModel.named("Author")
            .id("id", Long.class)
            .with("name", Kind.TEXT, String.class)
            .with("place", Kind.EMBEDDED, Object.class)
            .with("place.city", Kind.TEXT, String.class)
            .with("place.zip", Kind.COMPARABLE, int.class)
            .relation("place.country", Kind.TO_ONE, () -> Blog.COUNTRY)
            .relation("posts", Kind.TO_MANY, () -> Blog.POST)
            .relation("seat", Kind.TO_ONE, () -> Blog.SEAT);

    static final DescribedModel COUNTRY =
            DescribedModel.named("Country").id("code", String.class).with("name", Kind.TEXT, String.class);

    static final DescribedModel SEAT = DescribedModel.named("Seat")
            .with("row", Kind.COMPARABLE, int.class)
            .with("number", Kind.COMPARABLE, int.class);

    static final DescribedModel POST = DescribedModel.named("Post")
            .id("id", String.class)
            .with("title", Kind.TEXT, String.class)
            .with("status", Kind.SORTABLE, Status.class)
            .with("hot", Kind.SORTABLE, boolean.class)
            .with("letter", Kind.SORTABLE, char.class)
            .with("token", Kind.SORTABLE, UUID.class)
            .with("tiny", Kind.COMPARABLE, byte.class)
            .with("small", Kind.COMPARABLE, Short.class)
            .with("views", Kind.COMPARABLE, int.class)
            .with("total", Kind.COMPARABLE, Long.class)
            .with("huge", Kind.COMPARABLE, BigInteger.class)
            .with("ratio", Kind.COMPARABLE, float.class)
            .with("rating", Kind.COMPARABLE, double.class)
            .decimal("price", BigDecimal.class, 8, 2)
            .with("any", Kind.COMPARABLE, BigDecimal.class)
            .with("createdAt", Kind.COMPARABLE, Instant.class)
            .with("placedAt", Kind.COMPARABLE, OffsetDateTime.class)
            .with("day", Kind.COMPARABLE, LocalDate.class)
            .with("time", Kind.COMPARABLE, LocalTime.class)
            .with("seen", Kind.COMPARABLE, LocalDateTime.class)
            .with("length", Kind.COMPARABLE, Duration.class)
            .with("legacy", Kind.COMPARABLE, java.util.Date.class)
            .with("tags", Kind.ELEMENTS, String.class)
            .with("settings", Kind.PLAIN, Map.class)
            .sensitive("secret", Kind.TEXT, String.class)
            .sensitive("pin", Kind.COMPARABLE, int.class)
            .relation("author", Kind.TO_ONE, () -> AUTHOR)
            .relation("related", Kind.TO_MANY, () -> Blog.POST)
            .searched();

    private Blog() {}
}
