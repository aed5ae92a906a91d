package io.ashlar.crud;

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
                "The transaction was rolled back as a whole, because a part of it failed: " + cause.getMessage(),
                cause);
    }
}
