package io.ashlar.internal.crud;

import io.ashlar.query.Find;
import io.ashlar.query.TextProperty;
import jakarta.data.Sort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random orders and pages of the articles of a {@link Magazine}. */
final class Pages {

    private static final List<String> SORTED = List.of(
            "id",
            "code",
            "byline",
            "views",
            "rating",
            "pages",
            "weight",
            "price",
            "featured",
            "status",
            "published",
            "due",
            "place.city",
            "writer.age",
            "writer.name",
            "writer.mentor.age");

    private Pages() {}

    /** A term of an order; {@code nulls} is 0 for as it is, 1 for first, 2 for last. */
    private record Term(String name, boolean ascending, boolean ignoreCase, int nulls) {}

    /** Returns finds of all records, in orders of up to three terms. */
    static Arbitrary<Find> orders() {
        return Combinators.combine(
                        Arbitraries.of(SORTED),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 2))
                .as((name, ascending, nulls) ->
                        // the collations agree on the order of these letters only without their case
                        new Term(name, ascending, name.equals("byline") || name.equals("writer.name"), nulls))
                .list()
                .ofMaxSize(3)
                .map(Pages::ordered);
    }

    /** Returns finds with orders, pages, and deleted records among the others. */
    static Arbitrary<Find> finds() {
        Arbitrary<Integer> take = Arbitraries.integers().between(0, 40); // 0 for all
        return Combinators.combine(orders(), Arbitraries.integers().between(0, 20), take, Arbitraries.of(true, false))
                .as((order, skip, taken, deleted) -> {
                    Find page = paged(order, taken).skip(skip);
                    return deleted ? page.withDeleted() : page;
                });
    }

    /** Returns {@code order} with this many records; 0 for all. */
    static Find paged(Find order, int take) {
        return (take == 0 ? Find.all() : Find.take(take))
                .order(order.sorts())
                .nullsFirst(named(order.missingFirst()))
                .nullsLast(named(order.missingLast()));
    }

    private static Find ordered(List<Term> terms) {
        Map<String, Term> distinct = new LinkedHashMap<>();
        terms.forEach(term -> distinct.putIfAbsent(term.name, term));
        List<Sort<?>> sorts = new ArrayList<>();
        distinct.values().forEach(term -> sorts.add(new Sort<>(term.name, term.ascending, term.ignoreCase)));
        return Find.all()
                .order(sorts)
                .nullsFirst(named(distinct.values().stream()
                        .filter(term -> term.nulls == 1)
                        .map(Term::name)
                        .toList()))
                .nullsLast(named(distinct.values().stream()
                        .filter(term -> term.nulls == 2)
                        .map(Term::name)
                        .toList()));
    }

    private static TextProperty<?>[] named(List<String> names) {
        return names.stream()
                .map(name -> new TextProperty<>(Article.class, name))
                .toArray(TextProperty<?>[]::new);
    }
}
