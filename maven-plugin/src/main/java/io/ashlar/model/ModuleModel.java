package io.ashlar.model;

import java.util.List;
import java.util.Optional;

/**
 * A module as its service class declares it.
 *
 * @param name what {@code @Module} says
 * @param service the service class
 * @param entities in the order of {@code @Module}; none for a module without data
 */
public record ModuleModel(String name, ClassName service, List<EntityModel> entities) {

    /** Copies the list. */
    public ModuleModel {
        entities = List.copyOf(entities);
    }

    /** Returns the class that is generated for the service to extend. */
    public ClassName base() {
        return ClassName.of(service.packageName(), service.simple() + "Base");
    }

    /** Returns the entity of this class; empty if it belongs to no or another module. */
    public Optional<EntityModel> entity(ClassName type) {
        return entities.stream().filter(entity -> entity.type().equals(type)).findFirst();
    }
}
