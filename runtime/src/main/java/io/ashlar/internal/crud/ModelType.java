package io.ashlar.internal.crud;

import io.ashlar.data.Model;
import io.ashlar.problem.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;

/**
 * One model as EclipseLink maps it: its names, its id, its attributes.
 *
 * @param <T> the model
 */
final class ModelType<T> {

    static final String CREATED_AT = "createdAt";
    static final String UPDATED_AT = "updatedAt";
    static final String DELETED_AT = "deletedAt";

    private final Class<T> type;
    private final ClassDescriptor descriptor;
    private final List<List<String>> idPaths;

    private ModelType(Class<T> type, ClassDescriptor descriptor, List<List<String>> idPaths) {
        this.type = type;
        this.descriptor = descriptor;
        this.idPaths = idPaths;
    }

    /**
     * Returns the model behind {@code type}.
     *
     * @throws IllegalArgumentException if it is no model of the session
     */
    static <T> ModelType<T> of(Class<T> type, AbstractSession session) {
        ClassDescriptor descriptor = session.getClassDescriptor(type);
        if (descriptor == null || !Model.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException(
                    type.getName() + " is no model of this module: name it in @Module(models = ...), extending Model");
        }
        return new ModelType<>(type, descriptor, idPaths(descriptor));
    }

    Class<T> type() {
        return type;
    }

    ClassDescriptor descriptor() {
        return descriptor;
    }

    /** Returns the name in messages: {@code Post}. */
    String name() {
        return type.getSimpleName();
    }

    /** Returns the key of ids by model: {@code post_id}. */
    String idKey() {
        return name().replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
                        .toLowerCase(Locale.ROOT) + "_id";
    }

    /** Returns the id's attribute in messages; for an id of several attributes {@code id}. */
    String idName() {
        return simpleId().orElse("id");
    }

    /** Returns the id's attribute; empty where it is embedded, a relation, or several. */
    Optional<String> simpleId() {
        if (idPaths.size() != 1 || idPaths.get(0).size() != 1) {
            return Optional.empty();
        }
        return Optional.of(idPaths.get(0).get(0)).filter(id -> mapping(id).isAbstractDirectMapping());
    }

    /** Returns whether the attribute is part of the id. */
    boolean isId(String attribute) {
        return idPaths.stream().anyMatch(path -> path.get(0).equals(attribute));
    }

    /** Returns the attribute stored in {@code column}; the column's name itself if it is of no attribute. */
    String attributeOf(String column) {
        return descriptor.getMappings().stream()
                .filter(mapping -> mapping.getFields().stream()
                        .anyMatch(field -> field.getName().equalsIgnoreCase(column)))
                .map(DatabaseMapping::getAttributeName)
                .findFirst()
                .orElse(column);
    }

    /** Returns the columns of a unique key by its name, as our migrations name keys of one column; else none. */
    List<String> columnsOf(String key) {
        String table = descriptor.getTables().get(0).getName();
        return descriptor.getFields().stream()
                .filter(field -> key.equalsIgnoreCase("uq_" + table + "_" + field.getName())
                        || (key.equals("PRIMARY")
                                && descriptor.getPrimaryKeyFields().contains(field)))
                .map(DatabaseField::getName)
                .toList();
    }

    /** Returns whether the attribute is one of the times Ashlar keeps. */
    static boolean isTime(String attribute) {
        return attribute.equals(CREATED_AT) || attribute.equals(UPDATED_AT) || attribute.equals(DELETED_AT);
    }

    /** Returns whether the attribute is the version of optimistic locking. */
    boolean isVersion(DatabaseMapping mapping) {
        var locking = descriptor.getOptimisticLockingPolicy();
        return locking != null && mapping.getFields().contains(locking.getWriteLockField());
    }

    /** Returns whether deleting a record deletes records of its own too, which one statement cannot. */
    boolean ownsRecords() {
        return descriptor.getMappings().stream()
                .filter(DatabaseMapping::isForeignReferenceMapping)
                .map(ForeignReferenceMapping.class::cast)
                .anyMatch(relation -> !relation.isElementCollectionMapping()
                        && (relation.isCascadeRemove() || relation.isPrivateOwned()));
    }

    /** Returns what the id consists of, to order by. */
    List<Expression> idExpressions(ExpressionBuilder record) {
        List<Expression> parts = new ArrayList<>();
        for (List<String> path : idPaths) {
            Expression part = record;
            for (String step : path) {
                part = part.get(step);
            }
            parts.add(part);
        }
        return parts;
    }

    /**
     * Returns how the attribute is mapped.
     *
     * @throws IllegalArgumentException naming the nearest if there is no such attribute
     */
    DatabaseMapping mapping(String attribute) {
        DatabaseMapping mapping = descriptor.getMappingForAttributeName(attribute);
        if (mapping == null) {
            List<String> known = descriptor.getMappings().stream()
                    .map(DatabaseMapping::getAttributeName)
                    .sorted()
                    .toList();
            throw new IllegalArgumentException(name() + " has no attribute '" + attribute + "'."
                    + Nearest.question(attribute, known) + " Known: " + String.join(", ", known));
        }
        return mapping;
    }

    private static List<List<String>> idPaths(ClassDescriptor descriptor) {
        List<List<String>> paths = new ArrayList<>();
        for (DatabaseMapping mapping : descriptor.getObjectBuilder().getPrimaryKeyMappings()) {
            String name = mapping.getAttributeName();
            if (mapping.isAggregateObjectMapping()) {
                idPaths(mapping, name, paths);
            } else if (!paths.contains(List.of(name))) {
                paths.add(List.of(name));
            }
        }
        return List.copyOf(paths);
    }

    private static void idPaths(DatabaseMapping embedded, String name, List<List<String>> paths) {
        for (DatabaseMapping part : embedded.getReferenceDescriptor().getMappings()) {
            List<String> path = List.of(name, part.getAttributeName());
            if (!paths.contains(path)) {
                paths.add(path);
            }
        }
    }
}
