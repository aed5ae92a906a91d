package io.ashlar.internal.crud;

import io.ashlar.query.Filter;
import io.ashlar.query.Find;
import jakarta.data.Sort;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.persistence.annotations.BatchFetchType;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.eclipse.persistence.queries.ReportQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages and counts of one model.
 *
 * @param <T> the model
 */
final class Reads<T> {

    private final ModelType<T> model;
    private final JpaEntityManager entities;

    Reads(ModelType<T> model, JpaEntityManager entities) {
        this.model = model;
        this.entities = entities;
    }

    /** Returns one page; {@code filter} is null for all. */
    List<T> page(@Nullable Filter<T> filter, Find find) {
        Conditions conditions = new Conditions(model, entities.getAbstractSession());
        Condition condition = visible(conditions, filter, find);
        ReadAllQuery query = new ReadAllQuery(model.type(), conditions.record());
        order(query, conditions.record(), find.sorts());
        fetchTogether(query, conditions.record());
        if (condition == Condition.Known.NEVER) {
            return List.of();
        }
        if (condition instanceof Condition.Sometimes some) {
            query.setSelectionCriteria(some.expression());
        }
        if (find.taken().isPresent() || find.skipped() > 0) {
            query.setFirstResult(find.skipped());
            query.setMaxRows((int) Math.min(
                    Integer.MAX_VALUE, (long) find.skipped() + find.taken().orElse(Integer.MAX_VALUE)));
        }
        return Queries.rows(entities, query, conditions).stream()
                .map(model.type()::cast)
                .toList();
    }

    /** Returns how many there are, on all pages. */
    long count(@Nullable Filter<T> filter, Find find) {
        Conditions conditions = new Conditions(model, entities.getAbstractSession());
        Condition condition = visible(conditions, filter, find);
        if (condition == Condition.Known.NEVER) {
            return 0;
        }
        ReportQuery query = new ReportQuery(model.type(), conditions.record());
        query.addItem("count", conditions.record().literal("*").count());
        query.setShouldReturnWithoutReportQueryResult(true);
        if (condition instanceof Condition.Sometimes some) {
            query.setSelectionCriteria(some.expression());
        }
        return ((Number) Queries.rows(entities, query, conditions).get(0)).longValue();
    }

    /** Reads the related records that are not lazy in one more statement each, not in one for every record. */
    private void fetchTogether(ReadAllQuery query, ExpressionBuilder record) {
        query.setBatchFetchType(BatchFetchType.IN);
        for (DatabaseMapping mapping : model.descriptor().getMappings()) {
            if (mapping.isForeignReferenceMapping() && !mapping.isLazy()) {
                query.addBatchReadAttribute(record.get(mapping.getAttributeName()));
            }
        }
    }

    private Condition visible(Conditions conditions, @Nullable Filter<T> filter, Find find) {
        Condition matching = filter == null ? Condition.Known.ALWAYS : conditions.of(filter);
        return find.includesDeleted() || conditions.namesDeletedAt() ? matching : matching.and(conditions.live());
    }

    private void order(ReadAllQuery query, ExpressionBuilder record, List<Sort<?>> sorts) {
        Set<String> sorted = new HashSet<>();
        for (Sort<?> sort : sorts) {
            if (!model.mapping(sort.property()).isAbstractDirectMapping()) {
                throw new IllegalArgumentException(
                        model.name() + "." + sort.property() + " cannot be ordered by: it is not one column");
            }
            Expression value = record.get(sort.property());
            Expression folded = sort.ignoreCase() ? value.toLowerCase() : value;
            query.addOrdering(sort.isAscending() ? folded.ascending() : folded.descending());
            if (!sort.ignoreCase()) {
                sorted.add(sort.property());
            }
        }
        if (model.simpleId().filter(sorted::contains).isEmpty()) {
            model.idExpressions(record).forEach(id -> query.addOrdering(id.ascending()));
        }
    }
}
