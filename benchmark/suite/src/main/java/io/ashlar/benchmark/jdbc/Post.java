package io.ashlar.benchmark.jdbc;

import io.ashlar.benchmark.NewPost;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A post; {@code author} is null where it was not asked for. */
public record Post(
        String id,
        String title,
        String body,
        String category,
        NewPost.Status status,
        int views,
        BigDecimal rating,
        @Nullable Instant publishedAt,
        String authorId,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        @Nullable Author author) {}
