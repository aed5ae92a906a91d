package io.ashlar.internal.event;

import io.ashlar.event.DeadEvent;
import io.ashlar.event.ModelEvent;
import io.ashlar.event.OutboxOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outbox of one module: a row an event, deleted when all handlers are done with it.
 *
 * <p>In order per record: a change of a record writes its row while it still locks the record, so rows of one record have
 * ids in the order of their commits; and no row is delivered while an older one of the same record is there. By one instance
 * at a time: who delivers holds a lock on the row, which the database lets go if the instance dies.
 */
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger("io.ashlar.Events");
    private static final int IDS_A_ROW = 1000;

    private final String module;
    private final DataSource source;
    private final OutboxTable table;
    private final IdCodec codec;
    private final Subscribers subscribers;
    private final OutboxOptions options;

    Outbox(
            String module,
            DataSource source,
            OutboxTable table,
            IdCodec codec,
            Subscribers subscribers,
            OutboxOptions options) {
        this.module = module;
        this.source = source;
        this.table = table;
        this.codec = codec;
        this.subscribers = subscribers;
        this.options = options;
    }

    /** Stores an event in the transaction of {@code connection}, in several rows if it has many ids. */
    void add(Connection connection, ModelEvent event) throws SQLException {
        List<Object> ids = event.ids();
        for (int from = 0; from < ids.size(); from += IDS_A_ROW) {
            List<Object> part = ids.subList(from, Math.min(from + IDS_A_ROW, ids.size()));
            ModelEvent stored = from == 0
                    ? event
                    : new ModelEvent(
                            EventIds.next(), event.module(), event.model(), event.action(), part, event.time());
            table.add(connection, stored, codec.write(part));
        }
    }

    /**
     * Delivers what is due, as far as nobody else does.
     *
     * @param stop whether to leave the rest for later
     * @return whether anything was delivered, and when the next attempt of what failed is due
     */
    Pass deliver(BooleanSupplier stop) throws SQLException {
        List<OutboxRow> rows;
        try (Connection connection = source.getConnection()) {
            rows = table.window(connection);
        }
        Set<String> waiting = new HashSet<>();
        boolean progress = false;
        Instant next = Instant.MAX;
        for (OutboxRow row : rows) {
            if (stop.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                break;
            }
            List<String> records = codec.texts(row.ids()).stream()
                    .map(id -> row.model() + " " + id)
                    .toList();
            Instant until = row.isDue(Instant.now()) ? null : row.nextAttemptAt();
            boolean free = records.stream().noneMatch(waiting::contains);
            if (free && until == null) {
                until = attempt(row);
                progress |= until == null;
            }
            if (free && until != null && until.isBefore(next)) {
                next = until;
            }
            free &= until == null;
            if (!free) {
                waiting.addAll(records);
            }
        }
        return new Pass(progress, next);
    }

    /** What came of looking through the outbox; {@link Instant#MAX} for no next attempt. */
    record Pass(boolean progress, Instant next) {}

    long pending() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return table.pending(connection);
        }
    }

    List<DeadEvent> dead() throws SQLException {
        List<DeadEvent> dead = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            for (OutboxRow row : table.dead(connection)) {
                dead.add(new DeadEvent(row.event(module, codec), row.attempts(), String.valueOf(row.error())));
            }
        }
        return dead;
    }

    int retryDead() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return table.revive(connection);
        }
    }

    /**
     * Delivers an event, unless another instance has it.
     *
     * @return null if it is delivered or given up, so that later events of its records may follow; else when it is tried
     *     again, or {@link Instant#MAX} if that is another instance's business
     */
    private @Nullable Instant attempt(OutboxRow seen) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Optional<OutboxRow> claimed = table.claim(connection, seen.id());
                Instant until = claimed.isPresent() ? attempt(connection, claimed.get()) : elsewhere(connection, seen);
                connection.commit();
                return until;
            } catch (SQLException | RuntimeException | Error e) {
                rollback(connection, e);
                throw e;
            }
        } // the pool sets autocommit back
    }

    /** Another instance delivers it, or just has: then nothing but this one might know of what follows. */
    private @Nullable Instant elsewhere(Connection connection, OutboxRow row) throws SQLException {
        return table.isPending(connection, row.id()) ? Instant.MAX : null;
    }

    private static void rollback(Connection connection, Throwable because) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    private @Nullable Instant attempt(Connection connection, OutboxRow row) throws SQLException {
        if (!row.isDue(Instant.now())) { // another instance has tried it in the meantime
            return row.nextAttemptAt();
        }
        ModelEvent event;
        try {
            event = row.event(module, codec);
        } catch (RuntimeException e) { // written by a version of the module whose ids this one cannot read
            LOG.error("[event-given-up] Event {} in the outbox of module {} cannot be read", row.eventId(), module, e);
            table.failed(connection, row, "", String.valueOf(e), null);
            return null;
        }
        Map<String, Throwable> failures = subscribers.deliver(event, row.done());
        if (failures.isEmpty()) {
            table.delete(connection, row.id());
            return null;
        }
        int attempt = row.attempts() + 1;
        boolean last = attempt >= options.attempts();
        Duration pause = last ? null : options.pauseAfter(attempt);
        List<String> done = new ArrayList<>(subscribers.keys(event));
        done.removeAll(failures.keySet());
        done.addAll(row.done());
        table.failed(
                connection,
                row,
                String.join("\n", new LinkedHashSet<>(done)),
                String.valueOf(failures.values().iterator().next()),
                pause);
        failures.forEach((handler, cause) -> log(event, handler, cause, attempt, pause));
        subscribers.report(event, failures, attempt, last);
        return pause == null ? null : Instant.now().plus(pause);
    }

    private void log(ModelEvent event, String handler, Throwable cause, int attempt, @Nullable Duration pause) {
        if (pause == null) {
            LOG.error(
                    "[event-given-up] Handler '{}' of event {} {} failed {} times, so the event is given up. It stays in the"
                            + " outbox: Events.dead(\"{}\") shows it, Events.retryDead(\"{}\") has it delivered again",
                    handler,
                    event.name(),
                    event.id(),
                    attempt,
                    module,
                    module,
                    cause);
        } else {
            LOG.warn(
                    "Handler '{}' of event {} {} failed in attempt {} of {}; tried again in {}",
                    handler,
                    event.name(),
                    event.id(),
                    attempt,
                    options.attempts(),
                    pause,
                    cause);
        }
    }
}
