package io.ashlar.internal.crud;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.eclipse.persistence.queries.ReportQuery;
import org.eclipse.persistence.queries.UpdateAllQuery;
import org.jspecify.annotations.Nullable;

/**
 * Marks records of one model as deleted, or takes the mark away; says which ones. The update comes first, so that of two
 * callers at once only one has marked a record; its time then tells the records apart from those marked before.
 *
 * @param <T> the model
 */
final class SoftDeletion<T> {

    private final ModelType<T> model;
    private final JpaEntityManager entities;
    private final Instant now;

    SoftDeletion(ModelType<T> model, JpaEntityManager entities, Instant now) {
        this.model = model;
        this.entities = entities;
        this.now = now;
    }

    Map<String, List<Object>> delete(Collection<?> ids) {
        return mark(ids, now);
    }

    Map<String, List<Object>> restore(Collection<?> ids) {
        return mark(ids, null);
    }

    private Map<String, List<Object>> mark(Collection<?> ids, @Nullable Instant deletedAt) {
        List<Object> marked = new ArrayList<>();
        for (List<?> chunk : Chunks.of(ids)) {
            marked.addAll(model.simpleId().isPresent() ? together(chunk, deletedAt) : oneByOne(chunk, deletedAt));
        }
        return marked.isEmpty() ? Map.of() : Map.of(model.idKey(), List.copyOf(marked));
    }

    private Collection<?> together(List<?> ids, @Nullable Instant deletedAt) {
        Conditions conditions = new Conditions(model, entities.getAbstractSession());
        ExpressionBuilder record = conditions.record();
        Condition condition = conditions
                .withId(model.idName(), ids)
                .and(deletedAt == null ? conditions.deleted() : conditions.live());
        UpdateAllQuery update = new UpdateAllQuery(model.type(), record);
        update.setSelectionCriteria(((Condition.Sometimes) condition).expression());
        update.addUpdate(record.get(ModelType.UPDATED_AT), conditions.parameter(now));
        if (deletedAt == null) {
            update.addUpdate(record.get(ModelType.DELETED_AT), conditions.nothing());
        } else {
            update.addUpdate(record.get(ModelType.DELETED_AT), conditions.parameter(deletedAt));
        }
        int count = Queries.changed(entities, update, conditions);
        return count == ids.size() || count == 0 ? ids.subList(0, count) : marked(ids);
    }

    private List<?> marked(List<?> ids) {
        Conditions conditions = new Conditions(model, entities.getAbstractSession());
        Condition condition = conditions.withId(model.idName(), ids).and(conditions.with(ModelType.UPDATED_AT, now));
        ReportQuery query = new ReportQuery(model.type(), conditions.record());
        query.addItem("id", conditions.record().get(model.idName()));
        query.setShouldReturnWithoutReportQueryResult(true);
        query.setSelectionCriteria(((Condition.Sometimes) condition).expression());
        Set<Object> found = new HashSet<>(Queries.rows(entities, query, conditions));
        return ids.stream().filter(found::contains).toList();
    }

    private List<?> oneByOne(List<?> ids, @Nullable Instant deletedAt) {
        List<Object> marked = new ArrayList<>();
        for (Object id : ids) {
            T found = entities.find(model.type(), id);
            if (found != null && Times.isDeleted(found) == (deletedAt == null)) {
                Times.deleted(model.descriptor(), found, deletedAt, now, entities.getAbstractSession());
                marked.add(id);
            }
        }
        return marked;
    }
}
