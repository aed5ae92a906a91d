package io.ashlar.internal.crud;

import io.ashlar.data.Model;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;

/**
 * Stores new records. EclipseLink takes a related record it did not read itself for a new one; so while the records are
 * written, stand-ins that hold but the id take the place of related records which are stored already. Afterwards the
 * records have the caller's own objects back.
 */
final class Creation {

    private final JpaEntityManager entities;
    private final AbstractSession session;
    private final Set<Object> created = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Runnable> afterwards = new ArrayList<>();

    private Creation(JpaEntityManager entities) {
        this.entities = entities;
        this.session = entities.getAbstractSession();
    }

    /**
     * Stores {@code records} and whatever new they cascade to, by the end of the transaction.
     *
     * @return what puts the caller's objects back; to be run after the transaction, whatever became of it
     */
    static Runnable store(Collection<?> records, JpaEntityManager entities) {
        Creation creation = new Creation(entities);
        try {
            creation.created.addAll(records);
            records.forEach(creation::prepare);
            records.forEach(entities::persist);
        } catch (RuntimeException | Error e) {
            creation.restore();
            throw e;
        }
        return creation::restore;
    }

    private void restore() {
        afterwards.forEach(Runnable::run);
    }

    private void prepare(Object record) {
        ClassDescriptor descriptor = session.getClassDescriptor(record.getClass());
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            if (mapping.isObjectReferenceMapping()) {
                toOne(record, (ForeignReferenceMapping) mapping);
            } else if (mapping instanceof CollectionMapping collection
                    && collection.getReferenceDescriptor() != null
                    && !collection.getReferenceDescriptor().isAggregateCollectionDescriptor()
                    && !collection.getContainerPolicy().isMapPolicy()) {
                toMany(record, collection);
            }
        }
    }

    private void toOne(Object record, ForeignReferenceMapping relation) {
        Object related = relation.getRealAttributeValueFromObject(record, session);
        if (related != null) {
            replace(record, relation, related, managed(record, relation, related));
        }
    }

    private void toMany(Object record, CollectionMapping relation) {
        Object related = relation.getRealAttributeValueFromObject(record, session);
        if (related == null || relation.getContainerPolicy().isEmpty(related)) {
            return;
        }
        var container = relation.getContainerPolicy();
        Object managed = container.containerInstance();
        for (Object each = container.iteratorFor(related); container.hasNext(each); ) {
            container.addInto(managed(record, relation, container.next(each, session)), managed, session);
        }
        replace(record, relation, related, managed);
    }

    private void replace(Object record, ForeignReferenceMapping relation, Object original, Object managed) {
        if (managed != original) {
            relation.setRealAttributeValueInObject(record, managed);
            afterwards.add(() -> relation.setRealAttributeValueInObject(record, original));
        }
    }

    /** Returns {@code related} itself where it is new too, else its stand-in. */
    private Object managed(Object record, ForeignReferenceMapping relation, Object related) {
        if (created.contains(related)) {
            return related;
        }
        ClassDescriptor target = session.getClassDescriptor(related.getClass());
        boolean stored = related instanceof Model model && model.getCreatedAt() != null;
        if (relation.isCascadePersist() && !stored) {
            created.add(related);
            prepare(related);
            return related;
        }
        if (Relations.storedId(related, target, session) == null) {
            throw new IllegalArgumentException(record.getClass().getSimpleName() + "." + relation.getAttributeName()
                    + " - this " + target.getJavaClass().getSimpleName() + " has no id: create it first");
        }
        return standIn(target, related);
    }

    private Object standIn(ClassDescriptor target, Object original) {
        Object standIn = target.getObjectBuilder().buildNewInstance();
        for (DatabaseMapping id : target.getObjectBuilder().getPrimaryKeyMappings()) {
            id.setAttributeValueInObject(standIn, id.getAttributeValueFromObject(original));
        }
        return entities.getUnitOfWork().registerExistingObject(standIn);
    }
}
