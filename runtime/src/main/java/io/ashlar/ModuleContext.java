package io.ashlar;

import io.ashlar.crud.Crud;

/** What an application gives to one of its modules. */
interface ModuleContext {

    <T, K> Crud<T, K> crud(Class<T> model);
}
