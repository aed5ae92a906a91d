package io.ashlar.internal.transaction;

import static java.util.Objects.requireNonNull;

import io.ashlar.crud.DataException;
import io.ashlar.crud.NotFound;
import io.ashlar.crud.TransactionConflict;
import io.ashlar.crud.TransactionRolledBack;
import io.ashlar.transaction.SqlWork;
import io.ashlar.transaction.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;
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
    /** SQLStates begin so when the connection broke, or (PostgreSQL) the server ended it. */
    private static final List<String> CONNECTION_LOST = List.of("08", "57P");

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
        requireNonNull(options, "options: null; TransactionOptions.defaults() are the usual ones");
        requireNonNull(work, "work: null");
        Running current = running.get();
        if (current != null) {
            return joined(current, options, work);
        }
        for (int attempt = 0; ; attempt++) {
            Running fresh = new Running(options);
            try {
                return once(fresh, work);
            } catch (RuntimeException e) {
                boolean conflict = e instanceof TransactionConflict || fresh.conflicted();
                if (!conflict
                        || attempt >= options.retries()
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LOG.debug("Transaction tried again after a conflict, attempt {}", attempt + 2);
                pause(attempt);
            }
        }
    }

    /** Returns whether a transaction runs in this thread. */
    public boolean isRunning() {
        return running.get() != null;
    }

    /**
     * Runs {@code work} on a connection: that of this thread's transaction, or one of its own. There each statement is
     * committed by itself unless {@code atomic}, where the work as a whole is.
     *
     * <p>If it fails in a running transaction, that will not commit; except when work that is not atomic found no record.
     */
    public <R> R call(DataSource source, boolean atomic, Work<R> work) throws SQLException {
        Running current = running.get();
        if (current != null) {
            return inside(current, source, atomic, work);
        }
        return atomic ? alone(source, work) : statement(source, work);
    }

    /**
     * Runs hand-written SQL in this thread's transaction, or in one of its own.
     *
     * @throws TransactionConflict if others were in the way
     * @throws DataException if the database refuses it otherwise
     */
    public <R> R jdbc(DataSource source, SqlWork<R> work) {
        requireNonNull(work, "work: null");
        try {
            return call(source, true, unit -> work.run(GuardedConnection.of(unit.connection())));
        } catch (SQLException e) {
            DataException refused = Conflicts.isConflict(e)
                    ? TransactionConflict.of(e)
                    : new DataException("", null, "The database refused: " + e.getMessage(), e);
            explain(e, refused);
            throw refused;
        }
    }

    /** Returns a connection to read from until it is closed; the one of this thread's transaction stays open then. */
    public Lease lease(DataSource source) throws SQLException {
        Running current = running.get();
        if (current != null) {
            current.use(source);
            return new Lease(current.connection(), false);
        }
        return Lease.of(source);
    }

    /**
     * Takes {@code explained} as the reason why this thread's transaction will not commit, if so far {@code words} were: those
     * of the domain instead of the database's.
     */
    public void explain(SQLException words, DataException explained) {
        Running current = running.get();
        if (current != null) {
            current.explain(words, explained);
        }
    }

    private static <R> R joined(Running current, TransactionOptions options, Supplier<R> work) {
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

    private static <R> R inside(Running current, DataSource source, boolean atomic, Work<R> work) throws SQLException {
        try {
            current.use(source);
            return work.run(current);
        } catch (NotFound e) {
            if (atomic) { // a part of it may be done
                current.fail(e);
            }
            throw e;
        } catch (SQLException | RuntimeException | Error e) {
            current.fail(e);
            throw e;
        }
    }

    private <R> R once(Running fresh, Supplier<R> work) {
        R result;
        running.set(fresh);
        try {
            result = work.get();
            commit(fresh);
        } catch (RuntimeException | Error e) {
            fresh.rollback(e);
            throw e;
        } finally {
            running.remove();
        }
        fresh.committed();
        return result;
    }

    private <R> R alone(DataSource source, Work<R> work) throws SQLException {
        Running fresh = new Running(TransactionOptions.defaults());
        R result;
        running.set(fresh);
        try {
            fresh.use(source);
            result = work.run(fresh);
            fresh.commit();
        } catch (SQLException | RuntimeException | Error e) {
            fresh.rollback(e);
            throw e;
        } finally {
            running.remove();
        }
        fresh.committed();
        return result;
    }

    private static <R> R statement(DataSource source, Work<R> work) throws SQLException {
        Single single;
        R result;
        try (Connection connection = source.getConnection()) {
            single = new Single(connection);
            result = work.run(single);
        }
        single.committed();
        return result;
    }

    private static void commit(Running fresh) {
        try {
            fresh.commit();
        } catch (SQLException e) {
            if (Conflicts.isConflict(e)) {
                throw TransactionConflict.of(e);
            }
            String state = String.valueOf(e.getSQLState());
            throw CONNECTION_LOST.stream().anyMatch(state::startsWith)
                    ? new DataException(
                            "",
                            null,
                            "The connection broke while the transaction was to commit: whether it did is not known",
                            e)
                    : new TransactionRolledBack(e);
        }
    }

    private static void pause(int attempt) {
        long longest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt, 7));
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, longest + 1)));
    }
}
