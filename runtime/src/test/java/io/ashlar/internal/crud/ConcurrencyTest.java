package io.ashlar.internal.crud;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.ashlar.crud.StaleVersion;
import io.ashlar.crud.TransactionConflict;
import io.ashlar.query.ComparableProperty;
import io.ashlar.query.Find;
import io.ashlar.query.TextProperty;
import io.ashlar.transaction.Isolation;
import io.ashlar.transaction.TransactionOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Threads that do everything at once to one module leave it whole. {@code -Dashlar.test.concurrency.seconds=30} makes them
 * work longer than the 2 seconds of a build.
 */
class ConcurrencyTest {

    private static final int THREADS = 16;
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("ashlar.test.concurrency.seconds", 2));
    private static final int RECORDS = 12;
    private static final int BALANCE = 100;
    private static final TextProperty<Article> ID = new TextProperty<>(Article.class, "id");
    private static final TextProperty<Article> CODE = new TextProperty<>(Article.class, "code");
    private static final ComparableProperty<Article, Integer> VIEWS = new ComparableProperty<>(Article.class, "views");
    private static final ComparableProperty<Article, Integer> RATING =
            new ComparableProperty<>(Article.class, "rating");
    private static final TransactionOptions TRANSFER =
            TransactionOptions.of(Isolation.SERIALIZABLE).retries(100);

    private final Map<String, LongAdder> done = new ConcurrentHashMap<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @Databases
    void losesNoUpdateAndNoConnection(String dialect) throws Exception {
        try (Magazine magazine = Magazine.uncounted(dialect)) {
            magazine.articles.create(records("counter", 0));
            magazine.articles.create(records("account", BALANCE));
            magazine.articles.create(records("hidden", 0));

            work(magazine);

            assertThat(failures).isEmpty();
            System.out.println(dialect + ", " + TIME.toSeconds() + " s: " + new TreeMap<>(done));
            assertThat(sum(magazine, "counter", article -> article.views)).isEqualTo(times("increment"));
            assertThat(sum(magazine, "account", article -> article.rating == null ? 0 : article.rating))
                    .isEqualTo((long) RECORDS * BALANCE);
            assertThat(magazine.articles.count(CODE.equalTo("created"))).isEqualTo(times("create"));
            assertThat(magazine.articles.count(CODE.equalTo("upserted"))).isLessThanOrEqualTo(RECORDS);
            assertEachIsListedOrDeleted(magazine);
            assertThat(List.of("increment", "transfer", "create", "upsert", "soft delete", "restore", "list"))
                    .allSatisfy(name -> assertThat(times(name)).as(name).isPositive());
            assertAllConnectionsAreIdle(magazine.pool());
        }
    }

    private void work(Magazine magazine) throws InterruptedException {
        long end = System.nanoTime() + TIME.toNanos();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            Thread thread = new Thread(
                    () -> {
                        Random random = new Random(number);
                        try {
                            start.await();
                            for (int step = 0; System.nanoTime() < end && failures.isEmpty(); step++) {
                                step(magazine, random, number + "-" + step);
                            }
                        } catch (Throwable e) {
                            failures.add(e);
                        }
                    },
                    "worker-" + i);
            thread.start();
            threads.add(thread);
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join(TIME.plusSeconds(60).toMillis());
            assertThat(thread.isAlive()).as(thread.getName() + " still works").isFalse();
        }
    }

    /** Does one thing; what the database refuses for what others did at the same time is no failure, and must change nothing. */
    private void step(Magazine magazine, Random random, String name) {
        String kind = List.of(
                        "increment", "increment", "transfer", "create", "upsert", "soft delete", "restore", "list")
                .get(random.nextInt(8));
        try {
            switch (kind) {
                case "increment" -> increment(magazine, id("counter", random));
                case "transfer" -> transfer(magazine, random);
                case "create" -> magazine.articles.create(new Article("new-" + name, "created", 0));
                case "upsert" ->
                    magazine.articles.upsert(
                            List.of(new Article("upserted-" + random.nextInt(RECORDS), "upserted", random.nextInt())));
                case "soft delete" -> magazine.articles.softDelete(List.of(id("hidden", random), id("hidden", random)));
                case "restore" -> magazine.articles.restore(List.of(id("hidden", random)));
                default -> list(magazine, random);
            }
            count(kind);
        } catch (TransactionConflict e) {
            count(kind + ": conflict");
        } catch (StaleVersion e) {
            count(kind + ": stale");
        }
    }

    private void increment(Magazine magazine, String id) {
        int views = magazine.articles.retrieve(id).views;
        magazine.articles.update(id, List.of(VIEWS.set(views + 1), VIEWS.expect(views)));
    }

    private void transfer(Magazine magazine, Random random) {
        String from = id("account", random);
        String to = id("account", random);
        if (from.equals(to)) {
            return;
        }
        magazine.transactions.run(TRANSFER, () -> {
            int left = rating(magazine, from);
            int right = rating(magazine, to);
            magazine.articles.update(from, List.of(RATING.set(left - 1)));
            return magazine.articles.update(to, List.of(RATING.set(right + 1)));
        });
    }

    private static int rating(Magazine magazine, String id) {
        Integer rating = magazine.articles.retrieve(id).rating;
        return rating == null ? 0 : rating;
    }

    private static void list(Magazine magazine, Random random) {
        List<Article> page =
                magazine.articles.list(Find.take(20).skip(random.nextInt(30)).order(VIEWS.desc()));
        assertThat(page)
                .allSatisfy(article -> assertThat(article.getDeletedAt()).isNull());
        assertThat(page).extracting(article -> article.id).doesNotHaveDuplicates();
    }

    private static void assertEachIsListedOrDeleted(Magazine magazine) {
        Set<String> listed = ids(magazine.articles.list(ID.startsWith("hidden"), Find.all()));
        Set<String> deleted = ids(magazine.articles.list(
                ID.startsWith("hidden")
                        .and(new ComparableProperty<Article, Integer>(Article.class, "deletedAt").isNotNull()),
                Find.all()));
        assertThat(listed).doesNotContainAnyElementsOf(deleted);
        assertThat(listed.size() + deleted.size()).isEqualTo(RECORDS);
    }

    private static void assertAllConnectionsAreIdle(HikariDataSource pool) {
        var state = pool.getHikariPoolMXBean();
        assertThat(state.getActiveConnections()).isZero();
        assertThat(state.getIdleConnections()).isEqualTo(state.getTotalConnections());
        assertThat(state.getThreadsAwaitingConnection()).isZero();
    }

    private static Set<String> ids(List<Article> articles) {
        return new HashSet<>(articles.stream().map(article -> article.id).toList());
    }

    private static String id(String kind, Random random) {
        return kind + random.nextInt(RECORDS);
    }

    private static List<Article> records(String kind, int rating) {
        return IntStream.range(0, RECORDS)
                .mapToObj(i -> {
                    Article article = new Article(kind + i, kind, 0);
                    article.rating = rating;
                    return article;
                })
                .toList();
    }

    private static long sum(Magazine magazine, String kind, ToIntFunction<Article> value) {
        return magazine.articles.list(CODE.equalTo(kind), Find.all()).stream()
                .mapToLong(article -> value.applyAsInt(article))
                .sum();
    }

    private void count(String kind) {
        done.computeIfAbsent(kind, key -> new LongAdder()).increment();
    }

    private long times(String kind) {
        LongAdder times = done.get(kind);
        return times == null ? 0 : times.sum();
    }
}
