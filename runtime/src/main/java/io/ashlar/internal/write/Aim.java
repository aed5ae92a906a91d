package io.ashlar.internal.write;

import io.ashlar.internal.model.Entity;
import io.ashlar.internal.sql.Conditions;
import io.ashlar.internal.sql.Folded;
import io.ashlar.internal.sql.From;
import io.ashlar.internal.sql.Sql;
import io.ashlar.internal.sql.SqlDialect;
import io.ashlar.query.Filter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Which records a write by filter is aimed at; never all of them by accident. */
final class Aim {

    private Aim() {}

    /**
     * Returns what is left of {@code filter}.
     *
     * @throws IllegalArgumentException if it matches every record
     */
    static Folded at(Entity entity, String action, Filter<?> filter) {
        Conditions.check(entity, filter);
        Folded folded = Folded.of(filter);
        if (folded == Folded.Known.ALWAYS) {
            throw new IllegalArgumentException("This filter matches every " + entity.name() + ", so nothing is "
                    + (action.endsWith("e") ? action + "d" : action + "ed") + ": a list in it is empty");
        }
        return folded;
    }

    /** Adds the condition; hidden records are left out unless the filter asks for them. */
    static void add(Sql sql, SqlDialect dialect, From from, Filter<?> filter, Filter<?> left) {
        Conditions conditions = new Conditions(sql, dialect);
        conditions.add(from, left);
        if (!Conditions.namesDeletedAt(filter) && from.entity().deletedAt() != null) {
            sql.add(" and ");
            conditions.live(from);
        }
        if (from.isShared()) {
            sql.add(" and ");
            from.addClasses(sql);
        }
    }

    /** Returns the ids of the records, each as its values. */
    static List<Object[]> ids(Connection connection, SqlDialect dialect, Shape shape, Filter<?> filter, Filter<?> left)
            throws SQLException {
        Sql sql = new Sql()
                .add("select ")
                .add(shape.ids())
                .add(" from ")
                .add(shape.from().text())
                .add(" where ");
        add(sql, dialect, shape.from(), filter, left);
        return Ids.of(connection, shape.entity(), sql);
    }
}
