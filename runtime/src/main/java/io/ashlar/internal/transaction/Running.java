package io.ashlar.internal.transaction;

import io.ashlar.crud.DataException;
import io.ashlar.crud.TransactionConflict;
import io.ashlar.crud.TransactionRolledBack;
import io.ashlar.transaction.Isolation;
import io.ashlar.transaction.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A transaction under way: it takes its connection with the first use of a database, and keeps to that database. */
final class Running implements Unit {

    private final TransactionOptions options;
    private final Hooks hooks = new Hooks();
    private @Nullable DataSource source;
    private @Nullable Connection connection;
    private @Nullable Throwable failure;

    Running(TransactionOptions options) {
        this.options = options;
    }

    /** Returns whether what asks for {@code isolation} may join; every database's default is read committed or stricter. */
    boolean isAsStrictAs(Isolation isolation) {
        return isolation.compareTo(Isolation.READ_COMMITTED) <= 0 || isolation.compareTo(options.isolation()) <= 0;
    }

    /**
     * Takes a connection, unless it has one.
     *
     * @throws IllegalStateException if it has one of another database
     * @throws TransactionRolledBack if a part of the transaction failed before: nothing of it will be committed
     */
    void use(DataSource wanted) throws SQLException {
        refuseIfFailed();
        if (source == null) {
            Connection fresh = wanted.getConnection();
            connection = fresh; // from here on given back by commit or rollback
            source = wanted;
            if (options.isolation() != Isolation.DEFAULT) {
                fresh.setTransactionIsolation(options.isolation().level()); // the pool sets it back
            }
            fresh.setAutoCommit(false);
        } else if (source != wanted) {
            throw new IllegalStateException("A transaction stays on one database, and this call is on another: run it"
                    + " after the transaction, or put both modules on one database");
        }
    }

    @Override
    public Connection connection() {
        if (connection == null) {
            throw new IllegalStateException("the transaction has used no database yet, or is over");
        }
        return connection;
    }

    @Override
    public void beforeCommit(Work<?> action) {
        hooks.beforeCommit(action);
    }

    @Override
    public void afterCommit(Runnable action) {
        hooks.afterCommit(action);
    }

    @Override
    public <S> S kept(Class<S> key, Supplier<S> first) {
        return hooks.kept(key, first);
    }

    /** Lets the transaction end without effect, whatever happens to {@code cause} further out. */
    void fail(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
    }

    void explain(SQLException words, DataException explained) {
        if (failure == words) {
            failure = explained;
        }
    }

    /** Returns whether a part failed for what others did at the same time. */
    boolean conflicted() {
        return failure instanceof TransactionConflict
                || (failure instanceof SQLException sql && Conflicts.isConflict(sql));
    }

    /**
     * Commits and gives the connection back.
     *
     * @throws TransactionRolledBack if a part failed before
     */
    void commit() throws SQLException {
        refuseIfFailed();
        for (Work<?> action : hooks.beforeCommit()) {
            action.run(this);
        }
        refuseIfFailed();
        if (connection != null) {
            connection.commit();
            giveBack(null);
        }
    }

    /** Runs what was to happen after the commit. */
    void committed() {
        hooks.committed();
    }

    /** Undoes what was done and gives the connection back; what fails here is kept as suppressed by {@code because}. */
    void rollback(Throwable because) {
        giveBack(because);
    }

    private void giveBack(@Nullable Throwable because) {
        if (connection == null) {
            return;
        }
        try (Connection ending = connection) {
            connection = null;
            if (because != null) {
                ending.rollback();
            }
            ending.setAutoCommit(true);
        } catch (SQLException | RuntimeException e) { // the pool drops a connection that it cannot set back
            if (because != null && because != e) {
                because.addSuppressed(e);
            }
        }
    }

    private void refuseIfFailed() {
        if (failure != null) {
            throw conflicted() ? TransactionConflict.of(failure) : new TransactionRolledBack(failure);
        }
    }
}
