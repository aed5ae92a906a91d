package io.ashlar.internal.transaction;

import java.sql.Connection;
import java.util.function.Supplier;

/** The transaction that one piece of work runs in. For one thread. */
public interface Unit {

    /** Returns the connection; never closed by the work. */
    Connection connection();

    /**
     * Runs {@code action} as the last of the transaction; if it fails, nothing is committed.
     *
     * @throws IllegalStateException in a statement that is committed by itself
     */
    void beforeCommit(Work<?> action);

    /** Runs {@code action} once what was done is committed; never if it is not. */
    void afterCommit(Runnable action);

    /** Returns what is kept under {@code key} as long as the transaction runs: {@code first}'s, when first asked for. */
    <S> S kept(Class<S> key, Supplier<S> first);
}
