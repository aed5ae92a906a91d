package io.ashlar.event;

import java.time.Duration;

/**
 * How durable events are delivered: {@code OutboxOptions.defaults().attempts(5)}. Immutable.
 *
 * @param pollInterval how often an outbox is looked into for what other instances left; commits of this one need no wait
 * @param attempts how often an event is delivered before it is given up, from 1
 * @param firstPause after the first attempt that failed; it doubles with each
 * @param longestPause between two attempts
 */
public record OutboxOptions(Duration pollInterval, int attempts, Duration firstPause, Duration longestPause) {

    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final OutboxOptions DEFAULTS =
            new OutboxOptions(Duration.ofSeconds(5), 12, Duration.ofSeconds(1), Duration.ofMinutes(5));

    /** Checks the values. */
    public OutboxOptions {
        if (pollInterval.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("pollInterval(" + pollInterval + "): at least 10 milliseconds");
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts(" + attempts + "): at least 1");
        }
        if (firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException("pauses from " + firstPause + " to " + longestPause + ": from 0 up");
        }
    }

    /** Returns a look every 5 seconds, and 12 attempts with pauses from 1 second to 5 minutes: about 18 minutes in all. */
    public static OutboxOptions defaults() {
        return DEFAULTS;
    }

    /** Returns the same with this interval. */
    public OutboxOptions pollInterval(Duration interval) {
        return new OutboxOptions(interval, attempts, firstPause, longestPause);
    }

    /** Returns the same with this number of attempts. */
    public OutboxOptions attempts(int count) {
        return new OutboxOptions(pollInterval, count, firstPause, longestPause);
    }

    /** Returns the same with pauses that double from {@code first} up to {@code longest}. */
    public OutboxOptions pauses(Duration first, Duration longest) {
        return new OutboxOptions(pollInterval, attempts, first, longest);
    }

    /** Returns the pause after this many attempts. */
    public Duration pauseAfter(int failed) {
        Duration pause = firstPause;
        for (int i = 1; i < failed && pause.compareTo(longestPause) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
