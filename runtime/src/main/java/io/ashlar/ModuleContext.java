package io.ashlar;

import io.ashlar.crud.Crud;
import io.ashlar.event.Action;
import io.ashlar.transaction.SqlWork;
import io.ashlar.transaction.TransactionOptions;
import java.util.List;
import java.util.function.Supplier;

/** What an application gives to one of its modules. */
interface ModuleContext {

    /**
     * Returns the crud of one of the module's models.
     *
     * @throws IllegalArgumentException if {@code model} is none of them
     * @throws IllegalStateException if the application is closed
     */
    <T, K> Crud<T, K> crud(Class<T> model);

    /** Runs {@code work} in the transaction of this thread, or in a new one. */
    <R> R transaction(TransactionOptions options, Supplier<R> work);

    /**
     * Runs hand-written SQL on the module's database, in the transaction of this thread or one of its own.
     *
     * @throws IllegalStateException if the module has no database, or the application is closed
     */
    <R> R jdbc(SqlWork<R> work);

    /**
     * Records an event in the transaction of this thread, or one of its own.
     *
     * @throws IllegalArgumentException if {@code model} is none of the module's
     */
    void changed(Class<?> model, Action action, List<?> ids);
}
