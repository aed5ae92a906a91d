package io.ashlar.migration;

import io.ashlar.database.Dialect;
import java.util.OptionalLong;
import java.util.function.Function;

/** A database that can be asked what a migration would lose. */
public interface RowCounter {

    /**
     * Returns the number that a query gives; empty where it gives none, as before the first migration, or where no database
     * answers.
     *
     * @param sql the query in each dialect
     */
    OptionalLong count(Function<Dialect, String> sql);
}
