package io.ashlar.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** Returns the simple names of the entities in this package; of a nested one, that of the class around it. */
    public Set<String> entityNamesIn(String packageName) {
        return entities.stream()
                .map(EntityModel::type)
                .filter(type -> type.packageName().equals(packageName))
                .map(type -> type.topLevel().simple())
                .collect(Collectors.toUnmodifiableSet());
    }
}
