package io.ashlar.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.Application;
import io.ashlar.crud.TransactionRolledBack;
import io.ashlar.databases.TestDatabases;
import io.ashlar.event.Office.Memo;
import io.ashlar.event.Office.StickyNote;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private Application app;
    private Memo memo;

    @BeforeEach
    void start() throws Exception {
        app = Office.on(Office.withTables(TestDatabases.fresh("h2")), folder).start();
        memo = app.resolve(Memo.class);
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void tellsOneEventForEachActionOfATransactionWithAllIds() {
        app.events().on("memo.sticky-note.*", this::see);

        app.transaction(() -> {
            memo.tell(Action.CREATED, 1L, 2L);
            memo.tell(Action.UPDATED, 1L);
            memo.tell(Action.CREATED, 3L, 2L);
            memo.tell(Action.UPDATED, 1L);
        });
        memo.tell(Action.SOFT_DELETED, 3L);
        memo.tell(Action.RESTORED);

        assertThat(seen())
                .containsExactly(
                        "memo.sticky-note.created [1, 2, 3]",
                        "memo.sticky-note.updated [1]",
                        "memo.sticky-note.deleted [3]");
    }

    @Test
    void tellsNothingBeforeTheCommitOrOfWhatIsRolledBack() {
        app.events().on(StickyNote.class, this::see);

        assertThatThrownBy(() -> app.transaction(() -> {
                    memo.tell(Action.CREATED, 1L);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThatThrownBy(() -> app.transaction(() -> {
                    memo.tell(Action.CREATED, 2L);
                    assertThatThrownBy(() -> app.transaction(() -> {
                                throw new IllegalStateException("no");
                            }))
                            .hasMessage("no");
                }))
                .isInstanceOf(TransactionRolledBack.class);
        app.transaction(() -> {
            memo.tell(Action.CREATED, 3L);
            assertThat(seen()).isEmpty();
        });

        assertThat(seen()).containsExactly("memo.sticky-note.created [3]");
    }

    @Test
    void runsHandlersInTheirOrderAndInTheOrderOfCommitsElsewhere() {
        Thread caller = Thread.currentThread();
        app.events().on(StickyNote.class, Action.CREATED, event -> {
            assertThat(Thread.currentThread()).isNotSameAs(caller);
            seen.add("first " + event.ids());
        });
        app.events().on("*.*.created", event -> seen.add("second " + event.ids()));
        app.events().on(StickyNote.class, Action.DELETED, this::see);

        memo.tell(Action.CREATED, 1L);
        memo.tell(Action.SOFT_DELETED, 1L);
        memo.tell(Action.CREATED, 2L);

        assertThat(seen()).containsExactly("first [1]", "second [1]", "first [2]", "second [2]");
    }

    @Test
    void reportsAHandlerThatFailsAndRunsTheOthers() {
        List<EventFailure> failures = new CopyOnWriteArrayList<>();
        app.events().on("memo.*.created", event -> {
            throw new java.io.IOException("fails on purpose, and is logged");
        });
        app.events().on(StickyNote.class, this::see);
        app.events().onFailure(failures::add);

        memo.tell(Action.CREATED, 1L);
        memo.tell(Action.CREATED, 2L);

        assertThat(seen()).hasSize(2);
        assertThat(failures).hasSize(2).allSatisfy(failure -> {
            assertThat(failure.handler()).isEqualTo("application: memo.*.created");
            assertThat(failure.cause()).hasMessage("fails on purpose, and is logged");
            assertThat(failure.attempt()).isEqualTo(1);
            assertThat(failure.last()).isTrue();
        });
    }

    @Test
    void letsHandlersChangeRecordsAndWaitsForThemWithItsClose() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        app.events().on(StickyNote.class, Action.CREATED, event -> {
            running.countDown();
            goOn.await();
            app.resolve(Memo.class).tell(Action.UPDATED, event.ids().toArray());
        });
        app.events().on(StickyNote.class, Action.UPDATED, this::see);
        memo.tell(Action.CREATED, 1L);
        running.await();

        Thread closing = new Thread(app::close);
        closing.start();
        while (closing.getState() != Thread.State.TIMED_WAITING && closing.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        closing.join();

        assertThat(seen).containsExactly("memo.sticky-note.updated [1]");
    }

    @Test
    void tellsNoMoreOnceASubscriptionIsClosed() {
        Subscription subscription = app.events().on(StickyNote.class, this::see);

        memo.tell(Action.CREATED, 1L);
        seen();
        subscription.close();
        subscription.close();
        memo.tell(Action.CREATED, 2L);

        assertThat(seen()).containsExactly("memo.sticky-note.created [1]");
    }

    @Test
    void refusesNamesThatNoEventCanHave() {
        assertRefused(events -> events.on("memo.stickynote.created", this::see), "Did you mean 'sticky-note'?");
        assertRefused(events -> events.on("memo.sticky-note.create", this::see), "Did you mean 'created'?");
        assertRefused(events -> events.on("memo.sticky-note", this::see), "it has three parts");
        assertRefused(events -> events.on("Memo.StickyNote.created", this::see), "lower-case letters");
        assertRefused(events -> events.on(String.class, this::see), "is no model of a registered module");
        assertRefused(events -> events.dead("memo"), "has no outbox. Those with one: desk");

        app.events().on("absent.thing.created", this::see).close();
    }

    @Test
    @SuppressWarnings("NullAway") // as callers without null checks do
    void refusesNullAmongTheIds() {
        assertThatThrownBy(() -> memo.tell(Action.CREATED, 1L, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The ids of StickyNote hold null");
    }

    private void assertRefused(Consumer<Events> call, String words) {
        assertThatThrownBy(() -> call.accept(app.events()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    private void see(ModelEvent event) {
        seen.add(event.name() + " " + event.ids());
    }

    private List<String> seen() {
        assertThat(app.events().await(LONGEST)).isTrue();
        return seen;
    }
}
