package io.ashlar.internal.crud;

import io.ashlar.query.Filter;
import java.time.Instant;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.eclipse.persistence.queries.UpdateAllQuery;

/** Updates many records in one statement, and refuses filters that would aim at all of them by accident. */
final class Writes {

    private Writes() {}

    static <T> long update(
            ModelType<T> model, JpaEntityManager entities, Filter<T> filter, Changes changes, Instant now) {
        Conditions conditions = new Conditions(model, entities.getAbstractSession());
        Condition condition = aimed(model, "update", conditions, filter);
        UpdateAllQuery query = new UpdateAllQuery(model.type(), conditions.record());
        changes.addTo(query, conditions, entities.getAbstractSession());
        if (changes.isEmpty() || !(condition instanceof Condition.Sometimes some)) {
            return 0;
        }
        query.addUpdate(conditions.record().get(ModelType.UPDATED_AT), conditions.parameter(now));
        query.setSelectionCriteria(some.expression());
        return Queries.changed(entities, query, conditions);
    }

    /**
     * Returns the records that match {@code filter} and are not hidden.
     *
     * @throws IllegalArgumentException if the filter alone matches every record
     */
    static Condition aimed(ModelType<?> model, String action, Conditions conditions, Filter<?> filter) {
        Condition matching = conditions.of(filter);
        if (matching == Condition.Known.ALWAYS) {
            throw new IllegalArgumentException("This filter matches every " + model.name() + ", so nothing is " + action
                    + "d: a list in it is empty");
        }
        return conditions.namesDeletedAt() ? matching : matching.and(conditions.live());
    }
}
