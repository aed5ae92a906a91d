package io.ashlar.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.Application;
import io.ashlar.ApplicationBuilder;
import io.ashlar.database.OnEachDatabase;
import io.ashlar.database.OtherJvm;
import io.ashlar.databases.TestDatabase;
import io.ashlar.databases.TestDatabases;
import io.ashlar.event.Office.Desk;
import io.ashlar.problem.ProblemsFound;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final OutboxOptions SOON = OutboxOptions.defaults()
            .pollInterval(Duration.ofMillis(20))
            .pauses(Duration.ofMillis(1), Duration.ofMillis(50));

    @TempDir
    Path folder;

    private final List<String> seen = new CopyOnWriteArrayList<>();

    @OnEachDatabase
    void deliversWhatIsCommittedAndForgetsIt(String dialect) throws Exception {
        TestDatabase database = fresh(dialect);
        try (Application app = listening(database, OutboxOptions.defaults().pollInterval(NEVER))
                .start()) {
            Desk desk = app.resolve(Desk.class);

            desk.together(() -> {
                desk.tell(Action.CREATED, "t1", "t2");
                desk.tell(Action.ATTACHED, "t1");
                desk.tell(Action.CREATED, "t3");
                return true;
            });

            awaitDelivered(app);
            assertThat(seen).containsExactly("desk.ticket.created [t1, t2, t3]", "desk.ticket.attached [t1]");
            assertThat(rows(database)).isZero();
        }
    }

    @OnEachDatabase
    void leavesNoRowOfWhatIsRolledBack(String dialect) throws Exception {
        TestDatabase database = fresh(dialect);
        try (Application app = Office.on(database, folder).start()) { // nobody listens, so rows would stay
            Desk desk = app.resolve(Desk.class);

            assertThatThrownBy(() -> desk.together(() -> {
                        desk.tell(Action.CREATED, "t1");
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            assertThat(rows(database)).isZero();

            desk.change("t1", Action.CREATED);
            assertThat(rows(database)).isEqualTo(1);
            assertThat(app.events().pending("desk")).isEqualTo(1);
        }
    }

    @OnEachDatabase
    void keepsTheTypesOfIdsAndPartsOfManyIds(String dialect) throws Exception {
        List<Object> ids = new CopyOnWriteArrayList<>();
        Object[] all = IntStream.range(0, 2500).mapToObj(i -> "t" + i).toArray();
        List<Object> kinds = List.of("a\"b\nc", 1, 2L, (short) 3, UUID.randomUUID(), new OrderLine("o", 7));
        try (Application app = Office.on(fresh(dialect), folder)
                .listen(events -> events.on("desk.*.*", event -> ids.addAll(event.ids())))
                .start()) {
            Desk desk = app.resolve(Desk.class);

            desk.tell(Action.UPDATED, kinds.toArray());
            desk.tell(Action.CREATED, all);

            awaitDelivered(app);
            assertThat(ids.subList(0, kinds.size())).isEqualTo(kinds);
            assertThat(ids.subList(kinds.size(), ids.size())).containsExactly(all);
        }
    }

    @OnEachDatabase
    void triesAgainWhatFailedAndTellsThoseWhoAreDoneOnce(String dialect) throws Exception {
        AtomicInteger failures = new AtomicInteger(2);
        CountDownLatch done = new CountDownLatch(1);
        List<EventFailure> reported = new CopyOnWriteArrayList<>();
        try (Application app = Office.on(fresh(dialect), folder)
                .outbox(SOON.pollInterval(NEVER)) // the pauses alone bring it back
                .listen(events -> {
                    events.on("desk.ticket.*", event -> seen.add("good " + event.action() + event.ids()));
                    events.on("desk.ticket.*", event -> {
                        if (event.ids().contains("t1") && failures.getAndDecrement() > 0) {
                            throw new IllegalStateException("fails on purpose, and is logged");
                        }
                        seen.add("bad " + event.action() + event.ids());
                        done.countDown();
                    });
                    events.onFailure(reported::add);
                })
                .start()) {
            Desk desk = app.resolve(Desk.class);

            desk.change("t1", Action.CREATED);
            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
            awaitDelivered(app);

            assertThat(seen).containsExactly("good CREATED[t1]", "bad CREATED[t1]");
            assertThat(reported).extracting(EventFailure::attempt).containsExactly(1, 2);
            assertThat(reported).extracting(EventFailure::last).containsOnly(false);
            assertThat(reported).extracting(EventFailure::handler).containsOnly("application: desk.ticket.* #2");
        }
    }

    @OnEachDatabase
    void holdsUpEventsOfARecordWhoseEventFailsAndNoOthers(String dialect) throws Exception {
        CountDownLatch othersSeen = new CountDownLatch(1);
        try (Application app = Office.on(fresh(dialect), folder)
                .outbox(SOON.attempts(1000))
                .listen(events -> events.on("desk.ticket.*", event -> {
                    if (event.action() == Action.CREATED && othersSeen.getCount() > 0) {
                        throw new IllegalStateException("fails on purpose, and is logged");
                    }
                    seen.add(event.action() + " " + event.ids());
                    if (event.ids().contains("t9")) {
                        othersSeen.countDown();
                    }
                }))
                .start()) {
            Desk desk = app.resolve(Desk.class);

            desk.tell(Action.CREATED, "t1");
            desk.tell(Action.UPDATED, "t1", "t2");
            desk.tell(Action.DELETED, "t2");
            desk.tell(Action.UPDATED, "t9");
            othersSeen.await();
            awaitDelivered(app);

            assertThat(seen).containsExactly("UPDATED [t9]", "CREATED [t1]", "UPDATED [t1, t2]", "DELETED [t2]");
        }
    }

    @OnEachDatabase
    void givesUpAfterTheLastAttemptAndShowsIt(String dialect) throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        AtomicInteger working = new AtomicInteger();
        TestDatabase database = fresh(dialect);
        try (Application app = Office.on(database, folder)
                .outbox(SOON.attempts(3))
                .listen(events -> events.on("desk.ticket.*", event -> {
                    if (event.ids().contains("t1") && working.get() == 0) {
                        attempts.incrementAndGet();
                        throw new IllegalStateException("fails on purpose, and is logged");
                    }
                    seen.add(event.name() + " " + event.ids());
                }))
                .start()) {
            Desk desk = app.resolve(Desk.class);

            desk.change("t1", Action.CREATED);
            desk.change("t1", Action.UPDATED);
            awaitDelivered(app);

            assertThat(attempts).hasValue(6);
            assertThat(app.events().dead("desk")).hasSize(2).first().satisfies(dead -> {
                assertThat(dead.event().name()).isEqualTo("desk.ticket.created");
                assertThat(dead.event().ids()).containsExactly("t1");
                assertThat(dead.attempts()).isEqualTo(3);
                assertThat(dead.error()).contains("fails on purpose");
            });

            working.set(1);
            assertThat(app.events().retryDead("desk")).isEqualTo(2);
            awaitDelivered(app);
            assertThat(seen).containsExactly("desk.ticket.created [t1]", "desk.ticket.updated [t1]");
            assertThat(rows(database)).isZero();
        }
    }

    @OnEachDatabase
    void isDeliveredByOneOfSeveralInstancesInOrderForEachRecord(String dialect) throws Exception {
        TestDatabase database = fresh(dialect);
        Map<String, List<Integer>> numbers = new ConcurrentHashMap<>();
        Set<String> events = ConcurrentHashMap.newKeySet();
        AtomicInteger one = new AtomicInteger();
        AtomicInteger other = new AtomicInteger();
        try (Application first = counting(database, numbers, events, one);
                Application second = counting(database, numbers, events, other)) {
            var threads = Executors.newFixedThreadPool(8);
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String record = "r" + i % 10;
                Application app = i % 3 == 0 ? second : first;
                work.add(() -> {
                    app.resolve(Desk.class).count(record);
                    return true;
                });
            }
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
            threads.shutdown();
            awaitDelivered(first);
            awaitDelivered(second);
        }

        assertThat(numbers)
                .hasSize(10)
                .allSatisfy((record, seenNumbers) -> assertThat(seenNumbers)
                        .as(record)
                        .containsExactlyElementsOf(
                                IntStream.rangeClosed(1, 20).boxed().toList()));
        assertThat(one.get() + other.get()).isEqualTo(200);
        assertThat(events).hasSize(200);
        assertThat(rows(database)).isZero();
    }

    /** Each event fails once in five attempts. */
    private Application counting(
            TestDatabase database, Map<String, List<Integer>> numbers, Set<String> delivered, AtomicInteger count)
            throws Exception {
        Set<String> failed = new HashSet<>();
        return Office.on(database, folder)
                .outbox(SOON)
                .listen(events -> events.on("desk.ticket.updated", event -> {
                    String number = (String) event.ids().get(1);
                    if (number.endsWith("5") && failed.add(event.id())) {
                        throw new IllegalStateException("fails on purpose, and is logged");
                    }
                    numbers.computeIfAbsent((String) event.ids().get(0), none -> new CopyOnWriteArrayList<>())
                            .add(Integer.valueOf(number.substring(number.indexOf('#') + 1)));
                    delivered.add(event.id());
                    count.incrementAndGet();
                }))
                .start();
    }

    @OnEachDatabase
    void findsWhatAnotherInstanceLeft(String dialect) throws Exception {
        TestDatabase database = fresh(dialect);
        try (Application deaf = Office.on(database, folder).start();
                Application app = listening(database, SOON).start()) {
            deaf.resolve(Desk.class).change("t1", Action.CREATED);

            awaitDelivered(app);
            assertThat(seen).containsExactly("desk.ticket.created [t1]");
        }
    }

    @OnEachDatabase
    void survivesAJvmThatIsKilledBetweenCommitAndDelivery(String dialect) throws Exception {
        TestDatabase database = Office.withTables(
                dialect.equals("h2") ? durable(TestDatabases.h2File(folder)) : TestDatabases.fresh(dialect));
        String id;
        try (OtherJvm jvm = OtherJvm.start(
                KilledOffice.class, database.url(), database.user(), database.password(), folder.toString())) {
            id = jvm.line(); // its handler runs now, for ever
            jvm.kill();
        }

        try (Application app = Office.on(database, folder)
                .outbox(SOON)
                .listen(events -> events.on("desk.*.*", event -> seen.add(event.id() + event.ids())))
                .start()) {
            awaitDelivered(app);
            assertThat(seen).containsExactly(id + "[t1]");
            assertThat(rows(database)).isZero();
        }
    }

    @OnEachDatabase
    void saysWhichGoalCreatesTheTable(String dialect) throws Exception {
        try (Application app = Office.on(TestDatabases.fresh(dialect), folder).start()) {
            assertThatThrownBy(() -> app.resolve(Desk.class).change("t1", Action.CREATED))
                    .isInstanceOf(ProblemsFound.class)
                    .hasMessageContaining("[tables-missing]")
                    .hasMessageContaining("desk_outbox")
                    .hasMessageContaining("mvn modules:db-generate");
        }
    }

    private ApplicationBuilder listening(TestDatabase database, OutboxOptions options) throws Exception {
        return Office.on(database, folder)
                .outbox(options)
                .listen(events -> events.on("desk.ticket.*", event -> seen.add(event.name() + " " + event.ids())));
    }

    private static TestDatabase fresh(String dialect) throws Exception {
        return Office.withTables(TestDatabases.fresh(dialect));
    }

    /** H2 otherwise keeps what is committed in memory for half a second. */
    private static TestDatabase durable(TestDatabase h2) {
        return new TestDatabase(h2.url() + ";WRITE_DELAY=0", h2.user(), h2.password());
    }

    private static void awaitDelivered(Application app) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (app.events().pending("desk") > 0) {
            assertThat(System.nanoTime()).as("delivered in time").isLessThan(end);
            assertThat(app.events().await(LONGEST)).isTrue();
        }
        assertThat(app.events().await(LONGEST)).isTrue();
    }

    private static int rows(TestDatabase database) throws Exception {
        String quote = database.url().startsWith("jdbc:mariadb:") ? "`" : "\"";
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + quote + "desk_outbox" + quote)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    record OrderLine(String order, int line) implements java.io.Serializable {}
}
