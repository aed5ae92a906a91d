package io.ashlar.internal.crud;

import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.ModifyAllQuery;

/** Hands a query and its values to EclipseLink apart from each other, so that no value reaches SQL as text. */
final class Queries {

    private Queries() {}

    /** Returns what {@code query} selects. */
    static List<?> rows(JpaEntityManager entities, DatabaseQuery query, Conditions conditions) {
        return bound(entities, query, conditions).getResultList();
    }

    /** Returns how many rows the statement changed. */
    static int changed(JpaEntityManager entities, ModifyAllQuery query, Conditions conditions) {
        query.setShouldDeferExecutionInUOW(false); // the count is wanted now, not at the commit,
        query.setIsBatchExecutionSupported(false); // and not when a batch is full
        return bound(entities, query, conditions).executeUpdate();
    }

    private static Query bound(JpaEntityManager entities, DatabaseQuery query, Conditions conditions) {
        Map<String, Object> parameters = conditions.parameters();
        parameters.keySet().forEach(name -> query.addArgument(name, Object.class));
        query.setShouldBindAllParameters(true);
        Query bound = entities.createQuery(query);
        parameters.forEach(bound::setParameter);
        return bound;
    }
}
