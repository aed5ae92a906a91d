package io.ashlar.benchmark;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time as the database keeps it. */
public final class Moment {

    private Moment() {}

    /** Returns the time in microseconds. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
