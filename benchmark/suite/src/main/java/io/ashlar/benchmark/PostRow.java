package io.ashlar.benchmark;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All columns of a post, to compare what contenders read and store. */
public record PostRow(
        String id,
        String title,
        String body,
        String category,
        String status,
        int views,
        BigDecimal rating,
        @Nullable Instant publishedAt,
        String authorId,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt) {}
