package io.ashlar.internal.transaction;

import java.sql.Connection;

/** The transaction that one piece of work runs in. For one thread. */
public interface Unit {

    /** Returns the connection; never closed by the work. */
    Connection connection();

    /** Runs {@code action} once what was done is committed; never if it is not. */
    void afterCommit(Runnable action);
}
