package io.ashlar.crud;

import org.jspecify.annotations.Nullable;

/**
 * The database refused a transaction for what others did at the same time: a serialization failure, a deadlock, or a lock
 * that was not free in time. Nothing was changed; it may succeed when tried again.
 */
public final class TransactionConflict extends DataException {

    private static final long serialVersionUID = 1L;

    /** Reports the conflict met by a call on {@code model}. */
    public TransactionConflict(String model, String message, @Nullable Throwable cause) {
        super(model, null, message, cause);
    }

    /** Returns {@code cause} itself, if it is one, else a report of it. */
    public static TransactionConflict of(Throwable cause) {
        return cause instanceof TransactionConflict conflict
                ? conflict
                : new TransactionConflict(
                        "", "The transaction met another at the same time; nothing was changed, try it again", cause);
    }
}
