package io.ashlar.internal.mapping;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Random;

/**
 * Makes ULIDs: 48 bits of milliseconds and 80 random bits as 26 characters of Crockford's base 32, in the order they
 * were made. Within a millisecond, and when the clock steps back, the random bits count up by one. Thread-safe.
 */
public final class Ulids {

    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int LENGTH = 26;
    private static final int BITS_PER_CHARACTER = 5;
    private static final int HIGH_BITS = 16; // of the 80 random bits; the other 64 lie in a long
    private static final int HIGH_MASK = (1 << HIGH_BITS) - 1;

    private final InstantSource clock;
    private final Random random;
    private long millis = -1;
    private int high;
    private long low;

    /** Makes ULIDs of the system's clock and its secure random numbers. */
    public Ulids() {
        this(InstantSource.system(), new SecureRandom());
    }

    Ulids(InstantSource clock, Random random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * Returns the next one.
     *
     * @throws IllegalStateException if the random bits of a millisecond overflow, as the specification demands
     */
    public synchronized String next() {
        var now = clock.millis();
        if (now > millis) {
            millis = now;
            high = random.nextInt(1 << HIGH_BITS);
            low = random.nextLong();
        } else if (++low == 0) {
            high++;
            if (high > HIGH_MASK) {
                high = HIGH_MASK;
                low = -1;
                throw new IllegalStateException("more ULIDs in one millisecond than its random bits can count");
            }
        }
        return text();
    }

    private String text() {
        var text = new char[LENGTH];
        var rest = low;
        var top = (millis << HIGH_BITS) | high; // 48 + 16 bits
        for (var at = LENGTH - 1; at >= 0; at--) {
            text[at] = ALPHABET[(int) (rest & 31)];
            rest = (rest >>> BITS_PER_CHARACTER) | (top << (Long.SIZE - BITS_PER_CHARACTER));
            top >>>= BITS_PER_CHARACTER;
        }
        return new String(text);
    }
}
