package io.ashlar.internal.read;

import io.ashlar.internal.failure.Errors;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.sql.Sql;
import io.ashlar.internal.transaction.Lease;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one query in portions, while a consumer goes on. For one thread. */
final class Streams extends Spliterators.AbstractSpliterator<Object> implements AutoCloseable {

    /** How many rows are in memory at a time, and have their relations loaded together. */
    private static final int PORTION = 500;

    private final Store store;
    private final Entity entity;
    private final Sql sql;
    private final Selection selection;
    private final Queue<Object> ready = new ArrayDeque<>(PORTION);
    private @Nullable Lease lease;
    private @Nullable PreparedStatement statement;
    private @Nullable ResultSet rows;
    private boolean done;

    private Streams(Store store, Entity entity, Sql sql, Selection selection) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        this.store = store;
        this.entity = entity;
        this.sql = sql;
        this.selection = selection;
    }

    /** Returns the records; the query runs when the first is asked for. */
    static Stream<Object> of(Store store, Entity entity, Sql sql, Selection selection) {
        Streams streams = new Streams(store, entity, sql, selection);
        return StreamSupport.stream(streams, false).onClose(streams::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super Object> action) {
        if (ready.isEmpty() && !done) {
            fill();
        }
        Object next = ready.poll();
        if (next == null) {
            return false;
        }
        action.accept(next);
        return true;
    }

    private void fill() {
        Page page = new Page(selection, new Known());
        try {
            ResultSet row = open();
            List<Object> portion = new ArrayList<>();
            while (portion.size() < PORTION && row.next()) {
                portion.add(selection.read(row, page));
            }
            done = portion.size() < PORTION;
            page.complete();
            ready.addAll(portion);
            if (done) {
                close();
            }
        } catch (SQLException e) {
            RuntimeException translated = Errors.translated(entity, store.module(), e);
            closeAfter(translated);
            throw translated;
        } catch (RuntimeException | Error e) {
            closeAfter(e);
            throw e;
        }
    }

    private void closeAfter(Throwable failed) {
        try {
            close();
        } catch (RuntimeException e) {
            failed.addSuppressed(e);
        }
    }

    private ResultSet open() throws SQLException {
        if (rows == null) {
            lease = store.transactions().lease(store.dataSource());
            statement = sql.forward(lease.connection());
            statement.setFetchSize(PORTION);
            rows = statement.executeQuery();
        }
        return rows;
    }

    @Override
    public void close() {
        done = true;
        Lease ended = lease;
        if (ended == null) {
            return;
        }
        PreparedStatement running = statement;
        lease = null;
        statement = null;
        rows = null;
        try (ended) {
            if (running != null) {
                running.close(); // and with it the rows
            }
        } catch (SQLException e) {
            throw Errors.translated(entity, store.module(), e);
        }
    }
}
