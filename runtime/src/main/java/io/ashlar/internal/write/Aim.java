package io.ashlar.internal.write;

import io.ashlar.internal.sql.Conditions;
import io.ashlar.internal.sql.Folded;
import io.ashlar.internal.sql.Sql;
import io.ashlar.internal.sql.SqlDialect;
import io.ashlar.query.Filter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which records a write by filter is aimed at; never all of them by accident. Immutable. */
final class Aim {

    private final Shape shape;
    private final Sql condition;

    private Aim(Shape shape, Sql condition) {
        this.shape = shape;
        this.condition = condition;
    }

    /**
     * Returns the records that match {@code filter}; hidden ones are left out unless the filter asks for them. Null if none
     * can match.
     *
     * @throws IllegalArgumentException if it matches every record, or names what the model does not have
     */
    static @Nullable Aim at(Shape shape, SqlDialect dialect, String action, Filter<?> filter) {
        return at(shape, dialect, action, filter, Conditions.namesDeletedAt(filter));
    }

    /** Returns the same, hidden records too if {@code hidden}. */
    static @Nullable Aim at(Shape shape, SqlDialect dialect, String action, Filter<?> filter, boolean hidden) {
        Folded folded = Folded.of(filter);
        boolean whole = folded instanceof Folded.Sometimes some && some.filter() == filter;
        if (!whole) { // a part that was worked out is not seen again when the condition is written
            Conditions.check(shape.entity(), filter);
        }
        if (folded == Folded.Known.ALWAYS) {
            throw new IllegalArgumentException("This filter matches every "
                    + shape.entity().name() + ", so nothing is " + (action.endsWith("e") ? action + "d" : action + "ed")
                    + ": a list in it is empty");
        }
        if (!(folded instanceof Folded.Sometimes left)) {
            return null;
        }
        Sql condition = new Sql(120);
        Conditions conditions = new Conditions(condition, dialect);
        conditions.add(shape.from(), left.filter());
        if (!hidden && shape.entity().deletedAt() != null) {
            condition.add(" and ");
            conditions.live(shape.from());
        }
        shape.from().andClasses(condition);
        return new Aim(shape, condition);
    }

    /** Adds the condition. */
    void add(Sql sql) {
        sql.add(condition);
    }

    /** Returns the ids of the records, each as its values. */
    List<Object[]> ids(Connection connection) throws SQLException {
        Sql sql = new Sql()
                .add("select ")
                .add(shape.ids())
                .add(" from ")
                .add(shape.from().text())
                .add(" where ")
                .add(condition);
        return Ids.of(connection, shape.entity(), sql);
    }
}
