package io.ashlar.benchmark;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Chooses the arguments of the calls of one thread. Threads write to different posts, so that none waits for another's
 * lock. For one thread.
 */
final class Work {

    private static final int CATEGORIES = Data.POSTS / Data.POSTS_OF_A_CATEGORY;
    private static final int NAMES = Data.AUTHORS / Data.AUTHORS_OF_A_NAME;
    private static final int CATEGORIES_OF_1000_POSTS = 1000 / Data.POSTS_OF_A_CATEGORY;
    private static final Instant PUBLISHED = Instant.parse("2026-05-05T05:05:05.123456Z");

    private final Data data;
    private final int thread;
    private final int threads;
    private final Random random;

    /** All with the same arguments choose the same. */
    Work(Data data, int thread, int threads, long seed) {
        this.data = data;
        this.thread = thread;
        this.threads = threads;
        this.random = new Random(seed + thread);
    }

    String anyPost() {
        return Data.post(random.nextInt(Data.POSTS));
    }

    String anyCategory() {
        return Data.category(random.nextInt(CATEGORIES));
    }

    String anyName() {
        return Data.name(random.nextInt(NAMES));
    }

    int number() {
        return random.nextInt(1_000_000);
    }

    /** Categories that hold 1 000 posts. */
    Categories anyCategories() {
        var first = own(CATEGORIES / CATEGORIES_OF_1000_POSTS) * CATEGORIES_OF_1000_POSTS;
        return new Categories(Data.category(first), Data.category(first + CATEGORIES_OF_1000_POSTS - 1));
    }

    List<PostChange> changes(int count) {
        return IntStream.generate(() -> own(Data.POSTS))
                .distinct()
                .limit(count)
                .mapToObj(post -> new PostChange(Data.post(post), "Changed title " + number(), number()))
                .toList();
    }

    List<NewPost> newPosts(int count) {
        var posts = new ArrayList<NewPost>(count);
        for (var at = 0; at < count; at++) {
            var number = number();
            posts.add(new NewPost(
                    "Title of new post " + number,
                    "0123456789abcdef0123456789ABCDEF".repeat(8),
                    Data.NEW,
                    NewPost.Status.PUBLISHED,
                    number,
                    BigDecimal.valueOf(number % 1000, 2),
                    number % 3 == 0 ? null : PUBLISHED,
                    Data.author(number % Data.AUTHORS)));
        }
        return posts;
    }

    /** Stores posts and returns their ids. */
    List<String> storedToDelete(int count) {
        var prefix = "post_D%02d%010d".formatted(thread, random.nextLong(10_000_000_000L));
        try (var connection = data.pool().getConnection();
                var statement = connection.prepareStatement("""
                        INSERT INTO post (id, title, body, category, status, views, author_id, created_at, updated_at)
                        SELECT ? || lpad(n::text, 13, '0'), 'To be deleted', '', ?, 'DRAFT', 0, ?, now(), now()
                        FROM generate_series(1, ?) n""")) {
            statement.setString(1, prefix);
            statement.setString(2, Data.NEW);
            statement.setString(3, Data.author(random.nextInt(Data.AUTHORS)));
            statement.setInt(4, count);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> prefix + "%013d".formatted(number))
                .toList();
    }

    /** Returns a number below {@code bound} that no other thread gets. */
    private int own(int bound) {
        var share = bound / threads;
        return random.nextInt(share) * threads + thread;
    }

    record Categories(String first, String last) {}
}
