package io.ashlar.internal.transaction;

import io.ashlar.transaction.Isolation;
import io.ashlar.transaction.TransactionOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A transaction under way: it takes its connection with the first use of a database, and keeps to that database. */
final class Running implements Unit {

    private final TransactionOptions options;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private @Nullable DataSource source;
    private @Nullable Connection connection;
    private @Nullable Throwable failure;

    Running(TransactionOptions options) {
        this.options = options;
    }

    /** Returns whether what asks for {@code isolation} may join. */
    boolean isAsStrictAs(Isolation isolation) {
        return isolation == Isolation.DEFAULT || isolation.compareTo(options.isolation()) <= 0;
    }

    /**
     * Takes a connection, unless it has one.
     *
     * @throws IllegalStateException if it has one of another database
     */
    void use(DataSource wanted) throws SQLException {
        if (source == null) {
            Connection fresh = wanted.getConnection();
            connection = fresh;
            source = wanted;
            if (options.isolation() != Isolation.DEFAULT) {
                fresh.setTransactionIsolation(options.isolation().level());
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
            throw new IllegalStateException("the transaction has used no database yet");
        }
        return connection;
    }

    @Override
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    List<Runnable> actions() {
        return afterCommit;
    }

    /** Lets the transaction end without effect, whatever happens to {@code cause} further out. */
    void fail(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    void commit() throws SQLException {
        if (connection != null) {
            connection.commit();
        }
    }

    /** Undoes what was done and gives the connection back; what fails here is kept as suppressed by {@code because}. */
    void end(@Nullable Throwable because) {
        if (connection == null) {
            return;
        }
        try (Connection ending = connection) {
            connection = null;
            if (because != null) {
                ending.rollback();
            }
            ending.setAutoCommit(true);
        } catch (SQLException e) {
            if (because != null) {
                because.addSuppressed(e);
            }
        }
    }
}
