package io.ashlar.internal.sql;

import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.model.Slot;
import io.ashlar.internal.model.ToOne;
import io.ashlar.query.Find;
import jakarta.data.Sort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order of one query: what is asked for, then the id, so that no two records are equal. By attributes of related
 * records it joins them, which multiplies no rows, because the relations lead to one; one that is softly deleted counts
 * as missing, as in the records that are read.
 */
public final class Ordering {

    /**
     * One term of the order.
     *
     * @param expression in SQL
     * @param value where the value is in a record
     * @param nullable whether a record may have no value
     */
    record Term(
            String expression,
            Binder value,
            boolean ascending,
            boolean ignoreCase,
            boolean nullable,
            boolean nullsLast) {}

    /** Where a term's value is in a record. */
    record Binder(Column column, Slot.Getter getter) {}

    private final From from;
    private final SqlDialect dialect;
    private final boolean withDeleted;
    private final List<Term> terms = new ArrayList<>();
    private final Map<String, From> joined = new HashMap<>();
    private final StringBuilder joins = new StringBuilder();

    private Ordering(From from, SqlDialect dialect, boolean withDeleted) {
        this.from = from;
        this.dialect = dialect;
        this.withDeleted = withDeleted;
    }

    /**
     * Returns the order that {@code find} asks for.
     *
     * @throws IllegalArgumentException naming the nearest if it names what the model does not have
     */
    public static Ordering of(From from, SqlDialect dialect, Find find) {
        Ordering ordering = new Ordering(from, dialect, find.includesDeleted());
        ordering.read(find);
        return ordering;
    }

    /** Returns what follows the tables of the query. */
    public String joins() {
        return joins.toString();
    }

    /** Adds the terms. */
    public void add(Sql sql) {
        sql.add(" order by ");
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            sql.add(i == 0 ? "" : ", ");
            String expression = term.ignoreCase ? "lower(" + term.expression + ")" : term.expression;
            dialect.order(sql, expression, term.ascending, term.nullable, term.nullsLast);
        }
    }

    /**
     * Adds the condition that records come after {@code last}.
     *
     * @throws IllegalArgumentException if it is no record of the model, or lacks its id
     */
    public void addAfter(Sql sql, Object last) {
        ValueTypes.checked("after", from.entity().type(), last);
        List<@Nullable Object> values = new ArrayList<>();
        for (Term term : terms) {
            Object value = term.value.getter().get(last);
            if (value == null && !term.nullable) {
                throw new IllegalArgumentException(
                        "after - the last " + from.entity().name() + " has no "
                                + term.value.column().name() + ": give a record as it was listed");
            }
            values.add(value);
        }
        addAfter(sql, values, 0);
    }

    /** Adds: the value at {@code at} comes after, or is the same and the rest comes after. */
    private void addAfter(Sql sql, List<@Nullable Object> values, int at) {
        Term term = terms.get(at);
        Object value = values.get(at);
        boolean last = at == terms.size() - 1;
        sql.add("(");
        boolean any = value == null ? !term.nullsLast : true;
        if (value == null) {
            sql.add(any ? term.expression + " is not null" : "");
        } else {
            sql.add(side(term)).add(term.ascending ? " > " : " < ");
            bound(sql, term, value);
            if (term.nullable && term.nullsLast) {
                sql.add(" or ").add(term.expression).add(" is null");
            }
        }
        if (last) {
            sql.add(any ? "" : "1 = 0");
        } else {
            sql.add(any ? " or (" : "(");
            if (value == null) {
                sql.add(term.expression).add(" is null");
            } else {
                sql.add(side(term)).add(" = ");
                bound(sql, term, value);
            }
            sql.add(" and ");
            addAfter(sql, values, at + 1);
            sql.add(")");
        }
        sql.add(")");
    }

    private static String side(Term term) {
        return term.ignoreCase ? "lower(" + term.expression + ")" : term.expression;
    }

    private static void bound(Sql sql, Term term, Object value) {
        sql.add(term.ignoreCase ? "lower(" : "")
                .value(term.value.column().binding(), value)
                .add(term.ignoreCase ? ")" : "");
    }

    private void read(Find find) {
        Set<String> exact = new HashSet<>();
        for (Sort<?> sort : find.sorts()) {
            term(sort, find);
            if (!sort.ignoreCase()) {
                exact.add(sort.property());
            }
        }
        checkNamed(find);
        Entity entity = from.entity();
        boolean decided = entity.id().isSimple()
                && exact.contains(entity.id().slots().get(0).attribute());
        for (int i = 0; !decided && i < entity.id().slots().size(); i++) {
            Slot slot = entity.id().slots().get(i);
            terms.add(new Term(from.id(i), new Binder(slot.column(), slot.getter()), true, false, false, true));
        }
    }

    private static void checkNamed(Find find) {
        List<String> sorted = find.sorts().stream().map(Sort::property).toList();
        for (List<String> names : List.of(find.missingFirst(), find.missingLast())) {
            for (String name : names) {
                if (!sorted.contains(name)) {
                    throw new IllegalArgumentException("nullsFirst and nullsLast name '" + name
                            + "', by which nothing is ordered: add it to order(...)");
                }
            }
        }
    }

    private void term(Sort<?> sort, Find find) {
        String[] steps = sort.property().split("\\.", -1);
        From at = from;
        boolean nullable = false;
        StringBuilder path = new StringBuilder();
        int step = 0;
        Slot.Getter getter = record -> record;
        while (step < steps.length - 1 && at.entity().attribute(steps[step]) instanceof ToOne toOne) {
            path.append(path.isEmpty() ? "" : ".").append(steps[step]);
            at = joined(path.toString(), at, toOne);
            nullable = true;
            getter = then(getter, toOne::get);
            step++;
        }
        String name = String.join(".", List.of(steps).subList(step, steps.length));
        Attribute attribute = at.entity().attribute(name);
        if (!(attribute instanceof Basic basic) || !isSortable(basic)) {
            throw new IllegalArgumentException(
                    at.entity().name() + "." + name + " cannot be ordered by: it is not one column with an order");
        }
        Slot slot = at.entity().slot(basic.column().name());
        boolean mayMiss = nullable || !basic.traits().required();
        boolean nullsLast = find.missingLast().contains(sort.property())
                || (sort.isAscending() && !find.missingFirst().contains(sort.property()));
        terms.add(new Term(
                at.column(basic.column()),
                new Binder(basic.column(), slot == null ? basic.access()::get : then(getter, slot.getter())),
                sort.isAscending(),
                sort.ignoreCase(),
                mayMiss,
                nullsLast));
    }

    private static Slot.Getter then(Slot.Getter first, Slot.Getter next) {
        return record -> {
            Object value = first.get(record);
            return value == null ? null : next.get(value);
        };
    }

    private static boolean isSortable(Basic basic) {
        return switch (basic.binding().storage().kind()) {
            case JSON, BINARY -> false;
            default -> true;
        };
    }

    private From joined(String path, From at, ToOne relation) {
        From known = joined.get(path);
        if (known != null) {
            return known;
        }
        if (!(relation.link() instanceof Link.OwnKey)) {
            throw new IllegalArgumentException(at.entity().name() + "." + relation.name()
                    + " cannot be ordered by: its key is not in the row of the "
                    + at.entity().name());
        }
        From to = from.to(relation.target(), "o" + (joined.size() + 1));
        joins.append(at.join(relation, to, withDeleted));
        joined.put(path, to);
        return to;
    }
}
