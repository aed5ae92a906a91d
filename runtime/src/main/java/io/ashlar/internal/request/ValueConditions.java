package io.ashlar.internal.request;

import static java.util.Objects.requireNonNull;

import io.ashlar.internal.request.AttributeDescription.Kind;
import io.ashlar.query.Filter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is asked of an attribute that is no relation. */
final class ValueConditions {

    private static final Map<Operator, Filter.Operator> COMPARISONS = Map.of(
            Operator.EQ, Filter.Operator.EQUAL,
            Operator.NE, Filter.Operator.NOT_EQUAL,
            Operator.GT, Filter.Operator.GREATER,
            Operator.GTE, Filter.Operator.GREATER_OR_EQUAL,
            Operator.LT, Filter.Operator.LESS,
            Operator.LTE, Filter.Operator.LESS_OR_EQUAL);

    private static final Map<Operator, Filter.TextOperator> TEXTS = Map.of(
            Operator.LIKE, Filter.TextOperator.LIKE,
            Operator.ILIKE, Filter.TextOperator.ILIKE,
            Operator.RE, Filter.TextOperator.MATCHES,
            Operator.FULLTEXT, Filter.TextOperator.FULLTEXT,
            Operator.CONTAINS, Filter.TextOperator.CONTAINS);

    private static final Map<Operator, Filter.ElementOperator> ELEMENTS = Map.of(
            Operator.OVERLAP, Filter.ElementOperator.OVERLAPS,
            Operator.CONTAINS, Filter.ElementOperator.CONTAINS,
            Operator.CONTAINED, Filter.ElementOperator.CONTAINED);

    private final Report report;
    private final ValueReader values;

    ValueConditions(Report report) {
        this.report = report;
        this.values = new ValueReader(report);
    }

    /** Returns the filter of a literal, a list or an object of operators; empty after noting a problem. */
    Optional<Filter<Object>> read(
            ModelDescription model, AttributeDescription attribute, @Nullable Object value, Place at) {
        return new Subject(model, attribute).read(value, at);
    }

    /** Returns the filter of an {@code $exists}; empty after noting a problem. */
    Optional<Filter<Object>> existing(AttributeDescription attribute, @Nullable Object value, Place at) {
        if (!(value instanceof Boolean exists)) {
            report.add("filter-malformed", "$exists is neither true nor false", at, "write true or false");
            return Optional.empty();
        }
        Filter<Object> missing = new Filter.IsNull<>(attribute.name());
        return Optional.of(exists ? missing.not() : missing);
    }

    /** The attribute that is asked. */
    private final class Subject {

        private final ModelDescription model;
        private final AttributeDescription attribute;
        private final Set<Operator> taken;

        Subject(ModelDescription model, AttributeDescription attribute) {
            this.model = model;
            this.attribute = attribute;
            this.taken = Operator.of(attribute.kind());
        }

        Optional<Filter<Object>> read(@Nullable Object value, Place at) {
            if (value instanceof Map<?, ?> operators) {
                return operators(operators, at);
            }
            return value instanceof Collection<?> ? apply(Operator.IN, value, at) : literal(value, at);
        }

        private Optional<Filter<Object>> literal(@Nullable Object value, Place at) {
            if (value == null) {
                values.refuseNull(model, attribute, at);
                return Optional.empty();
            }
            return apply(Operator.EQ, value, at);
        }

        private Optional<Filter<Object>> operators(Map<?, ?> operators, Place at) {
            if (operators.isEmpty()) {
                return refused("is compared with nothing", "write {\"$eq\": ...}, or leave it out", at);
            }
            List<Filter<Object>> filters = new ArrayList<>();
            operators.forEach((key, value) -> {
                String name = String.valueOf(key);
                Operator operator = Operator.of(name).orElse(null);
                if (operator == null) {
                    unknown(name, at);
                } else if (taken.contains(operator)) {
                    apply(operator, value, at.in(name)).ifPresent(filters::add);
                } else {
                    unsuited(operator, at.in(name));
                }
            });
            return FilterReader.all(filters);
        }

        private Optional<Filter<Object>> apply(Operator operator, @Nullable Object value, Place at) {
            return switch (operator) {
                case AND, OR -> connected(operator, value, at);
                case NOT -> read(value, at).map(Filter::not);
                case EXISTS -> existing(attribute, value, at);
                case EQ, NE, GT, GTE, LT, LTE -> compared(operator, value, at);
                case IN, NIN -> among(operator, value, at);
                case LIKE, ILIKE, RE, FULLTEXT -> text(operator, value, at);
                case CONTAINS ->
                    attribute.kind() == Kind.TEXT ? text(operator, value, at) : elements(operator, value, at);
                case OVERLAP, CONTAINED -> elements(operator, value, at);
            };
        }

        private Optional<Filter<Object>> connected(Operator operator, @Nullable Object value, Place at) {
            if (!(value instanceof Collection<?> operands) || operands.isEmpty()) {
                return refused(
                        "has an " + operator + " without a list", "write {\"" + operator + "\": [{...}, {...}]}", at);
            }
            List<Filter<Object>> filters = new ArrayList<>();
            int index = 0;
            for (Object operand : operands) {
                read(operand, at.at(index++)).ifPresent(filters::add);
            }
            return operator == Operator.AND || filters.size() < 2
                    ? FilterReader.all(filters)
                    : Optional.of(new Filter.Or<>(filters));
        }

        private Optional<Filter<Object>> compared(Operator operator, @Nullable Object value, Place at) {
            boolean equality = operator == Operator.EQ || operator == Operator.NE;
            if (value == null && equality) {
                return existing(attribute, operator == Operator.NE, at);
            }
            if (isWhole()) {
                return whole(at);
            }
            return values.read(model, attribute, value, at)
                    .map(read ->
                            new Filter.Comparison<>(attribute.name(), requireNonNull(COMPARISONS.get(operator)), read));
        }

        private Optional<Filter<Object>> among(Operator operator, @Nullable Object value, Place at) {
            if (isWhole()) {
                return whole(at);
            }
            if (!(value instanceof Collection<?> list)) {
                return refused("has an " + operator + " without a list", "write [...]", at);
            }
            if (operator == Operator.IN) {
                return Optional.of(new Filter.In<>(attribute.name(), values.readAll(model, attribute, list, at)));
            }
            if (list.isEmpty()) {
                return refused("has an empty $nin, which would match every value", "leave it out", at);
            }
            Filter<Object> in = new Filter.In<>(attribute.name(), values.readAll(model, attribute, list, at));
            return Optional.of(in.not().and(new Filter.IsNull<Object>(attribute.name()).not()));
        }

        private Optional<Filter<Object>> text(Operator operator, @Nullable Object value, Place at) {
            Object read = values.read(model, attribute, value, at).orElse(null);
            if (!(read instanceof String text)) {
                return Optional.empty();
            }
            if (text.length() > Limits.PATTERN_LENGTH) {
                return refused(
                        "is compared with a pattern longer than " + Limits.PATTERN_LENGTH + " characters",
                        "shorten it",
                        at);
            }
            if (operator == Operator.FULLTEXT && text.isBlank()) {
                return refused("is searched for no word", "write some, or leave it out", at);
            }
            return Optional.of(new Filter.Text<>(attribute.name(), requireNonNull(TEXTS.get(operator)), text));
        }

        private Optional<Filter<Object>> elements(Operator operator, @Nullable Object value, Place at) {
            boolean one = operator == Operator.CONTAINS && value != null && !(value instanceof Map<?, ?>);
            Collection<?> list = value instanceof Collection<?> several ? several : one ? List.of(value) : null;
            if (list == null || (list.isEmpty() && operator != Operator.CONTAINED)) {
                return refused("has an " + operator + " without values", "write [...], with a value or more", at);
            }
            List<Object> read = values.readAll(model, attribute, list, at);
            return read.size() < list.size()
                    ? Optional.empty()
                    : Optional.of(
                            new Filter.Elements<>(attribute.name(), requireNonNull(ELEMENTS.get(operator)), read));
        }

        private boolean isWhole() {
            return attribute.kind() == Kind.PLAIN || attribute.kind() == Kind.ELEMENTS;
        }

        private Optional<Filter<Object>> whole(Place at) {
            return refused(
                    "cannot be compared as a whole",
                    "write one of: " + String.join(", ", Operator.written(taken)) + "; $eq and $ne with null only",
                    at);
        }

        private void unknown(String name, Place at) {
            // what stands here by mistake may be the value
            String shown = attribute.sensitive() ? "" : " '" + Shown.name(name) + "'";
            report.unknown(
                    "operator-unknown",
                    ValueReader.label(model, attribute) + " has a value, and knows no operator" + shown,
                    name,
                    Operator.written(taken),
                    attribute.sensitive() ? at : at.in(name));
        }

        private void unsuited(Operator operator, Place at) {
            report.add(
                    "operator-unsuited",
                    ValueReader.label(model, attribute) + " cannot be compared by " + operator,
                    at,
                    "write one of: " + String.join(", ", Operator.written(taken)));
        }

        private Optional<Filter<Object>> refused(String what, String mend, Place at) {
            report.add("filter-malformed", ValueReader.label(model, attribute) + " " + what, at, mend);
            return Optional.empty();
        }
    }
}
