package io.ashlar.internal.request;

import io.ashlar.internal.request.AttributeDescription.Kind;
import jakarta.data.Sort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an order: one object, or a list of them, most significant first. Its words never reach SQL. */
final class OrderReader {

    private static final Pattern DIRECTION = Pattern.compile("(asc|desc)(?: nulls (first|last))?");

    private static final Set<Kind> SORTED = EnumSet.of(Kind.TEXT, Kind.COMPARABLE, Kind.SORTABLE);

    private final Report report;
    private final ModelDescription model;
    private final Map<String, Sort<?>> sorts = new LinkedHashMap<>();
    private final List<String> nullsFirst = new ArrayList<>();
    private final List<String> nullsLast = new ArrayList<>();

    OrderReader(ModelDescription model, Report report) {
        this.model = model;
        this.report = report;
    }

    OrderReader read(@Nullable Object order, Place at) {
        if (!(order instanceof Collection<?> list)) {
            readOne(order, at);
            return this;
        }
        int index = 0;
        for (Object one : list) {
            readOne(one, at.at(index++));
        }
        return this;
    }

    List<Sort<?>> sorts() {
        return List.copyOf(sorts.values());
    }

    List<String> nullsFirst() {
        return nullsFirst;
    }

    List<String> nullsLast() {
        return nullsLast;
    }

    private void readOne(@Nullable Object order, Place at) {
        if (order instanceof Map<?, ?> object) {
            read("", object, at);
        } else {
            refused("An order is given as no object", "write {\"<property>\": \"ASC\"}", at);
        }
    }

    private void read(String prefix, Map<?, ?> object, Place at) {
        if (object.size() > 1 && !(object instanceof LinkedHashMap) && !(object instanceof SortedMap)) {
            // such as that of Map.of, which is another at each start
            refused(
                    "This map of several properties has no order of its own",
                    "give a list of maps with one property each, or a LinkedHashMap",
                    at);
        }
        object.forEach((key, value) -> {
            String name = String.valueOf(key);
            Place place = at.in(name);
            if (value instanceof Map<?, ?> nested) {
                read(prefix + name + ".", nested, place);
            } else {
                AttributePath.follow(model, prefix + name, place, report)
                        .ifPresent(path -> sort(prefix + name, path, value, place));
            }
        });
    }

    private void sort(String name, AttributePath path, @Nullable Object direction, Place at) {
        if (path.throughMany() || !SORTED.contains(path.last().kind())) {
            refused(
                    "'" + name + "' has no order: "
                            + (path.throughMany() ? "there can be many" : "it is no text, number, time or the like"),
                    "order by another property",
                    at);
            return;
        }
        Matcher words =
                DIRECTION.matcher(direction instanceof String text ? text.trim().toLowerCase(Locale.ROOT) : "");
        if (!words.matches()) {
            refused(
                    "The direction is neither ASC nor DESC",
                    "write ASC or DESC; where missing values come, such as ASC NULLS FIRST, may follow",
                    at);
            return;
        }
        Sort<?> sort = words.group(1).equals("asc") ? Sort.asc(name) : Sort.desc(name);
        if (sorts.putIfAbsent(name, sort) != null) {
            refused("The order names '" + name + "' twice", "remove one of the two", at);
        }
        if (words.group(2) != null) {
            (words.group(2).equals("first") ? nullsFirst : nullsLast).add(name);
        }
    }

    private void refused(String what, String mend, Place at) {
        report.add("order-malformed", what, at, mend);
    }
}
