package io.ashlar;

import static java.util.Objects.requireNonNull;

import io.ashlar.crud.Crud;
import io.ashlar.event.Action;
import io.ashlar.event.Events;
import io.ashlar.transaction.SqlWork;
import io.ashlar.transaction.TransactionOptions;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The service of a module. A module with data models extends the generated base class, which extends this; one without
 * extends this directly. Instances are created by an application and are safe for use by many threads if the
 * subclass keeps no state of its own.
 */
public abstract class ModuleService {

    private @Nullable ModuleContext context;

    /** Creates a service that belongs to no application yet; its methods work once an application has started it. */
    protected ModuleService() {}

    /**
     * Returns what creates, reads, updates and deletes the records of one model of this module.
     *
     * @param <T> the model
     * @param <K> the type of its id
     * @throws IllegalStateException if the service was not started by an application, or was stopped
     */
    protected final <T, K> Crud<T, K> crud(Class<T> model) {
        return context().crud(model);
    }

    /**
     * Runs {@code work} as one transaction: all of its calls, of this service and of others on the same database, succeed
     * together or change nothing. Joins the transaction that runs in this thread, if there is one.
     *
     * @throws io.ashlar.crud.TransactionRolledBack if a call in it failed, even if the work caught that
     * @throws io.ashlar.crud.TransactionConflict if the database refused it for what others did at the same time
     */
    protected final <R> R transaction(Supplier<R> work) {
        return transaction(TransactionOptions.defaults(), work);
    }

    /** Runs {@code work} as one transaction, as {@link #transaction(Supplier)} does. */
    protected final void transaction(Runnable work) {
        transaction(TransactionOptions.defaults(), work);
    }

    /**
     * Runs {@code work} as one transaction, as {@link #transaction(Supplier)} does, with these options. Inside another
     * transaction, only that one's retries count.
     *
     * @throws IllegalStateException if a transaction runs in this thread that is less strict
     */
    protected final <R> R transaction(TransactionOptions options, Supplier<R> work) {
        return context().transaction(options, work);
    }

    /** Runs {@code work} as one transaction, as {@link #transaction(TransactionOptions, Supplier)} does. */
    protected final void transaction(TransactionOptions options, Runnable work) {
        requireNonNull(work, "work: null");
        context().transaction(options, () -> {
            work.run();
            return true;
        });
    }

    /**
     * Runs hand-written SQL on the module's database, in the transaction of this thread or in one of its own.
     *
     * <p>The connection must not be used after the work, nor by another thread. What it changes, {@link #changed} tells those
     * who listen to events.
     *
     * @throws io.ashlar.crud.TransactionConflict if the database refuses it for what others do at the same time
     * @throws io.ashlar.crud.DataException if the database refuses it otherwise; the cause is its own error
     * @throws IllegalStateException if the module has no data models, and so no database
     */
    protected final <R> R jdbc(SqlWork<R> work) {
        return context().jdbc(work);
    }

    /**
     * Registers what this module does on events, its own and others'; by default nothing. Called once, when the application
     * starts, after all services were created.
     */
    protected void listen(Events events) {}

    /**
     * Tells those who listen what hand-written SQL has changed, as generated methods do of themselves; best in the transaction
     * of the change.
     *
     * @throws IllegalArgumentException if {@code model} is no model of this module, or {@code ids} holds null
     */
    protected final void changed(Class<?> model, Action action, List<?> ids) {
        context().changed(model, action, ids);
    }

    private ModuleContext context() {
        ModuleContext current = context;
        if (current == null) {
            throw new IllegalStateException(getClass().getName()
                    + " has not been started: resolve it from an Application instead of creating it with new");
        }
        return current;
    }

    final void bind(ModuleContext newContext) {
        context = newContext;
    }
}
