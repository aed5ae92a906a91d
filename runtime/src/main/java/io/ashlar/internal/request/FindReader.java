package io.ashlar.internal.request;

import io.ashlar.internal.request.AttributeDescription.Kind;
import io.ashlar.query.Find;
import jakarta.data.metamodel.Attribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads objects that say which page of the records of a model, in which order, and with what. */
final class FindReader {

    private static final List<String> PROPERTIES =
            List.of("select", "relations", "skip", "take", "order", "withDeleted");

    private final Report report;
    private final ModelDescription model;

    FindReader(ModelDescription model, Report report) {
        this.model = model;
        this.report = report;
    }

    Find read(Map<?, ?> object, Place at) {
        Find find = Find.defaults();
        if (object.containsKey("take")) {
            find = Find.take(number("take", object.get("take"), 1, Limits.TAKE, at.in("take")));
        }
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            String name = String.valueOf(entry.getKey());
            find = read(find, name, entry.getValue(), at.in(name));
        }
        return find;
    }

    private Find read(Find find, String name, @Nullable Object value, Place at) {
        return switch (name) {
            case "take" -> find; // read before, since a find starts with it
            case "skip" -> find.skip(number("skip", value, 0, Integer.MAX_VALUE, at));
            case "order" -> ordered(find, new OrderReader(model, report).read(value, at));
            case "select" ->
                find.select(paths("select", value, at).stream()
                        .filter(path -> isValue(path, at))
                        .map(Named::name)
                        .toList());
            case "relations" ->
                find.relations(paths("relations", value, at).stream()
                        .filter(path -> isRelation(path, at))
                        .map(Named::name)
                        .toList());
            case "withDeleted" -> withDeleted(find, value, at);
            default -> {
                report.unknown(
                        "find-unknown", "There is no '" + Shown.name(name) + "' in a find", name, PROPERTIES, at);
                yield find;
            }
        };
    }

    /** Returns the number; the least after noting a problem. */
    private int number(String name, @Nullable Object value, int least, int greatest, Place at) {
        Object read = value == null
                ? null
                : Numbers.whole(least, greatest, Number::intValue).reader().apply(value);
        if (read instanceof Integer number) {
            return number;
        }
        String takes = "a whole number from " + least + " to " + greatest;
        report.add("find-malformed", name + " is not " + takes, at, "write " + takes + ", or leave it out");
        return least;
    }

    private static Find ordered(Find find, OrderReader order) {
        return find.order(order.sorts())
                .nullsFirst(attributes(order.nullsFirst()))
                .nullsLast(attributes(order.nullsLast()));
    }

    private static Attribute<?>[] attributes(List<String> names) {
        return names.stream().<Attribute<?>>map(Named::new).toArray(Attribute<?>[]::new);
    }

    private List<Named> paths(String name, @Nullable Object value, Place at) {
        List<Named> paths = new ArrayList<>();
        if (!(value instanceof Collection<?> list) || list.stream().anyMatch(one -> !(one instanceof String))) {
            report.add("find-malformed", name + " is no list of names", at, "write [\"<name>\"], or leave it out");
            return paths;
        }
        list.stream().distinct().map(String.class::cast).map(Named::new).forEach(paths::add);
        return paths;
    }

    private boolean isValue(Named named, Place at) {
        return AttributePath.follow(model, named.name(), at, report)
                .filter(path -> {
                    boolean many = path.last().kind() == Kind.TO_MANY;
                    if (many) {
                        report.add(
                                "find-malformed",
                                "select names '" + named.name() + "', which leads to many records",
                                at,
                                "name it in relations");
                    }
                    return !many;
                })
                .isPresent();
    }

    private boolean isRelation(Named named, Place at) {
        return AttributePath.follow(model, named.name(), at, report)
                .filter(path -> {
                    if (!path.isRelation()) {
                        report.add(
                                "find-malformed",
                                "relations names '" + named.name() + "', which is no relation",
                                at,
                                "name it in select, or leave it out");
                    }
                    return path.isRelation();
                })
                .isPresent();
    }

    private Find withDeleted(Find find, @Nullable Object value, Place at) {
        if (!(value instanceof Boolean withDeleted)) {
            report.add("find-malformed", "withDeleted is neither true nor false", at, "write true or false");
            return find;
        }
        return withDeleted ? find.withDeleted() : find;
    }

    /** An attribute or path by its name. */
    private record Named(String name) implements Attribute<Object> {}
}
