package io.ashlar.internal.write;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The times of creation, updates and deletions: no finer than databases store, so that what is returned equals what is
 * read again.
 */
final class Now {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final AtomicReference<Instant> LAST = new AtomicReference<>(Instant.EPOCH);

    private Now() {}

    static Instant get() {
        return CLOCK.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Returns a time that no call has returned before, and that is not before now: a deletion is known by its time. */
    static Instant unique() {
        return LAST.updateAndGet(last -> {
            Instant now = get();
            return now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        });
    }
}
