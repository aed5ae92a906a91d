package io.ashlar.internal.request;

import io.ashlar.internal.request.AttributeDescription.Kind;
import io.ashlar.query.Filter;
import io.ashlar.query.RelatedId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is asked of a relation: the id of its record, several ids, or an object about the related record. Of many,
 * one or more must match.
 */
final class RelationConditions {

    private final Report report;
    private final FilterReader filters;
    private final ValueReader values;

    RelationConditions(Report report, FilterReader filters) {
        this.report = report;
        this.filters = filters;
        this.values = new ValueReader(report);
    }

    Optional<Filter<Object>> read(
            ModelDescription model, AttributeDescription relation, @Nullable Object value, Place at) {
        if (value instanceof Map<?, ?> object) {
            return object(model, relation, object, at);
        }
        if (value == null) {
            values.refuseNull(model, relation, at);
            return Optional.empty();
        }
        return apply(model, relation, value instanceof Collection<?> ? Operator.IN : Operator.EQ, value, at);
    }

    private Optional<Filter<Object>> object(
            ModelDescription model, AttributeDescription relation, Map<?, ?> object, Place at) {
        Set<Operator> own = relation.kind() == Kind.TO_ONE ? Operator.OF_TO_ONE : Operator.OF_TO_MANY;
        Split split = Split.of(object, own);
        List<Filter<Object>> all = new ArrayList<>();
        split.operators()
                .forEach((operator, operand) -> apply(model, relation, operator, operand, at.in(operator.toString()))
                        .ifPresent(all::add));
        if (!split.others().isEmpty() || object.isEmpty()) {
            filters.read(relation.related(), split.others(), at)
                    .map(filter -> related(relation, filter))
                    .ifPresent(all::add);
        }
        return FilterReader.all(all);
    }

    private Optional<Filter<Object>> apply(
            ModelDescription model,
            AttributeDescription relation,
            Operator operator,
            @Nullable Object value,
            Place at) {
        if (operator == Operator.EXISTS) {
            return existing(relation, value, at);
        }
        boolean one = operator == Operator.EQ || operator == Operator.NE;
        if (value == null && one && relation.kind() == Kind.TO_ONE) {
            return existing(relation, operator == Operator.NE, at);
        }
        AttributeDescription id = relation.related().id().orElse(null);
        if (id == null) {
            report.add(
                    "id-of-several",
                    ValueReader.label(model, relation) + " leads to "
                            + relation.related().name() + ", whose id is of several properties",
                    at,
                    "write {\"" + relation.name() + "\": {...}}, with these properties");
            return Optional.empty();
        }
        if (one) {
            return values.read(relation.related(), id, value, at).map(read -> equal(relation, id, operator, read));
        }
        if (!(value instanceof Collection<?> list) || (list.isEmpty() && operator == Operator.NIN)) {
            report.add(
                    "filter-malformed",
                    ValueReader.label(model, relation) + " has an " + operator + " without ids",
                    at,
                    "write [...], with an id or more");
            return Optional.empty();
        }
        return Optional.of(among(relation, id, operator, values.readAll(relation.related(), id, list, at)));
    }

    private static Filter<Object> equal(
            AttributeDescription relation, AttributeDescription id, Operator operator, Object value) {
        return relation.kind() == Kind.TO_MANY
                ? related(relation, new Filter.Comparison<>(id.name(), Filter.Operator.EQUAL, value))
                : new Filter.Comparison<>(
                        relation.name(),
                        operator == Operator.EQ ? Filter.Operator.EQUAL : Filter.Operator.NOT_EQUAL,
                        new RelatedId(value));
    }

    private static Filter<Object> among(
            AttributeDescription relation, AttributeDescription id, Operator operator, List<Object> ids) {
        if (relation.kind() == Kind.TO_MANY) {
            return related(relation, new Filter.In<>(id.name(), ids));
        }
        Filter<Object> in = new Filter.In<>(
                relation.name(), ids.stream().<Object>map(RelatedId::new).toList());
        return operator == Operator.IN ? in : in.not().and(new Filter.IsNull<Object>(relation.name()).not());
    }

    private Optional<Filter<Object>> existing(AttributeDescription relation, @Nullable Object value, Place at) {
        if (!(value instanceof Boolean exists)) {
            report.add("filter-malformed", "$exists is neither true nor false", at, "write true or false");
            return Optional.empty();
        }
        if (relation.kind() == Kind.TO_MANY) {
            return Optional.of(new Filter.Related<>(relation.name(), null, !exists));
        }
        Filter<Object> missing = new Filter.IsNull<>(relation.name());
        return Optional.of(exists ? missing.not() : missing);
    }

    private static Filter<Object> related(AttributeDescription relation, Filter<Object> filter) {
        return new Filter.Related<>(relation.name(), filter, false);
    }
}
