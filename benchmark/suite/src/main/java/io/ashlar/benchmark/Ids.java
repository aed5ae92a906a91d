package io.ashlar.benchmark;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Makes ids for the contenders that have none of their own: as long as Ashlar's ULIDs, ascending, and cheaper. */
public final class Ids {

    private static final AtomicLong LAST =
            new AtomicLong(ThreadLocalRandom.current().nextLong(1L << 40) << 20);
    private static final int DIGITS = 26;
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    private Ids() {}

    /** Returns a new id of a post. */
    public static String next() {
        var text = new char[DIGITS];
        var rest = LAST.incrementAndGet();
        for (var at = DIGITS - 1; at > 0; at--) {
            text[at] = ALPHABET[(int) (rest & 31)];
            rest >>>= 5;
        }
        text[0] = 'N';
        return "post_" + new String(text);
    }
}
