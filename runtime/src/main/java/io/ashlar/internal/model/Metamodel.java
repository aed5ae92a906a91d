package io.ashlar.internal.model;

import java.util.Map;

/** The models of one module. Immutable; safe for use by many threads. */
public final class Metamodel {

    private final Map<Class<?>, Entity> entities;

    Metamodel(Map<Class<?>, Entity> entities) {
        this.entities = Map.copyOf(entities);
    }

    /**
     * Returns a model by its class.
     *
     * @throws IllegalArgumentException if it is none of the module
     */
    public Entity entity(Class<?> type) {
        Entity entity = entities.get(type);
        if (entity == null) {
            throw new IllegalArgumentException(
                    type.getName() + " is no model of this module: name it in @Module(models = ...), extending Model");
        }
        return entity;
    }

    /** Returns any of the models: for what is of no one in particular. */
    public Entity any() {
        return entities.values().iterator().next();
    }

    /** Returns the model of a record, whose class may be one that inherits from a model. */
    public Entity of(Object record) {
        Class<?> type = record.getClass();
        while (type != null && !entities.containsKey(type)) {
            type = type.getSuperclass();
        }
        return entity(type == null ? record.getClass() : type);
    }
}
