package io.ashlar.internal.request;

import io.ashlar.internal.request.AttributeDescription.Kind;
import io.ashlar.query.Filter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads objects that say which records of a model. Names of attributes come before {@code q}, which searches. */
final class FilterReader {

    private static final String SEARCH = "q";

    private final Report report;
    private final ValueConditions values;
    private final RelationConditions relations;

    FilterReader(Report report) {
        this.report = report;
        this.values = new ValueConditions(report);
        this.relations = new RelationConditions(report, this);
    }

    /** Returns the filter of an object on {@code model}; empty after noting a problem. */
    Optional<Filter<Object>> read(ModelDescription model, Map<?, ?> object, Place at) {
        return read(new Scope(model, ""), object, at);
    }

    /** Returns one filter for all of {@code filters}; empty for none. */
    static Optional<Filter<Object>> all(List<Filter<Object>> filters) {
        return filters.size() > 1
                ? Optional.of(new Filter.And<>(filters))
                : filters.stream().findFirst();
    }

    private Optional<Filter<Object>> read(Scope scope, Map<?, ?> object, Place at) {
        if (object.isEmpty()) {
            report.add(
                    "filter-empty",
                    "The filter of " + scope.model().name() + " says nothing, and would match every record",
                    at,
                    "name a property; to ask for all records, call the method without a filter");
        }
        List<Filter<Object>> filters = new ArrayList<>();
        object.forEach((key, value) -> {
            String name = String.valueOf(key);
            read(scope, name, value, at.in(name)).ifPresent(filters::add);
        });
        return all(filters);
    }

    private Optional<Filter<Object>> read(Scope scope, String name, @Nullable Object value, Place at) {
        if (name.startsWith("$")) {
            return connected(scope, name, value, at);
        }
        AttributeDescription attribute = scope.attribute(name);
        if (attribute == null) {
            return name.equals(SEARCH) && scope.prefix().isEmpty()
                    ? searched(scope.model(), value, at)
                    : unknown(scope, name, at);
        }
        return switch (attribute.kind()) {
            case TO_ONE, TO_MANY -> relations.read(scope.model(), attribute, value, at);
            case EMBEDDED -> embedded(scope.model(), attribute, value, at);
            case TEXT, COMPARABLE, SORTABLE, PLAIN, ELEMENTS -> values.read(scope.model(), attribute, value, at);
        };
    }

    private Optional<Filter<Object>> connected(Scope scope, String name, @Nullable Object value, Place at) {
        Operator operator = Operator.of(name).orElse(null);
        if (operator == null) {
            report.unknown(
                    "operator-unknown",
                    "There is no operator '" + Shown.name(name) + "'",
                    name,
                    Operator.written(Operator.CONNECTIVES),
                    at);
            return Optional.empty();
        }
        if (!Operator.CONNECTIVES.contains(operator)) {
            report.add(
                    "operator-misplaced",
                    operator + " compares one property, but none is named",
                    at,
                    "write {\"<property>\": {\"" + operator + "\": ...}}");
            return Optional.empty();
        }
        if (operator == Operator.NOT) {
            return value instanceof Map<?, ?> object
                    ? read(scope, object, at).map(Filter::not)
                    : refused("$not is given no object", "write {\"$not\": {...}}", at);
        }
        if (!(value instanceof Collection<?> objects) || objects.isEmpty()) {
            return refused(
                    operator + " is given no list of objects", "write {\"" + operator + "\": [{...}, {...}]}", at);
        }
        List<Filter<Object>> filters = new ArrayList<>();
        int index = 0;
        for (Object object : objects) {
            Place place = at.at(index++);
            (object instanceof Map<?, ?> map
                            ? read(scope, map, place)
                            : refused("This is no object, as " + operator + " joins", "write {...}", place))
                    .ifPresent(filters::add);
        }
        return operator == Operator.AND || filters.size() < 2 ? all(filters) : Optional.of(new Filter.Or<>(filters));
    }

    private Optional<Filter<Object>> embedded(
            ModelDescription model, AttributeDescription attribute, @Nullable Object value, Place at) {
        String label = ValueReader.label(model, attribute);
        if (!(value instanceof Map<?, ?> object)) {
            return refused(
                    label + " has properties of its own, and cannot be compared as a whole",
                    "write {\"" + attribute.name() + "\": {\"<property>\": ...}}",
                    at);
        }
        List<Filter<Object>> filters = new ArrayList<>();
        Split split = Split.of(object, Operator.OF_EMBEDDED);
        split.operators()
                .forEach((operator, operand) -> values.existing(attribute, operand, at.in(operator.toString()))
                        .ifPresent(filters::add));
        if (!split.others().isEmpty() || object.isEmpty()) {
            read(new Scope(model, attribute.name() + "."), split.others(), at).ifPresent(filters::add);
        }
        return all(filters);
    }

    private Optional<Filter<Object>> searched(ModelDescription model, @Nullable Object value, Place at) {
        if (!model.searchable()) {
            return refused(model.name() + " cannot be searched", "mark the properties to search with @Searchable", at);
        }
        return value instanceof String text && !text.isBlank()
                ? Optional.of(Filter.search(text))
                : refused("q is given no text to search for", "write some, or leave q out", at);
    }

    private Optional<Filter<Object>> unknown(Scope scope, String name, Place at) {
        int dot = name.indexOf('.');
        AttributeDescription first = dot < 0 ? null : scope.attribute(name.substring(0, dot));
        if (first != null && (first.kind() == Kind.TO_ONE || first.kind() == Kind.TO_MANY)) {
            return refused(
                    "A filter goes along a relation by an object in an object, not by a path",
                    "write {\"" + first.name() + "\": {\"" + Shown.name(name.substring(dot + 1)) + "\": ...}}",
                    at);
        }
        report.unknown(
                "property-unknown",
                scope.model().name() + " has no property '" + Shown.name(scope.prefix() + name) + "'",
                name,
                scope.names(),
                at);
        return Optional.empty();
    }

    private Optional<Filter<Object>> refused(String what, String mend, Place at) {
        report.add("filter-malformed", what, at, mend);
        return Optional.empty();
    }

    /** The properties an object may name: of a model, or of an embedded value of it, whose path is the prefix. */
    private record Scope(ModelDescription model, String prefix) {

        @Nullable
        AttributeDescription attribute(String name) {
            return model.attributes().get(prefix + name);
        }

        Set<String> names() {
            Set<String> names = new LinkedHashSet<>();
            for (String name : model.attributes().keySet()) {
                if (name.startsWith(prefix) && name.indexOf('.', prefix.length()) < 0) {
                    names.add(name.substring(prefix.length()));
                }
            }
            return names;
        }
    }
}
