package io.ashlar.crud;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that could not commit, because a call in it had failed, even if that was caught, or because the database
 * refused. Nothing was changed; the cause says what failed.
 */
public final class TransactionRolledBack extends DataException {

    private static final long serialVersionUID = 1L;

    /** Reports that {@code cause} kept the transaction from committing. */
    public TransactionRolledBack(Throwable cause) {
        super(
                "",
                null,
                "The transaction was rolled back as a whole, because a part of it failed: " + words(cause),
                cause);
    }

    /** A database's own message may hold values that are nobody's business. */
    private static @Nullable String words(Throwable cause) {
        return cause instanceof SQLException sql
                ? "the database refused a statement (SQLState " + sql.getSQLState() + ")"
                : cause.getMessage();
    }
}
