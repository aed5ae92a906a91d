package io.ashlar.internal.write;

import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Table;
import io.ashlar.internal.read.Chunks;
import io.ashlar.internal.sql.Conditions;
import io.ashlar.internal.sql.Sql;
import io.ashlar.internal.sql.SqlDialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Writes the same changes to some records, a statement for each of their tables. Immutable. */
final class TableUpdates {

    private final Shape shape;
    private final SqlDialect dialect;

    TableUpdates(Shape shape, SqlDialect dialect) {
        this.shape = shape;
        this.dialect = dialect;
    }

    /** Updates the records with these ids that are not hidden; false if one was not as expected, or not there. */
    boolean update(
            Connection connection,
            List<Object[]> ids,
            List<Changes.Assignment> assignments,
            List<Changes.Assignment> expected,
            boolean hidden,
            Instant now)
            throws SQLException {
        Entity entity = shape.entity();
        boolean all = true;
        for (List<Object[]> chunk : Chunks.of(ids)) {
            for (Table table : entity.tables()) {
                boolean first = table.equals(entity.table());
                List<Changes.Assignment> own = assignments.stream()
                        .filter(assignment -> shape.isTablePerClass()
                                || assignment.column().table().equals(table.name()))
                        .toList();
                List<Changes.Assignment> compared = expected.stream()
                        .filter(each ->
                                shape.isTablePerClass() || each.column().table().equals(table.name()))
                        .toList();
                if (!first && own.isEmpty() && compared.isEmpty()) {
                    continue;
                }
                Sql sql = new Sql();
                sql.add("update ").add(dialect.quote(table.name())).add(" t set ");
                addAssignments(sql, dialect, own);
                if (first) {
                    shape.addKept(sql, own.size(), now);
                } else if (own.isEmpty()) { // only to compare
                    String key = dialect.quote(table.key().get(0));
                    sql.add(key).add(" = t.").add(key);
                }
                sql.add(" where ");
                Conditions conditions = new Conditions(sql, dialect);
                conditions.rows(
                        table.key().stream()
                                .map(name -> "t." + dialect.quote(name))
                                .toList(),
                        entity.id().slots().stream()
                                .map(slot -> slot.column().binding())
                                .toList(),
                        chunk);
                if (first && !hidden && entity.deletedAt() != null) {
                    sql.add(" and t.")
                            .add(dialect.quote(entity.deletedAt().column().name()))
                            .add(" is null");
                }
                if (first) {
                    shape.from().andClasses(sql);
                }
                compared.forEach(
                        each -> expected(sql, "t." + dialect.quote(each.column().name()), each));
                all &= sql.update(connection) == chunk.size();
            }
        }
        return all;
    }

    /** Adds {@code update ... set ...} for a model of one table. */
    static void addSet(Sql sql, Shape shape, SqlDialect dialect, List<Changes.Assignment> assignments, Instant now) {
        sql.add("update ").add(dialect.quote(shape.entity().table().name())).add(" t set ");
        addAssignments(sql, dialect, assignments);
        shape.addKept(sql, assignments.size(), now);
    }

    private static void addAssignments(Sql sql, SqlDialect dialect, List<Changes.Assignment> assignments) {
        for (int i = 0; i < assignments.size(); i++) {
            Changes.Assignment each = assignments.get(i);
            sql.add(i == 0 ? "" : ", ")
                    .add(dialect.quote(each.column().name()))
                    .add(" = ")
                    .value(each.column().binding(), each.value());
        }
    }

    /** Adds what the record has to hold still. */
    static void addExpected(Sql sql, Shape shape, List<Changes.Assignment> expected) {
        for (Changes.Assignment each : expected) {
            expected(sql, shape.from().column(each.column()), each);
        }
    }

    private static void expected(Sql sql, String column, Changes.Assignment expected) {
        sql.add(" and ").add(column);
        if (expected.value() == null) {
            sql.add(" is null");
        } else {
            sql.add(" = ").value(expected.column().binding(), expected.value());
        }
    }
}
