package io.ashlar.internal.write;

import io.ashlar.internal.model.Attribute;
import io.ashlar.internal.model.Cascade;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Link;
import io.ashlar.internal.model.ToMany;
import io.ashlar.internal.model.ToOne;
import io.ashlar.internal.sql.Conditions;
import io.ashlar.internal.sql.From;
import io.ashlar.internal.sql.Sql;
import io.ashlar.internal.sql.SqlDialect;
import java.util.ArrayList;
import java.util.List;

/** The relations by which deleting a record deletes others. Immutable. */
final class Cascades {

    private Cascades() {}

    /**
     * A relation that passes deletion on.
     *
     * @param owner the model it starts from
     */
    record Step(Entity owner, Attribute attribute, Link link, Entity target) {

        /** Returns whether the related records point to the record, and so go before it. */
        boolean isBefore() {
            return link instanceof Link.KeyInTarget;
        }

        private boolean isToItself() {
            return target == owner && isBefore();
        }
    }

    /** Returns the relations of {@code shape} that pass deletion on. */
    static List<Step> of(Shape shape) {
        List<Step> steps = new ArrayList<>();
        for (Attribute attribute : shape.allAttributes()) {
            if (attribute instanceof ToMany toMany && passes(toMany.cascade())) {
                steps.add(new Step(shape.entity(), attribute, toMany.link(), toMany.target()));
            } else if (attribute instanceof ToOne toOne && passes(toOne.cascade())) {
                steps.add(new Step(shape.entity(), attribute, toOne.link(), toOne.target()));
            }
        }
        return steps;
    }

    /** Returns those of {@code steps} that lead from a record to others of its own model that point to it. */
    static List<Step> selves(List<Step> steps) {
        return steps.stream().filter(Step::isToItself).toList();
    }

    /** Returns those of {@code steps} that {@link #selves} does not. */
    static List<Step> others(List<Step> steps) {
        return steps.stream().filter(step -> !step.isToItself()).toList();
    }

    private static boolean passes(Cascade cascade) {
        return cascade.remove() || cascade.orphans();
    }

    /** Returns the query for the ids of what the step leads to from these records, softly deleted ones too. */
    static Sql targets(Step step, List<Object[]> owners, SqlDialect dialect) {
        From to = new From(step.target(), "t", dialect);
        Sql sql = new Sql().add("select ");
        Conditions conditions = new Conditions(sql, dialect);
        if (step.link() instanceof Link.JoinTable join) {
            sql.add(names(join.targets(), "j", dialect))
                    .add(" from ")
                    .add(dialect.quote(join.table()))
                    .add(" j where ");
            conditions.rows(
                    join.sources().stream()
                            .map(column -> "j." + dialect.quote(column.name()))
                            .toList(),
                    join.sources().stream().map(Column::binding).toList(),
                    owners);
        } else if (step.link() instanceof Link.OwnKey own) {
            From from = new From(step.owner(), "t", dialect);
            sql.add(String.join(", ", own.columns().stream().map(from::column).toList()))
                    .add(" from ")
                    .add(from.text())
                    .add(" where ");
            conditions.ids(from, owners);
            sql.add(" and ").add(from.column(own.columns().get(0))).add(" is not null");
        } else {
            for (int i = 0; i < step.target().id().slots().size(); i++) {
                sql.add(i == 0 ? "" : ", ").add(to.id(i));
            }
            sql.add(" from ").add(to.text()).add(" where ");
            pointing(conditions, (Link.KeyInTarget) step.link(), to, owners);
        }
        return sql;
    }

    /** Adds that rows of {@code to} point to one of these records. */
    static void pointing(Conditions conditions, Link.KeyInTarget key, From to, List<Object[]> owners) {
        conditions.rows(
                key.columns().stream().map(to::column).toList(),
                key.columns().stream().map(Column::binding).toList(),
                owners);
    }

    private static String names(List<Column> columns, String alias, SqlDialect dialect) {
        return String.join(
                ", ",
                columns.stream()
                        .map(column -> alias + "." + dialect.quote(column.name()))
                        .toList());
    }
}
