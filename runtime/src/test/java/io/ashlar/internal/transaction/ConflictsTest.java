package io.ashlar.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.crud.TransactionConflict;
import io.ashlar.database.OnEachDatabase;
import io.ashlar.transaction.Isolation;
import io.ashlar.transaction.TransactionOptions;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;

/** Two transactions that get into each other's way. */
class ConflictsTest {

    private final Transactions transactions = new Transactions();
    private final CyclicBarrier bothThere = new CyclicBarrier(2);
    private final AtomicInteger attempts = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // the first line of each test
    private Counters counters;

    @AfterEach
    void close() {
        counters.close();
    }

    @OnEachDatabase
    void reportsASerializationFailure(String dialect) throws Exception {
        counters = new Counters(dialect, transactions);

        assertOneConflicts(together(this::increment, this::increment, TransactionOptions.of(Isolation.SERIALIZABLE)));

        assertThat(counters.committed(1)).isEqualTo(1);
        assertThat(attempts).hasValue(2);
    }

    @OnEachDatabase
    void triesAgainAfterASerializationFailure(String dialect) throws Exception {
        counters = new Counters(dialect, transactions);

        for (Future<?> each : together(
                this::increment,
                this::increment,
                TransactionOptions.of(Isolation.SERIALIZABLE).retries(5))) {
            each.get();
        }

        assertThat(counters.committed(1)).isEqualTo(2);
        assertThat(attempts).hasValueGreaterThan(2);
    }

    @OnEachDatabase
    void reportsADeadlock(String dialect) throws Exception {
        counters = new Counters(dialect, transactions);

        assertOneConflicts(together(() -> addToBoth(1, 2), () -> addToBoth(2, 1), TransactionOptions.defaults()));

        assertThat(counters.committed(1)).isEqualTo(1);
        assertThat(counters.committed(2)).isEqualTo(1);
    }

    @OnEachDatabase
    void triesAgainAfterADeadlock(String dialect) throws Exception {
        counters = new Counters(dialect, transactions);

        for (Future<?> each : together(
                () -> addToBoth(1, 2),
                () -> addToBoth(2, 1),
                TransactionOptions.defaults().retries(3))) {
            each.get();
        }

        assertThat(counters.committed(1)).isEqualTo(2);
        assertThat(counters.committed(2)).isEqualTo(2);
    }

    @OnEachDatabase
    void triesAgainNoMoreOftenThanAskedFor(String dialect) throws SQLException {
        counters = new Counters(dialect, transactions);

        assertThatThrownBy(() -> transactions.run(TransactionOptions.defaults().retries(3), () -> {
                    counters.add(1, 1);
                    attempts.incrementAndGet();
                    throw new TransactionConflict("Counter", "in the way", null);
                }))
                .isInstanceOf(TransactionConflict.class);

        assertThat(attempts).hasValue(4);
        assertThat(counters.committed(1)).isZero();
    }

    @OnEachDatabase
    void triesTheOutermostTransactionAgainAndNoneWithin(String dialect) throws SQLException {
        counters = new Counters(dialect, transactions);
        TransactionOptions often = TransactionOptions.defaults().retries(9);

        assertThatThrownBy(() -> transactions.run(
                        TransactionOptions.defaults().retries(1),
                        () -> transactions.run(often, () -> {
                            counters.add(1, 1);
                            attempts.incrementAndGet();
                            throw new TransactionConflict("Counter", "in the way", null);
                        })))
                .isInstanceOf(TransactionConflict.class);

        assertThat(attempts).hasValue(2);
    }

    @OnEachDatabase
    void triesAgainEvenIfTheWorkMadeSomethingElseOfTheConflict(String dialect) throws SQLException {
        counters = new Counters(dialect, transactions);

        transactions.run(TransactionOptions.defaults().retries(1), () -> {
            counters.add(1, 1);
            if (attempts.incrementAndGet() == 1) {
                try {
                    transactions.run(TransactionOptions.defaults(), () -> {
                        throw new TransactionConflict("Counter", "in the way", null);
                    });
                } catch (TransactionConflict e) {
                    throw new IllegalStateException("cannot count", e);
                }
            }
            return true;
        });

        assertThat(attempts).hasValue(2);
        assertThat(counters.committed(1)).isEqualTo(1);
    }

    private void increment() {
        int seen = counters.get(1);
        meet();
        counters.set(1, seen + 1);
    }

    private void addToBoth(int first, int second) {
        counters.add(first, 1);
        meet();
        counters.add(second, 1);
    }

    /** Waits for the other, in the first attempts of both. */
    private void meet() {
        if (attempts.incrementAndGet() <= 2) {
            try {
                bothThere.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private List<Future<Boolean>> together(Runnable one, Runnable other, TransactionOptions options) throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            return threads.invokeAll(List.of(transaction(one, options), transaction(other, options)));
        } finally {
            threads.shutdown();
        }
    }

    private Callable<Boolean> transaction(Runnable work, TransactionOptions options) {
        return () -> transactions.run(options, () -> {
            work.run();
            return true;
        });
    }

    private static void assertOneConflicts(List<Future<Boolean>> both) throws InterruptedException {
        int conflicts = 0;
        for (Future<?> each : both) {
            try {
                each.get();
            } catch (ExecutionException e) {
                assertThat(e.getCause()).isInstanceOf(TransactionConflict.class);
                conflicts++;
            }
        }
        assertThat(conflicts).isEqualTo(1);
    }
}
