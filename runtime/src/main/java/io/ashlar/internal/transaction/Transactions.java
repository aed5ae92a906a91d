package io.ashlar.internal.transaction;

import io.ashlar.crud.TransactionConflict;
import io.ashlar.crud.TransactionRolledBack;
import io.ashlar.transaction.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transactions of one application, at most one in a thread at a time: what is called in it joins it. Safe for use by
 * many threads.
 */
public final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 1000;

    @SuppressWarnings("ThreadLocalUsage") // each application has its own; every path removes what it sets
    private final ThreadLocal<@Nullable Running> running = new ThreadLocal<>();

    /**
     * Runs {@code work} in the transaction of this thread, or in a new one, which then commits if the work returns.
     *
     * @throws TransactionRolledBack if a call inside failed and the work went on nevertheless
     * @throws TransactionConflict if others were in the way, more often than it may be tried again
     * @throws IllegalStateException if a transaction runs that is less strict than {@code options}
     */
    public <R> R run(TransactionOptions options, Supplier<R> work) {
        Running current = running.get();
        if (current != null) {
            return joined(current, options, work);
        }
        for (int attempt = 0; ; attempt++) {
            try {
                return once(options, work);
            } catch (TransactionConflict conflict) {
                if (attempt >= options.retries()) {
                    throw conflict;
                }
                LOG.debug("Transaction tried again after a conflict, attempt {}", attempt + 2);
                pause(attempt);
            }
        }
    }

    /**
     * Runs {@code work} on a connection: that of this thread's transaction, or one of its own. There each statement is
     * committed by itself unless {@code atomic}, where the work as a whole is.
     */
    public <R> R call(DataSource source, boolean atomic, Work<R> work) throws SQLException {
        Running current = running.get();
        if (current != null) {
            return inside(current, source, work);
        }
        if (atomic) {
            return alone(source, work);
        }
        Single single;
        R result;
        try (Connection connection = source.getConnection()) {
            single = new Single(connection);
            result = work.run(single);
        }
        if (single.actions != null) {
            afterwards(single.actions);
        }
        return result;
    }

    /** Returns a connection to read from until it is closed; the one of this thread's transaction stays open then. */
    public Lease lease(DataSource source) throws SQLException {
        Running current = running.get();
        if (current != null) {
            current.use(source);
            return new Lease(current.connection(), false);
        }
        Connection connection = source.getConnection();
        connection.setAutoCommit(false); // or else PostgreSQL's driver reads all rows at once
        return new Lease(connection, true);
    }

    private <R> R joined(Running current, TransactionOptions options, Supplier<R> work) {
        if (!current.isAsStrictAs(options.isolation())) {
            throw new IllegalStateException("A transaction runs already, and " + options.isolation()
                    + " cannot be had in it: ask for it where the outer transaction starts");
        }
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            current.fail(e);
            throw e;
        }
    }

    private <R> R inside(Running current, DataSource source, Work<R> work) throws SQLException {
        try {
            current.use(source);
            return work.run(current);
        } catch (SQLException e) {
            current.fail(e);
            throw e;
        }
    }

    private <R> R once(TransactionOptions options, Supplier<R> work) {
        Running fresh = new Running(options);
        running.set(fresh);
        R result;
        try {
            result = work.get();
            Throwable failure = fresh.failure();
            if (failure != null) {
                throw conflict(failure) ? TransactionConflict.of(failure) : new TransactionRolledBack(failure);
            }
            fresh.commit();
            fresh.end(null);
        } catch (SQLException e) {
            fresh.end(e);
            throw Conflicts.isConflict(e) ? TransactionConflict.of(e) : new TransactionRolledBack(e);
        } catch (RuntimeException | Error e) {
            fresh.end(e);
            throw e;
        } finally {
            running.remove();
        }
        afterwards(fresh.actions());
        return result;
    }

    private <R> R alone(DataSource source, Work<R> work) throws SQLException {
        Running fresh = new Running(TransactionOptions.defaults());
        running.set(fresh);
        R result;
        try {
            fresh.use(source);
            result = work.run(fresh);
            fresh.commit();
            fresh.end(null);
        } catch (SQLException | RuntimeException | Error e) {
            fresh.end(e);
            throw e;
        } finally {
            running.remove();
        }
        afterwards(fresh.actions());
        return result;
    }

    private static boolean conflict(Throwable failure) {
        return failure instanceof TransactionConflict
                || (failure instanceof SQLException sql && Conflicts.isConflict(sql));
    }

    /** What was done is committed, so whatever fails now cannot fail the call. */
    private static void afterwards(List<Runnable> actions) {
        for (Runnable action : actions) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("What was to happen after a commit failed; the commit stands", e);
            }
        }
    }

    private static void pause(int attempt) {
        long longest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt, 7));
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, longest + 1)));
    }

    /** A statement that is committed by itself. */
    private static final class Single implements Unit {

        private final Connection connection;
        private @Nullable List<Runnable> actions;

        private Single(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Connection connection() {
            return connection;
        }

        @Override
        public void afterCommit(Runnable action) {
            if (actions == null) {
                actions = new ArrayList<>();
            }
            actions.add(action);
        }
    }
}
