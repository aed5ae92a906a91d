package io.ashlar.internal.sql;

import io.ashlar.query.Filter;
import java.util.ArrayList;
import java.util.List;

/** What is left of a filter once its constant parts are worked out, so that an accident is seen before it runs. */
public sealed interface Folded {

    /** Known without asking the database. */
    enum Known implements Folded {
        /** Every record. */
        ALWAYS,
        /** No record. */
        NEVER
    }

    /** Matches what the database says. */
    record Sometimes(Filter<?> filter) implements Folded {}

    /** Works out {@code filter}. */
    static Folded of(Filter<?> filter) {
        if (filter instanceof Filter.And<?> and) {
            return joined(filter, and.filters(), Known.NEVER, Known.ALWAYS);
        }
        if (filter instanceof Filter.Or<?> or) {
            return joined(filter, or.filters(), Known.ALWAYS, Known.NEVER);
        }
        if (filter instanceof Filter.Not<?> not) {
            Folded inner = of(not.filter());
            if (inner instanceof Sometimes some) {
                return some.filter() == not.filter()
                        ? new Sometimes(not)
                        : new Sometimes(some.filter().not());
            }
            return inner == Known.NEVER ? Known.ALWAYS : Known.NEVER;
        }
        if (filter instanceof Filter.In<?> in && in.values().isEmpty()) {
            return Known.NEVER;
        }
        if (filter instanceof Filter.Related<?> related && related.filter() != null) {
            Folded inner = of(related.filter());
            if (inner == Known.NEVER) {
                return related.negated() ? Known.ALWAYS : Known.NEVER;
            }
        }
        return new Sometimes(filter);
    }

    private static Folded joined(Filter<?> whole, List<? extends Filter<?>> filters, Known decides, Known matters) {
        List<Filter<Object>> rest = new ArrayList<>(filters.size());
        boolean same = true;
        for (Filter<?> each : filters) {
            Folded folded = of(each);
            if (folded == decides) {
                return decides;
            }
            if (folded instanceof Sometimes some) {
                rest.add(untyped(some.filter()));
                same &= some.filter() == each;
            } else {
                same = false;
            }
        }
        if (rest.isEmpty()) {
            return matters;
        }
        if (same) {
            return new Sometimes(whole);
        }
        if (rest.size() == 1) {
            return new Sometimes(rest.get(0));
        }
        return new Sometimes(whole instanceof Filter.And ? new Filter.And<>(rest) : new Filter.Or<>(rest));
    }

    @SuppressWarnings("unchecked") // the filters of one list are of one model
    private static Filter<Object> untyped(Filter<?> filter) {
        return (Filter<Object>) filter;
    }
}
