package io.ashlar.internal.crud;

import io.ashlar.query.Filter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;

/** Turns filters of one query into expressions over mapped attributes; every value becomes a bound parameter. */
final class Conditions {

    /** Below what each database takes as parameters of one statement. */
    private static final int MOST_VALUES = 30_000;

    private final ModelType<?> model;
    private final AbstractSession session;
    private final ExpressionBuilder record = new ExpressionBuilder();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private boolean namesDeletedAt;
    private int valueCount;

    Conditions(ModelType<?> model, AbstractSession session) {
        this.model = model;
        this.session = session;
    }

    /** Returns what stands for a record in the expressions. */
    ExpressionBuilder record() {
        return record;
    }

    /** Returns the values bound so far, by name. */
    Map<String, Object> parameters() {
        return parameters;
    }

    /** Returns whether a filter asked for the time of deletion, and so for softly deleted records. */
    boolean namesDeletedAt() {
        return namesDeletedAt;
    }

    /** Returns the records that are not softly deleted. */
    Condition live() {
        return new Condition.Sometimes(record.get(ModelType.DELETED_AT).isNull());
    }

    /** Returns the softly deleted records. */
    Condition deleted() {
        return new Condition.Sometimes(record.get(ModelType.DELETED_AT).notNull());
    }

    /** Returns the records with one of these ids of one attribute. */
    Condition withId(String attribute, List<?> ids) {
        return new Condition.Sometimes(record.get(attribute).in(parameter(ids)));
    }

    /** Returns the records with exactly this value. */
    Condition with(String attribute, Object value) {
        return new Condition.Sometimes(record.get(attribute).equal(parameter(value)));
    }

    /** Returns null, written out: bound, it would need a type, which not every driver takes from the column. */
    Expression nothing() {
        return record.literal("NULL");
    }

    /** Returns a bound parameter. */
    Expression parameter(Object value) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        return record.getParameter(name);
    }

    /** Returns the records that match {@code filter}. */
    Condition of(Filter<?> filter) {
        if (filter instanceof Filter.And<?> and) {
            Condition all = Condition.Known.ALWAYS;
            for (Filter<?> part : and.filters()) {
                all = all.and(of(part));
            }
            return all;
        }
        if (filter instanceof Filter.Or<?> or) {
            Condition any = Condition.Known.NEVER;
            for (Filter<?> part : or.filters()) {
                any = any.or(of(part));
            }
            return any;
        }
        if (filter instanceof Filter.Not<?> not) {
            return of(not.filter()).not();
        }
        if (filter instanceof Filter.Comparison<?> comparison) {
            return compared(comparison);
        }
        if (filter instanceof Filter.In<?> in) {
            return in(in);
        }
        if (filter instanceof Filter.IsNull<?> isNull) {
            attribute(isNull.attribute());
            return new Condition.Sometimes(record.get(isNull.attribute()).isNull());
        }
        throw new IllegalArgumentException("filter must be defined");
    }

    private Condition compared(Filter.Comparison<?> comparison) {
        Expression attribute = attribute(comparison.attribute());
        Expression value = parameter(value(comparison.attribute(), comparison.value()));
        count(1);
        return new Condition.Sometimes(
                switch (comparison.operator()) {
                    case EQUAL -> attribute.equal(value);
                    case NOT_EQUAL -> attribute.notEqual(value);
                    case GREATER -> attribute.greaterThan(value);
                    case GREATER_OR_EQUAL -> attribute.greaterThanEqual(value);
                    case LESS -> attribute.lessThan(value);
                    case LESS_OR_EQUAL -> attribute.lessThanEqual(value);
                });
    }

    private Condition in(Filter.In<?> in) {
        Expression attribute = attribute(in.attribute());
        if (in.values().isEmpty()) {
            return Condition.Known.NEVER;
        }
        count(in.values().size());
        List<Object> values =
                in.values().stream().map(value -> value(in.attribute(), value)).toList();
        return new Condition.Sometimes(attribute.in(parameter(values)));
    }

    private void count(int more) {
        valueCount += more;
        if (valueCount > MOST_VALUES) {
            throw new IllegalArgumentException("A filter on " + model.name() + " compares with more than " + MOST_VALUES
                    + " values: ask in several calls");
        }
    }

    /** Returns what is compared: the attribute, or the id of the related record, which the row itself holds. */
    private Expression attribute(String name) {
        DatabaseMapping mapping = model.mapping(name);
        namesDeletedAt |= name.equals(ModelType.DELETED_AT);
        if (mapping.isAbstractDirectMapping()) {
            return record.get(name);
        }
        if (Relations.isColumn(mapping)) {
            return record.get(name).get(relatedId(mapping));
        }
        throw new IllegalArgumentException(model.name() + "." + name
                + " cannot be filtered by: only attributes of one column, and relations it holds the key of, can");
    }

    private Object value(String name, Object value) {
        DatabaseMapping mapping = model.mapping(name);
        if (mapping.isAbstractDirectMapping()) {
            return Types.checked(model, mapping, value);
        }
        return Relations.id(model, (ForeignReferenceMapping) mapping, value, session);
    }

    private String relatedId(DatabaseMapping relation) {
        return Relations.target(relation, session)
                .simpleId()
                .orElseThrow(() -> new IllegalArgumentException(model.name() + "." + relation.getAttributeName()
                        + " cannot be filtered by: the id of the related record is not one attribute"));
    }
}
