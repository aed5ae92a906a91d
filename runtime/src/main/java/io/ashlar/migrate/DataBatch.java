package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import java.sql.Connection;

/** The rows that a {@link DataStep} is called for, and how to reach them. */
public interface DataBatch {

    /** Returns the connection of the transaction; it cannot be committed, rolled back or closed. */
    Connection connection();

    /** Returns which database it is. */
    Dialect dialect();

    /**
     * Returns an SQL condition that only the rows of this batch meet, such as {@code "id" between 1 and 1000}.
     *
     * @param column the column of the line {@code -- ashlar:batch}, as this query calls it
     */
    String in(String column);
}
