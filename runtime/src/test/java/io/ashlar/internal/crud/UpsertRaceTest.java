package io.ashlar.internal.crud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.crud.AlreadyExists;
import io.ashlar.crud.Upserted;
import io.ashlar.query.Find;
import io.ashlar.transaction.TransactionOptions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Several callers who upsert the same new records at the same time. */
class UpsertRaceTest {

    private static final int THREADS = 8;
    private static final int ROUNDS = 10;

    @Databases
    void oneCreatesARecordAndTheOthersReplaceIt(String dialect) throws Exception {
        try (Magazine magazine = Magazine.uncounted(dialect)) {
            for (int round = 0; round < ROUNDS; round++) {
                String id = "id" + round;

                List<Upserted<Article>> all =
                        atOnce(number -> magazine.articles.upsert(new Article(id, "c" + number, number)));

                assertThat(all).filteredOn(done -> !done.created().isEmpty()).hasSize(1);
                assertThat(all).filteredOn(done -> !done.updated().isEmpty()).hasSize(THREADS - 1);
                Article stored = magazine.articles.retrieve(id);
                assertThat(stored.code).isEqualTo("c" + stored.views);
                assertThat(all)
                        .allSatisfy(done ->
                                assertThat(done.records().get(0).getCreatedAt()).isEqualTo(stored.getCreatedAt()));
            }
        }
    }

    @Databases
    void severalNewRecordsAreStoredOnce(String dialect) throws Exception {
        try (Magazine magazine = Magazine.uncounted(dialect)) {
            for (int round = 0; round < ROUNDS; round++) {
                long first = round * 5L;

                List<Upserted<Topic>> all = atOnce(number -> magazine.topics.upsert(LongStream.range(first, first + 5)
                        .mapToObj(id -> new Topic(id, "by " + number))
                        .toList()));

                assertThat(all.stream().flatMap(done -> done.created().getOrDefault("topic_id", List.of()).stream()))
                        .containsExactlyInAnyOrder(first, first + 1, first + 2, first + 3, first + 4);
            }
            assertThat(magazine.topics.list(Find.all())).hasSize(5 * ROUNDS);
        }
    }

    @Databases
    void aLongerTransactionGoesOnAfterIt(String dialect) throws Exception {
        try (Magazine magazine = Magazine.uncounted(dialect)) {
            for (int round = 0; round < ROUNDS; round++) {
                String id = "id" + round;
                int first = round * THREADS;

                atOnce(number ->
                        magazine.transactions.run(TransactionOptions.defaults().retries(20), () -> {
                            magazine.topics.upsert(new Topic(first + number, "before"));
                            return magazine.articles.upsert(new Article(id, "c" + number, number));
                        }));

                Article stored = magazine.articles.retrieve(id);
                assertThat(stored.code).isEqualTo("c" + stored.views);
            }
            assertThat(magazine.topics.count()).isEqualTo((long) ROUNDS * THREADS);
        }
    }

    @Databases
    void anotherRecordWithTheSameValueIsStillRefused(String dialect) throws SQLException {
        try (Blog blog = Blog.on(dialect)) {
            blog.posts.create(new Post("a", "Taken", 1));
            Post second = new Post("b", "Taken", 2);

            assertThatThrownBy(() -> blog.posts.upsert(second)).isInstanceOf(AlreadyExists.class);

            assertThat(second.getCreatedAt()).isNull();
            assertThat(blog.posts.count()).isEqualTo(1);
        }
    }

    private interface Call<R> {

        R by(int number) throws Exception;
    }

    private static <R> List<R> atOnce(Call<R> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Callable<R>> calls = IntStream.range(0, THREADS)
                    .<Callable<R>>mapToObj(number -> () -> {
                        start.await();
                        return call.by(number);
                    })
                    .toList();
            List<R> results = new ArrayList<>();
            for (Future<R> each : threads.invokeAll(calls)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
