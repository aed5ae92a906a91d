package io.ashlar.benchmark.jdbc;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An author; {@code posts} is empty where they were not asked for. */
public record Author(
        String id,
        String name,
        String email,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        List<Post> posts) {}
