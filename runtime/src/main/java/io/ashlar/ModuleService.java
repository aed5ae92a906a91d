package io.ashlar;

import io.ashlar.crud.Crud;
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
        ModuleContext current = context;
        if (current == null) {
            throw new IllegalStateException(getClass().getName()
                    + " has not been started: resolve it from an Application instead of creating it with new");
        }
        return current.crud(model);
    }

    final void bind(ModuleContext newContext) {
        context = newContext;
    }
}
