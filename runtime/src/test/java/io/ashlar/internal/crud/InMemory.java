package io.ashlar.internal.crud;

import io.ashlar.data.Model;
import io.ashlar.query.Filter;
import io.ashlar.query.Find;
import io.ashlar.query.RelatedId;
import jakarta.data.Sort;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers finds and filters as documented, over records in memory and without any SQL: what a database has to agree with. */
final class InMemory {

    /** Lists that are one value: an empty one is not missing. */
    private static final Set<String> JSON = Set.of("marks", "scores");

    /** Names the records that are softly deleted. */
    private final Predicate<Object> deleted;

    InMemory(Predicate<Object> deleted) {
        this.deleted = deleted;
    }

    /** Returns the page of those that match. */
    <T> List<T> page(List<T> records, @Nullable Filter<T> filter, Find find) {
        List<T> all = all(records, filter, find);
        int from = Math.min(find.skipped(), all.size());
        return all.subList(from, (int)
                Math.min(all.size(), (long) from + find.taken().orElse(Integer.MAX_VALUE)));
    }

    /** Returns all that match, in order. */
    <T> List<T> all(List<T> records, @Nullable Filter<T> filter, Find find) {
        boolean shown = find.includesDeleted() || (filter != null && asksForDeleted(filter));
        return records.stream()
                .filter(record -> shown || !deleted.test(record))
                .filter(record -> filter == null || matches(filter, record) == Truth.TRUE)
                .sorted(order(find))
                .toList();
    }

    Truth matches(Filter<?> filter, Object record) {
        if (filter instanceof Filter.And<?> and) {
            return and.filters().stream().map(each -> matches(each, record)).reduce(Truth.TRUE, Truth::and);
        }
        if (filter instanceof Filter.Or<?> or) {
            return or.filters().stream().map(each -> matches(each, record)).reduce(Truth.FALSE, Truth::or);
        }
        if (filter instanceof Filter.Not<?> not) {
            return matches(not.filter(), record).not();
        }
        if (filter instanceof Filter.IsNull<?> isNull) {
            return Truth.of(isNull(record, isNull.attribute()));
        }
        if (filter instanceof Filter.Comparison<?> comparison) {
            Object value = value(record, comparison.attribute());
            return value == null ? Truth.UNKNOWN : Truth.of(compared(value, comparison.operator(), comparison.value()));
        }
        if (filter instanceof Filter.In<?> in) {
            Object value = value(record, in.attribute());
            return in.values().isEmpty()
                    ? Truth.FALSE
                    : value == null
                            ? Truth.UNKNOWN
                            : Truth.of(in.values().stream()
                                    .anyMatch(each -> compared(value, Filter.Operator.EQUAL, each)));
        }
        if (filter instanceof Filter.Text<?> text) {
            Object value = value(record, text.attribute());
            return value == null ? Truth.UNKNOWN : Truth.of(text((String) value, text.operator(), text.text()));
        }
        if (filter instanceof Filter.Elements<?> elements) {
            Object value = value(record, elements.attribute());
            return value == null ? Truth.UNKNOWN : Truth.of(elements((Collection<?>) value, elements));
        }
        if (filter instanceof Filter.Related<?> related) {
            return Truth.of(related(related, record) != related.negated());
        }
        Filter.Search<?> search = (Filter.Search<?>) filter;
        return searchable(record).stream()
                .map(value -> value == null
                        ? Truth.UNKNOWN
                        : Truth.of(text(value, Filter.TextOperator.CONTAINS_IGNORE_CASE, search.text())))
                .reduce(Truth.FALSE, Truth::or);
    }

    private boolean related(Filter.Related<?> related, Object record) {
        Object value = value(record, related.relation());
        Collection<?> many =
                value instanceof Collection<?> several ? several : value == null ? List.of() : List.of(value);
        Filter<?> inner = related.filter();
        boolean shown = inner != null && asksForDeleted(inner);
        return many.stream()
                .filter(each -> shown || !deleted.test(each))
                .anyMatch(each -> inner == null || matches(inner, each) == Truth.TRUE);
    }

    private boolean isNull(Object record, String attribute) {
        if (attribute.equals("deletedAt")) {
            return !deleted.test(record);
        }
        Object value = value(record, attribute);
        return value == null
                || (value instanceof Collection<?> many
                        && !JSON.contains(attribute)
                        && many.stream().noneMatch(this::seen));
    }

    private boolean seen(Object element) {
        return !(element instanceof Model) || !deleted.test(element);
    }

    private static boolean asksForDeleted(Filter<?> filter) {
        if (filter instanceof Filter.And<?> and) {
            return and.filters().stream().anyMatch(InMemory::asksForDeleted);
        }
        if (filter instanceof Filter.Or<?> or) {
            return or.filters().stream().anyMatch(InMemory::asksForDeleted);
        }
        if (filter instanceof Filter.Not<?> not) {
            return asksForDeleted(not.filter());
        }
        return filter instanceof Filter.IsNull<?> isNull && isNull.attribute().equals("deletedAt");
    }

    private static boolean compared(Object value, Filter.Operator operator, Object asked) {
        Object left = value instanceof Model ? id(value) : value;
        Object right = asked instanceof RelatedId related ? related.id() : asked instanceof Model ? id(asked) : asked;
        int order = left instanceof Comparable<?> ? natural(left, right) : left.equals(right) ? 0 : 1;
        return switch (operator) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
        };
    }

    private static boolean text(String value, Filter.TextOperator operator, String asked) {
        return switch (operator) {
            case LIKE -> like(asked).matcher(value).matches();
            case ILIKE -> like(lower(asked)).matcher(lower(value)).matches();
            case CONTAINS -> value.contains(asked);
            case CONTAINS_IGNORE_CASE -> lower(value).contains(lower(asked));
            case STARTS_WITH -> value.startsWith(asked);
            case ENDS_WITH -> value.endsWith(asked);
            case MATCHES -> Pattern.compile(asked).matcher(value).find();
            case FULLTEXT ->
                List.of(lower(value).split(" ", -1))
                        .containsAll(List.of(lower(asked).strip().split("\\s+", -1)));
        };
    }

    private static Pattern like(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char each = pattern.charAt(i);
            if (each == '\\') {
                i++;
                regex.append(Pattern.quote(String.valueOf(pattern.charAt(i))));
            } else {
                regex.append(each == '%' ? ".*" : each == '_' ? "." : Pattern.quote(String.valueOf(each)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private static boolean elements(Collection<?> value, Filter.Elements<?> filter) {
        Set<Object> asked = new HashSet<>(filter.values());
        return switch (filter.operator()) {
            case OVERLAPS -> value.stream().anyMatch(asked::contains);
            case CONTAINS -> value.containsAll(asked);
            case CONTAINED -> asked.containsAll(value);
        };
    }

    private static List<@Nullable String> searchable(Object record) {
        List<@Nullable String> values = new ArrayList<>();
        if (record instanceof Article article) {
            values.add(article.title);
            values.add(article.byline);
        } else {
            values.add(((Writer) record).name);
        }
        return values;
    }

    private Comparator<Object> order(Find find) {
        List<Comparator<Object>> terms = new ArrayList<>();
        for (Sort<?> sort : find.sorts()) {
            String name = sort.property();
            boolean last = find.missingLast().contains(name)
                    || (sort.isAscending() && !find.missingFirst().contains(name));
            Comparator<Object> present =
                    (a, b) -> sort.ignoreCase() ? natural(lower((String) a), lower((String) b)) : natural(a, b);
            Comparator<Object> directed = sort.isAscending() ? present : present.reversed();
            Comparator<@Nullable Object> whole =
                    last ? Comparator.nullsLast(directed) : Comparator.nullsFirst(directed);
            terms.add((a, b) -> whole.compare(seen(a, find, name), seen(b, find, name)));
        }
        terms.add((a, b) -> natural(id(a), id(b)));
        return terms.stream().reduce(Comparator::thenComparing).orElseThrow();
    }

    /** Returns what is at a path; null also from where a related record is hidden. */
    private @Nullable Object seen(Object record, Find find, String path) {
        Object value = record;
        for (String name : path.split("\\.", -1)) {
            Object next = value == null ? null : field(value, name);
            value = next != null && !find.includesDeleted() && !seen(next) ? null : next;
        }
        return value;
    }

    private static Object id(Object record) {
        return Objects.requireNonNull(value(record, "id"));
    }

    /** Enums are stored by their names, and ordered so. */
    @SuppressWarnings("unchecked") // the values of one attribute
    private static int natural(Object a, Object b) {
        return a instanceof Enum<?> left && b instanceof Enum<?> right
                ? left.name().compareTo(right.name())
                : ((Comparable<Object>) a).compareTo(b);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Returns what is at a path of attributes; null from where one is null. */
    static @Nullable Object value(Object record, String path) {
        Object value = record;
        for (String name : path.split("\\.", -1)) {
            value = value == null ? null : field(value, name);
        }
        return value;
    }

    private static @Nullable Object field(Object record, String name) {
        for (Class<?> type = record.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return content(field, record);
                }
            }
        }
        throw new AssertionError(record.getClass() + " has no field " + name);
    }

    private static @Nullable Object content(Field field, Object record) {
        try {
            field.setAccessible(true);
            return field.get(record);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
