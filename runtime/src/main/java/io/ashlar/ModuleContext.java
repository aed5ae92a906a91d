package io.ashlar;

import io.ashlar.crud.Crud;

/** What an application gives to one of its modules. */
interface ModuleContext {

    /**
     * Returns the crud of one of the module's models.
     *
     * @throws IllegalArgumentException if {@code model} is none of them
     * @throws IllegalStateException if the application is closed
     */
    <T, K> Crud<T, K> crud(Class<T> model);
}
