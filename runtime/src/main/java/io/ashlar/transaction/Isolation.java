package io.ashlar.transaction;

import java.sql.Connection;

/** What a transaction sees of others; the names and meanings are SQL's. */
public enum Isolation {
    /** The database's default: read committed on PostgreSQL and H2, repeatable read on MariaDB. */
    DEFAULT(Connection.TRANSACTION_NONE),
    /** Each statement sees what was committed before it. */
    READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED),
    /** All statements see what was committed before the first. */
    REPEATABLE_READ(Connection.TRANSACTION_REPEATABLE_READ),
    /** As if transactions ran one after the other; the database refuses those it cannot order, and they can be tried again. */
    SERIALIZABLE(Connection.TRANSACTION_SERIALIZABLE);

    private final int level;

    Isolation(int level) {
        this.level = level;
    }

    /** Returns JDBC's number for it; {@link Connection#TRANSACTION_NONE} for the default. */
    public int level() {
        return level;
    }
}
