package io.ashlar.internal.sql;

import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Binding;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Elements;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Id;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.model.ToMany;
import io.ashlar.internal.model.ToOne;
import io.ashlar.query.Filter;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** Writes filters of one statement as conditions over aliases; every value becomes a bound parameter. For one thread. */
public final class Conditions {

    private final Sql sql;
    private final SqlDialect dialect;
    private int aliases;

    /** Writes to {@code sql}. */
    public Conditions(Sql sql, SqlDialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    /** Adds the condition that the records of {@code from} are not softly deleted; false if they know no such thing. */
    public boolean live(From from) {
        Basic deletedAt = from.entity().deletedAt();
        if (deletedAt == null) {
            return false;
        }
        sql.add(from.column(deletedAt.column())).add(" is null");
        return true;
    }

    /** Returns whether a filter asks for the time of deletion itself, and so for softly deleted records. */
    public static boolean namesDeletedAt(Filter<?> filter) {
        if (filter instanceof Filter.And<?> and) {
            return anyNamesDeletedAt(and.filters());
        }
        if (filter instanceof Filter.Or<?> or) {
            return anyNamesDeletedAt(or.filters());
        }
        if (filter instanceof Filter.Not<?> not) {
            return namesDeletedAt(not.filter());
        }
        if (filter instanceof Filter.Comparison<?> comparison) {
            return comparison.attribute().equals(Entity.DELETED_AT);
        }
        if (filter instanceof Filter.In<?> in) {
            return in.attribute().equals(Entity.DELETED_AT);
        }
        return filter instanceof Filter.IsNull<?> isNull && isNull.attribute().equals(Entity.DELETED_AT);
    }

    private static boolean anyNamesDeletedAt(List<? extends Filter<?>> filters) {
        for (Filter<?> each : filters) {
            if (namesDeletedAt(each)) {
                return true;
            }
        }
        return false;
    }

    /** Checks every name and value of a filter, without SQL: also of those that are worked out before. */
    public static void check(Entity entity, Filter<?> filter) {
        new Conditions(new Sql(), SqlDialect.of(io.ashlar.database.Dialect.POSTGRESQL))
                .add(new From(entity, "t", SqlDialect.of(io.ashlar.database.Dialect.POSTGRESQL)), filter);
    }

    /**
     * Adds the condition that records of {@code from} match {@code filter}.
     *
     * @throws IllegalArgumentException if it names what the model does not have, or a value is of another type
     */
    public void add(From from, Filter<?> filter) {
        if (filter instanceof Filter.And<?> and) {
            joined(from, and.filters(), " and ");
        } else if (filter instanceof Filter.Or<?> or) {
            joined(from, or.filters(), " or ");
        } else if (filter instanceof Filter.Not<?> not) {
            sql.add("not (");
            add(from, not.filter());
            sql.add(")");
        } else if (filter instanceof Filter.Comparison<?> comparison) {
            compared(from, comparison);
        } else if (filter instanceof Filter.In<?> in) {
            in(from, in.attribute(), in.values());
        } else if (filter instanceof Filter.IsNull<?> isNull) {
            isNull(from, isNull.attribute());
        } else if (filter instanceof Filter.Text<?> text) {
            new TextConditions(sql, dialect).add(from, text);
        } else if (filter instanceof Filter.Elements<?> elements) {
            new ElementConditions(sql, dialect, this).add(from, elements);
        } else if (filter instanceof Filter.Related<?> related) {
            related(from, related);
        } else if (filter instanceof Filter.Search<?> search) {
            new TextConditions(sql, dialect).search(from, search.text());
        } else {
            throw new IllegalArgumentException("filter must be defined");
        }
    }

    /** Adds that the id of the records is one of {@code ids}, each as its values. */
    public void ids(From from, List<Object[]> ids) {
        Id id = from.entity().id();
        if (id.isSimple()) {
            dialect.in(sql, from.id(0), id.slots().get(0).column().binding(), firsts(ids));
            return;
        }
        List<String> columns = new ArrayList<>();
        List<Binding> bindings = new ArrayList<>();
        for (int i = 0; i < id.slots().size(); i++) {
            columns.add(from.id(i));
            bindings.add(id.slots().get(i).column().binding());
        }
        rows(columns, bindings, ids);
    }

    /** Adds that these columns hold one of these rows of values. */
    public void rows(List<String> columns, List<Binding> bindings, List<Object[]> rows) {
        if (columns.size() == 1) {
            dialect.in(sql, columns.get(0), bindings.get(0), firsts(rows));
            return;
        }
        sql.add("(").add(String.join(", ", columns)).add(") in (");
        for (int i = 0; i < rows.size(); i++) {
            sql.add(i == 0 ? "(" : ", (");
            Object[] row = rows.get(i);
            for (int j = 0; j < row.length; j++) {
                sql.add(j == 0 ? "" : ", ").value(bindings.get(j), row[j]);
            }
            sql.add(")");
        }
        sql.add(")");
    }

    private static List<Object> firsts(List<Object[]> rows) {
        return new AbstractList<>() {
            @Override
            public Object get(int index) {
                return rows.get(index)[0];
            }

            @Override
            public int size() {
                return rows.size();
            }
        };
    }

    /** Returns an alias that the statement does not have yet. */
    String fresh() {
        aliases++;
        return "r" + aliases;
    }

    private void joined(From from, List<? extends Filter<?>> filters, String word) {
        sql.add("(");
        for (int i = 0; i < filters.size(); i++) {
            sql.add(i == 0 ? "" : word);
            add(from, filters.get(i));
        }
        sql.add(")");
    }

    private void compared(From from, Filter.Comparison<?> comparison) {
        Attribute attribute = from.entity().attribute(comparison.attribute());
        if (attribute instanceof Basic basic) {
            Object value = ValueTypes.checked(from.entity(), basic, comparison.value());
            sql.add(from.column(basic.column()))
                    .add(operator(comparison.operator()))
                    .value(basic.binding(), value);
        } else if (attribute instanceof ToOne) {
            boolean equal = comparison.operator() == Filter.Operator.EQUAL;
            if (!equal && comparison.operator() != Filter.Operator.NOT_EQUAL) {
                throw unsupported(from.entity(), comparison.attribute());
            }
            sql.add(equal ? "" : "not (");
            in(from, comparison.attribute(), List.of(comparison.value()));
            sql.add(equal ? "" : ")");
        } else {
            throw unsupported(from.entity(), comparison.attribute());
        }
    }

    private static String operator(Filter.Operator operator) {
        return switch (operator) {
            case EQUAL -> " = ";
            case NOT_EQUAL -> " <> ";
            case GREATER -> " > ";
            case GREATER_OR_EQUAL -> " >= ";
            case LESS -> " < ";
            case LESS_OR_EQUAL -> " <= ";
        };
    }

    private void in(From from, String name, List<?> values) {
        Attribute attribute = from.entity().attribute(name);
        if (attribute instanceof Basic basic) {
            values.forEach(value -> ValueTypes.checked(from.entity(), basic, value));
            if (values.isEmpty()) {
                sql.add("1 = 0");
            } else {
                dialect.in(sql, from.column(basic.column()), basic.binding(), values);
            }
        } else if (attribute instanceof ToOne toOne) {
            toOneIn(from, toOne, values);
        } else {
            throw unsupported(from.entity(), name);
        }
    }

    private void toOneIn(From from, ToOne toOne, List<?> values) {
        List<Object[]> keys = new ArrayList<>();
        for (Object value : values) {
            keys.add(RelatedKeys.idOf(from.entity(), toOne, toOne.target(), value));
        }
        if (keys.isEmpty()) {
            sql.add("1 = 0");
        } else if (toOne.link() instanceof Link.OwnKey own && own.pointsToId()) {
            rows(
                    own.columns().stream().map(from::column).toList(),
                    own.columns().stream().map(Column::binding).toList(),
                    keys);
        } else {
            exists().add(from, toOne.link(), toOne.target(), inner -> ids(inner, keys), true);
        }
    }

    private void isNull(From from, String name) {
        Attribute attribute = from.entity().attribute(name);
        if (attribute instanceof Basic basic) {
            sql.add(from.column(basic.column())).add(" is null");
        } else if (attribute instanceof ToOne toOne) {
            if (toOne.columns().isEmpty()) {
                sql.add("not ");
                exists().add(from, toOne.link(), toOne.target(), null, false);
                return;
            }
            sql.add("(");
            for (int i = 0; i < toOne.columns().size(); i++) {
                sql.add(i == 0 ? "" : " or ")
                        .add(from.column(toOne.columns().get(i)))
                        .add(" is null");
            }
            sql.add(")");
        } else if (attribute instanceof io.ashlar.internal.model.Embedded embedded) {
            sql.add("(");
            for (int i = 0; i < embedded.attributes().size(); i++) {
                sql.add(i == 0 ? "" : " and ");
                isNull(from, embedded.attributes().get(i).name());
            }
            sql.add(")");
        } else if (attribute instanceof ToMany toMany) {
            sql.add("not ");
            exists().add(from, toMany.link(), toMany.target(), null, false);
        } else if (attribute instanceof Elements elements) {
            sql.add("not ");
            new ElementConditions(sql, dialect, this).exists(from, elements, null);
        }
    }

    private void related(From from, Filter.Related<?> related) {
        Attribute attribute = from.entity().attribute(related.relation());
        Link link;
        Entity target;
        if (attribute instanceof ToOne toOne) {
            link = toOne.link();
            target = toOne.target();
        } else if (attribute instanceof ToMany toMany) {
            link = toMany.link();
            target = toMany.target();
        } else {
            throw new IllegalArgumentException(
                    from.entity().name() + "." + related.relation() + " is no relation, and has no records to match");
        }
        Filter<?> inner = related.filter();
        sql.add(related.negated() ? "not " : "");
        exists().add(
                        from,
                        link,
                        target,
                        inner == null ? null : to -> add(to, inner),
                        inner != null && namesDeletedAt(inner));
    }

    private ExistsConditions exists() {
        return new ExistsConditions(sql, dialect, this);
    }

    static IllegalArgumentException unsupported(Entity entity, String name) {
        return new IllegalArgumentException(entity.name() + "." + name
                + " cannot be compared like this: attributes of one column and relations to one can");
    }
}
