package io.ashlar.internal.sql;

import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Link;
import org.jspecify.annotations.Nullable;

/** Writes conditions over related records, by EXISTS, so that no row is multiplied. For one thread. */
final class ExistsConditions {

    private final Sql sql;
    private final SqlDialect dialect;
    private final Conditions conditions;

    ExistsConditions(Sql sql, SqlDialect dialect, Conditions conditions) {
        this.sql = sql;
        this.dialect = dialect;
        this.conditions = conditions;
    }

    /** What is asked of the related records. */
    interface Asked {

        void of(From to);
    }

    /**
     * Adds that {@code from} has such a record.
     *
     * @param asked what is asked of the related record, beside being related; null for nothing
     * @param withDeleted whether softly deleted ones count
     */
    void add(From from, Link link, Entity target, @Nullable Asked asked, boolean withDeleted) {
        From to = new From(target, conditions.fresh(), dialect);
        sql.add("exists (select 1 from ");
        if (link instanceof Link.JoinTable join) {
            String links = conditions.fresh();
            sql.add(dialect.quote(join.table()))
                    .add(" ")
                    .add(links)
                    .add(" join ")
                    .add(to.text())
                    .add(" on ");
            for (int i = 0; i < join.targets().size(); i++) {
                sql.add(i == 0 ? "" : " and ")
                        .add(at(links, join.targets().get(i)))
                        .add(" = ")
                        .add(to.id(i));
            }
            sql.add(" where ");
            for (int i = 0; i < join.sources().size(); i++) {
                sql.add(i == 0 ? "" : " and ")
                        .add(at(links, join.sources().get(i)))
                        .add(" = ")
                        .add(from.id(i));
            }
        } else {
            sql.add(to.text()).add(" where ");
            paired(from, to, link);
        }
        if (!withDeleted && to.entity().deletedAt() != null) {
            sql.add(" and ");
            conditions.live(to);
        }
        if (asked != null) {
            sql.add(" and ");
            asked.of(to);
        }
        sql.add(")");
    }

    private void paired(From from, From to, Link link) {
        if (link instanceof Link.OwnKey own) {
            for (int i = 0; i < own.columns().size(); i++) {
                sql.add(i == 0 ? "" : " and ")
                        .add(to.column(to.entity().table().name(), own.targets().get(i)))
                        .add(" = ")
                        .add(from.column(own.columns().get(i)));
            }
        } else if (link instanceof Link.KeyInTarget key) {
            for (int i = 0; i < key.columns().size(); i++) {
                sql.add(i == 0 ? "" : " and ")
                        .add(to.column(key.columns().get(i)))
                        .add(" = ")
                        .add(from.column(
                                from.entity().table().name(), key.sources().get(i)));
            }
        }
    }

    private String at(String alias, Column column) {
        return alias + '.' + dialect.quote(column.name());
    }
}
