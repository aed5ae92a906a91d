package io.ashlar.benchmark;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All columns of an author, to compare what contenders read. */
public record AuthorRow(
        String id,
        String name,
        String email,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt) {}
