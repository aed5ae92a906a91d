package io.ashlar.internal.crud;

import io.ashlar.query.RelatedId;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.ObjectReferenceMapping;
import org.jspecify.annotations.Nullable;

/** Related records, given as objects or by id. */
final class Relations {

    private Relations() {}

    /** Returns whether the mapping is a relation whose key is in the record's own row. */
    static boolean isColumn(DatabaseMapping mapping) {
        return mapping instanceof ObjectReferenceMapping reference && reference.isForeignKeyRelationship();
    }

    /** Returns the model a relation leads to. */
    static ModelType<?> target(DatabaseMapping relation, AbstractSession session) {
        return ModelType.of(relation.getReferenceDescriptor().getJavaClass(), session);
    }

    /**
     * Returns the id of the related record {@code value} stands for.
     *
     * @throws IllegalArgumentException if it is of another type, or is not stored
     */
    static Object id(ModelType<?> model, ForeignReferenceMapping relation, Object value, AbstractSession session) {
        ModelType<?> target = target(relation, session);
        if (value instanceof RelatedId related) {
            return target.simpleId().isPresent()
                    ? Types.checked(target, target.mapping(target.idName()), related.id())
                    : related.id();
        }
        Types.checked(model, relation, value);
        Object id = storedId(value, relation.getReferenceDescriptor(), session);
        if (id == null) {
            throw new IllegalArgumentException(model.name() + "." + relation.getAttributeName() + " - this "
                    + target.name() + " has no id: create it first");
        }
        return id;
    }

    /** Returns a record that holds but the id of the related record {@code value} stands for. */
    static Object bare(ModelType<?> model, ForeignReferenceMapping relation, Object value, AbstractSession session) {
        Object id = id(model, relation, value, session);
        if (!(value instanceof RelatedId)) {
            return value;
        }
        ModelType<?> target = target(relation, session);
        Object bare = target.descriptor().getObjectBuilder().buildNewInstance();
        target.mapping(target.simpleId()
                        .orElseThrow(() -> new IllegalArgumentException(model.name() + "." + relation.getAttributeName()
                                + " cannot be set by id here: give the " + target.name() + " itself")))
                .setAttributeValueInObject(bare, id);
        return bare;
    }

    /** Returns the id of {@code record}; null if it has none. */
    static @Nullable Object storedId(Object record, ClassDescriptor descriptor, AbstractSession session) {
        return descriptor.getObjectBuilder().extractPrimaryKeyFromObject(record, session, true) == null
                ? null
                : descriptor.getCMPPolicy().createPrimaryKeyInstance(record, session);
    }
}
