package io.ashlar.internal.event;

import java.util.UUID;

/** Makes the ids of events. */
final class EventIds {

    private EventIds() {}

    static String next() {
        return UUID.randomUUID().toString();
    }
}
