package io.ashlar.internal.write;

import io.ashlar.database.Dialect;
import io.ashlar.internal.model.Binding;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.read.Readers;
import io.ashlar.internal.sql.Conditions;
import io.ashlar.internal.sql.Sql;
import io.ashlar.internal.sql.SqlDialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes different values of the same columns to many records of one table: by arrays on PostgreSQL, by a batch elsewhere.
 * Safe for use by many threads.
 */
final class ManyUpdates {

    private final Shape shape;
    private final Entity entity;
    private final SqlDialect dialect;
    private final Readers readers;

    ManyUpdates(Shape shape, SqlDialect dialect, Readers readers) {
        this.shape = shape;
        this.entity = shape.entity();
        this.dialect = dialect;
        this.readers = readers;
    }

    /**
     * New values of one record.
     *
     * @param values one for each column, in the attribute's form
     * @param expected what it has to hold still, one for each column that is compared
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Row(Object[] id, List<@Nullable Object> values, List<@Nullable Object> expected) {}

    /**
     * Updates the records, hidden ones too if {@code hidden}, and puts them as they are now into {@code updated}, by the key
     * of their id; those that are not there, or not as expected, are missing.
     */
    void update(
            Connection connection,
            List<Column> columns,
            List<Column> compared,
            List<Row> rows,
            boolean hidden,
            Instant now,
            Map<Object, Object> updated)
            throws SQLException {
        for (int from = 0; from < rows.size(); from += RowInserts.MOST_ROWS) {
            List<Row> some = rows.subList(from, Math.min(from + RowInserts.MOST_ROWS, rows.size()));
            List<Object> records = dialect.dialect() == Dialect.POSTGRESQL
                    ? arrays(connection, columns, compared, some, hidden, now)
                    : batch(connection, columns, compared, some, hidden, now);
            for (Object record : records) {
                updated.put(entity.id().keyOf(record), record);
            }
        }
    }

    private List<Object> arrays(
            Connection connection,
            List<Column> columns,
            List<Column> compared,
            List<Row> rows,
            boolean hidden,
            Instant now)
            throws SQLException {
        List<Binding> bindings = new ArrayList<>();
        entity.id().slots().forEach(slot -> bindings.add(slot.column().binding()));
        int ids = bindings.size();
        columns.forEach(column -> bindings.add(column.binding()));
        compared.forEach(column -> bindings.add(column.binding()));
        Sql sql = new Sql()
                .add("update ")
                .add(dialect.quote(entity.table().name()))
                .add(" t set ");
        for (int i = 0; i < columns.size(); i++) {
            sql.add(i == 0 ? "" : ", ")
                    .add(dialect.quote(columns.get(i).name()))
                    .add(" = v.c" + (ids + i));
        }
        shape.addKept(sql, columns.size(), now);
        sql.add(" from unnest(");
        for (int i = 0; i < bindings.size(); i++) {
            Binding binding = bindings.get(i);
            Object[] values = binding.newArray(rows.size());
            for (int j = 0; j < values.length; j++) {
                values[j] = binding.arrayElement(binding.store(value(rows.get(j), i, ids, columns.size())));
            }
            sql.add(i == 0 ? "" : ", ")
                    .array(binding.postgresqlType(), values)
                    .add("::" + binding.postgresqlType() + "[]");
        }
        sql.add(") as v(");
        for (int i = 0; i < bindings.size(); i++) {
            sql.add(i == 0 ? "c" : ", c").add(Integer.toString(i));
        }
        sql.add(") where ");
        for (int i = 0; i < ids; i++) {
            sql.add(i == 0 ? "" : " and ").add(shape.from().id(i)).add(" = v.c" + i);
        }
        for (int i = 0; i < compared.size(); i++) {
            sql.add(" and ")
                    .add(shape.from().column(compared.get(i)))
                    .add(" is not distinct from v.c" + (ids + columns.size() + i));
        }
        live(sql, hidden);
        String text = Objects.requireNonNull(dialect.returning(sql.toString(), readers.columns(entity)));
        try (PreparedStatement statement = sql.prepare(connection, text);
                ResultSet row = statement.executeQuery()) {
            return readers.records(entity, row);
        }
    }

    private static @Nullable Object value(Row row, int at, int ids, int columns) {
        if (at < ids) {
            return row.id[at];
        }
        return at < ids + columns ? row.values.get(at - ids) : row.expected.get(at - ids - columns);
    }

    private void live(Sql sql, boolean hidden) {
        if (!hidden && entity.deletedAt() != null) {
            sql.add(" and ");
            new Conditions(sql, dialect).live(shape.from());
        }
        shape.from().andClasses(sql);
    }

    private List<Object> batch(
            Connection connection,
            List<Column> columns,
            List<Column> compared,
            List<Row> rows,
            boolean hidden,
            Instant now)
            throws SQLException {
        Sql sql = new Sql()
                .add("update ")
                .add(dialect.quote(entity.table().name()))
                .add(" t set ");
        for (int i = 0; i < columns.size(); i++) {
            sql.add(i == 0 ? "" : ", ")
                    .add(dialect.quote(columns.get(i).name()))
                    .add(" = ?");
        }
        Sql kept = new Sql();
        shape.addKept(kept, columns.size(), now);
        sql.add(kept.toString()).add(" where ");
        for (int i = 0; i < entity.id().slots().size(); i++) {
            sql.add(i == 0 ? "" : " and ").add(shape.from().id(i)).add(" = ?");
        }
        for (Column column : compared) {
            String name = shape.from().column(column);
            sql.add(" and (" + name + " = ? or (" + name + " is null and ? is null))");
        }
        Sql tail = new Sql();
        live(tail, hidden);
        sql.add(tail.toString());
        List<Object[]> done = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            for (Row row : rows) {
                int at = 0;
                for (int i = 0; i < columns.size(); i++) {
                    at++;
                    columns.get(i).binding().bind(statement, at, row.values.get(i));
                }
                at += kept.bind(statement, at);
                for (int i = 0; i < row.id.length; i++) {
                    at++;
                    entity.id().slots().get(i).column().binding().bind(statement, at, row.id[i]);
                }
                for (int i = 0; i < compared.size(); i++) {
                    compared.get(i).binding().bind(statement, at + 1, row.expected.get(i));
                    compared.get(i).binding().bind(statement, at + 2, row.expected.get(i));
                    at += 2;
                }
                tail.bind(statement, at);
                statement.addBatch();
            }
            int[] counts = statement.executeBatch();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0 || counts[i] == Statement.SUCCESS_NO_INFO) {
                    done.add(rows.get(i).id);
                }
            }
        }
        return reread(connection, done, hidden);
    }

    /** Returns records as they are now, hidden ones too if {@code hidden}. */
    List<Object> reread(Connection connection, List<Object[]> ids, boolean hidden) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        Sql sql = new Sql()
                .add("select ")
                .add(readers.columns(entity))
                .add(" from ")
                .add(shape.from().text())
                .add(" where ");
        new Conditions(sql, dialect).ids(shape.from(), ids);
        live(sql, hidden);
        try (PreparedStatement statement = sql.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            return readers.records(entity, row);
        }
    }
}
