package io.ashlar.internal.crud;

import io.ashlar.query.Change;
import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.descriptors.changetracking.ChangeTracker;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.queries.UpdateAllQuery;
import org.jspecify.annotations.Nullable;

/** The changes of one update, checked against the model before any SQL is sent. */
final class Changes {

    private final ModelType<?> model;
    private final List<? extends Change<?>> changes;

    private Changes(ModelType<?> model, List<? extends Change<?>> changes) {
        this.model = model;
        this.changes = changes;
    }

    /**
     * Returns {@code changes} if each names an attribute that can be changed, once.
     *
     * @throws IllegalArgumentException otherwise
     */
    static Changes of(ModelType<?> model, List<? extends Change<?>> changes) {
        Set<String> names = new HashSet<>();
        for (Change<?> change : Required.elements("changes of " + model.name(), changes)) {
            String name = model.name() + "." + change.attribute();
            DatabaseMapping mapping = model.mapping(change.attribute());
            if (!names.add(change.attribute())) {
                throw new IllegalArgumentException(name + " is changed twice in one update");
            }
            if (model.isId(change.attribute())) {
                throw new IllegalArgumentException(name + " identifies the record and cannot be changed");
            }
            if (ModelType.isTime(change.attribute()) || model.isVersion(mapping)) {
                throw new IllegalArgumentException(name + " is kept by Ashlar and cannot be changed");
            }
            if (change.value() == null
                    && mapping.getAttributeClassification() != null
                    && mapping.getAttributeClassification().isPrimitive()) {
                throw Errors.required(model, change.attribute(), null);
            }
            if (change.value() != null && !mapping.isForeignReferenceMapping()) {
                Types.checked(model, mapping, change.value());
            }
        }
        return new Changes(model, changes);
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Changes a managed record. */
    void applyTo(Object record, JpaEntityManager entities) {
        for (Change<?> change : changes) {
            DatabaseMapping mapping = model.mapping(change.attribute());
            Object value = change.value();
            if (mapping.isCollectionMapping()
                    && mapping.isForeignReferenceMapping()
                    && !mapping.isElementCollectionMapping()) {
                throw unsupported(change, "a relation to many is changed from its other side");
            }
            if (value != null && mapping.isObjectReferenceMapping()) {
                value = related((ForeignReferenceMapping) mapping, value, entities);
            }
            set(record, mapping, value, entities.getAbstractSession());
        }
    }

    /** Adds the changes to a statement that changes many rows. */
    void addTo(UpdateAllQuery query, Conditions conditions, AbstractSession session) {
        for (Change<?> change : changes) {
            DatabaseMapping mapping = model.mapping(change.attribute());
            var attribute = conditions.record().get(change.attribute());
            Object value = change.value();
            if (mapping.isAbstractDirectMapping()) {
                if (value == null) {
                    query.addUpdate(attribute, conditions.nothing());
                } else {
                    query.addUpdate(attribute, conditions.parameter(value));
                }
            } else if (Relations.isColumn(mapping)) {
                query.addUpdate(
                        attribute,
                        value == null
                                ? null
                                : Relations.bare(model, (ForeignReferenceMapping) mapping, value, session));
            } else {
                throw unsupported(change, "it is not in one column, so update the records one by one");
            }
        }
    }

    /** Changes one attribute so that EclipseLink notices, whether the model is woven or not. */
    static void set(Object record, DatabaseMapping mapping, @Nullable Object value, AbstractSession session) {
        Object before = mapping.getRealAttributeValueFromObject(record, session);
        mapping.setRealAttributeValueInObject(record, value);
        if (record instanceof ChangeTracker tracker) {
            PropertyChangeListener listener = tracker._persistence_getPropertyChangeListener();
            if (listener != null) {
                listener.propertyChange(new PropertyChangeEvent(record, mapping.getAttributeName(), before, value));
            }
        }
    }

    private Object related(ForeignReferenceMapping relation, Object value, JpaEntityManager entities) {
        Object id = Relations.id(model, relation, value, entities.getAbstractSession());
        Object related = entities.find(relation.getReferenceClass(), id);
        if (related == null) {
            String column = relation.getFields().isEmpty()
                    ? relation.getAttributeName()
                    : relation.getFields().get(0).getName();
            throw Errors.missing(model, relation.getAttributeName(), column, id, null);
        }
        return related;
    }

    private IllegalArgumentException unsupported(Change<?> change, String why) {
        return new IllegalArgumentException(
                model.name() + "." + change.attribute() + " cannot be changed like this: " + why);
    }
}
