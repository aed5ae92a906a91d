package io.ashlar.internal.crud;

import io.ashlar.query.Filter;
import java.util.Collection;
import java.util.List;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.eclipse.persistence.queries.DeleteAllQuery;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.jspecify.annotations.Nullable;

/**
 * Deletes records of one model for good: in one statement, or record by record where they own others or their id is of
 * several attributes.
 *
 * @param <T> the model
 */
final class Deletion<T> {

    private final ModelType<T> model;
    private final JpaEntityManager entities;

    Deletion(ModelType<T> model, JpaEntityManager entities) {
        this.model = model;
        this.entities = entities;
    }

    void byIds(Collection<?> ids) {
        if (model.simpleId().isEmpty()) {
            ids.stream().map(id -> entities.find(model.type(), id)).forEach(this::remove);
            return;
        }
        for (List<?> chunk : Chunks.of(ids)) {
            Conditions conditions = new Conditions(model, entities.getAbstractSession());
            matching(conditions, conditions.withId(model.idName(), chunk));
        }
    }

    long byFilter(Filter<T> filter) {
        Conditions conditions = new Conditions(model, entities.getAbstractSession());
        Condition condition = Writes.aimed(model, "delete", conditions, filter);
        return condition == Condition.Known.NEVER ? 0 : matching(conditions, condition);
    }

    private long matching(Conditions conditions, Condition condition) {
        if (model.ownsRecords()) {
            ReadAllQuery query = new ReadAllQuery(model.type(), conditions.record());
            query.setSelectionCriteria(((Condition.Sometimes) condition).expression());
            List<?> found = Queries.rows(entities, query, conditions);
            found.forEach(this::remove);
            return found.size();
        }
        DeleteAllQuery query = new DeleteAllQuery(model.type(), conditions.record());
        query.setSelectionCriteria(((Condition.Sometimes) condition).expression());
        return Queries.changed(entities, query, conditions);
    }

    private void remove(@Nullable Object record) {
        if (record != null) {
            entities.remove(record);
        }
    }
}
