package io.ashlar.internal.event;

import io.ashlar.event.Action;
import io.ashlar.event.ModelEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stored event.
 *
 * @param attempts that failed
 * @param nextAttemptAt null for at once
 * @param handled the keys of handlers that are done with it, a line each; null for none
 */
record OutboxRow(
        long id,
        String eventId,
        String model,
        String action,
        String ids,
        Instant createdAt,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String handled,
        @Nullable String error) {

    boolean isDue(Instant now) {
        return nextAttemptAt == null || !nextAttemptAt.isAfter(now);
    }

    Set<String> done() {
        return handled == null || handled.isEmpty()
                ? Set.of()
                : new LinkedHashSet<>(Arrays.asList(handled.split("\n")));
    }

    ModelEvent event(String module, IdCodec codec) {
        return new ModelEvent(eventId, module, model, Action.valueOf(action), codec.read(ids), createdAt);
    }
}
