package io.ashlar.internal.sql;

import io.ashlar.internal.mapping.JsonText;
import io.ashlar.internal.mapping.StorageKind;
import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Elements;
import io.ashlar.query.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes comparisons of several values: JSON lists by the database's JSON, element collections by their tables. */
final class ElementConditions {

    private final Sql sql;
    private final SqlDialect dialect;
    private final Conditions conditions;

    ElementConditions(Sql sql, SqlDialect dialect, Conditions conditions) {
        this.sql = sql;
        this.dialect = dialect;
        this.conditions = conditions;
    }

    void add(From from, Filter.Elements<?> filter) {
        Attribute attribute = from.entity().attribute(filter.attribute());
        if (attribute instanceof Basic basic && basic.binding().storage().kind() == StorageKind.JSON) {
            json(from.column(basic.column()), basic, filter);
        } else if (attribute instanceof Elements elements && elements.value() != null) {
            collection(from, elements, elements.value(), filter);
        } else {
            throw new IllegalArgumentException(from.entity().name() + "." + filter.attribute()
                    + " cannot be compared like this: it holds no plain values");
        }
    }

    private void json(String column, Basic basic, Filter.Elements<?> filter) {
        List<String> elements =
                filter.values().stream().map(value -> element(basic, value)).toList();
        if (filter.operator() == Filter.ElementOperator.CONTAINED) {
            dialect.jsonHoldsOnly(sql, column, elements);
            return;
        }
        String word = filter.operator() == Filter.ElementOperator.CONTAINS ? " and " : " or ";
        sql.add("(");
        for (int i = 0; i < elements.size(); i++) {
            sql.add(i == 0 ? "" : word);
            dialect.jsonHolds(sql, column, elements.get(i));
        }
        sql.add(")");
    }

    /** Returns the JSON of one element: that of a list of it, without the brackets. */
    private static String element(Basic basic, Object value) {
        Object stored = basic.binding()
                .store(
                        java.util.Set.class.isAssignableFrom(basic.access().type())
                                ? java.util.Set.of(value)
                                : List.of(value));
        String list = ((JsonText) java.util.Objects.requireNonNull(stored)).json();
        return list.substring(1, list.length() - 1);
    }

    private void collection(From from, Elements elements, Column value, Filter.Elements<?> filter) {
        switch (filter.operator()) {
            case OVERLAPS ->
                exists(from, elements, alias -> dialect.in(sql, at(alias, value), value.binding(), filter.values()));
            case CONTAINS -> {
                sql.add("(");
                for (int i = 0; i < filter.values().size(); i++) {
                    Object each = filter.values().get(i);
                    sql.add(i == 0 ? "" : " and ");
                    exists(
                            from,
                            elements,
                            alias -> sql.add(at(alias, value)).add(" = ").value(value.binding(), each));
                }
                sql.add(")");
            }
            case CONTAINED -> {
                sql.add("not ");
                exists(from, elements, alias -> {
                    if (filter.values().isEmpty()) {
                        sql.add("1 = 1");
                    } else {
                        sql.add("not (");
                        dialect.in(sql, at(alias, value), value.binding(), filter.values());
                        sql.add(")");
                    }
                });
            }
        }
    }

    /** What is asked of the values. */
    interface Asked {

        void of(String alias);
    }

    /** Adds that there is a value, and that it is as asked. */
    void exists(From from, Elements elements, @Nullable Asked asked) {
        String alias = conditions.fresh();
        sql.add("exists (select 1 from ")
                .add(dialect.quote(elements.table()))
                .add(" ")
                .add(alias)
                .add(" where ");
        for (int i = 0; i < elements.owners().size(); i++) {
            sql.add(i == 0 ? "" : " and ")
                    .add(at(alias, elements.owners().get(i)))
                    .add(" = ")
                    .add(from.id(i));
        }
        if (asked != null) {
            sql.add(" and ");
            asked.of(alias);
        }
        sql.add(")");
    }

    private String at(String alias, Column column) {
        return alias + '.' + dialect.quote(column.name());
    }
}
