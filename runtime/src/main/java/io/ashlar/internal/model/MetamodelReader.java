package io.ashlar.internal.model;

import io.ashlar.database.Dialect;
import io.ashlar.internal.mapping.Storages;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping;

/** Reads the models of a module from what EclipseLink makes of them: the one place that knows both worlds. */
public final class MetamodelReader {

    private MetamodelReader() {}

    /** Returns the models of a session that EclipseLink has initialised; it need not be connected. */
    public static Metamodel read(AbstractSession session, Dialect dialect) {
        Bindings bindings = new Bindings(Storages.of(session.getProject()), dialect);
        Map<Class<?>, Entity> entities = new HashMap<>();
        Map<Class<?>, ClassDescriptor> descriptors = new HashMap<>();
        for (ClassDescriptor descriptor : session.getProject().getDescriptors().values()) {
            if (!descriptor.isDescriptorTypeAggregate()) {
                descriptors.put(descriptor.getJavaClass(), descriptor);
                entities.put(descriptor.getJavaClass(), new EntityReader(descriptor, session, bindings).read());
            }
        }
        descriptors.forEach((type, descriptor) -> lead(descriptor, entities));
        entities.values().forEach(entity -> inherit(entity, entities));
        CascadeChecks.check(entities.values());
        return new Metamodel(entities);
    }

    private static void lead(ClassDescriptor descriptor, Map<Class<?>, Entity> entities) {
        Entity entity = Objects.requireNonNull(entities.get(descriptor.getJavaClass()));
        for (Map.Entry<String, Attribute> named : entity.byPath().entrySet()) {
            if (named.getValue() instanceof ToOne toOne) {
                toOne.lead(target(descriptor, named.getKey(), entities));
            } else if (named.getValue() instanceof ToMany toMany) {
                toMany.lead(target(descriptor, named.getKey(), entities));
            }
        }
    }

    private static Entity target(ClassDescriptor owner, String path, Map<Class<?>, Entity> entities) {
        ClassDescriptor at = owner;
        String[] steps = path.split("\\.", -1);
        for (int i = 0; i < steps.length - 1; i++) {
            at = at.getMappingForAttributeName(steps[i]).getReferenceDescriptor();
        }
        DatabaseMapping relation = at.getMappingForAttributeName(steps[steps.length - 1]);
        Entity target = entities.get(relation.getReferenceDescriptor().getJavaClass());
        if (target == null) {
            throw new IllegalStateException(path + " leads to no model");
        }
        return target;
    }

    private static void inherit(Entity entity, Map<Class<?>, Entity> entities) {
        entities.values().stream()
                .filter(other -> entity.type().isAssignableFrom(other.type()))
                .filter(other ->
                        !java.lang.reflect.Modifier.isAbstract(other.type().getModifiers()))
                .sorted(java.util.Comparator.comparing(other -> other.type().getName()))
                .forEach(entity.hierarchy()::add);
    }
}
