package io.ashlar.benchmark;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a caller knows of a post to be stored. */
public record NewPost(
        String title,
        String body,
        String category,
        Status status,
        int views,
        BigDecimal rating,
        @Nullable Instant publishedAt,
        String authorId) {

    /** Where a post is in its life. */
    public enum Status {
        DRAFT,
        PUBLISHED,
        ARCHIVED
    }
}
