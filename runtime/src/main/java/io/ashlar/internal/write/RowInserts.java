package io.ashlar.internal.write;

import io.ashlar.database.Dialect;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.sql.SqlDialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Inserts rows into one table: one by a plain statement, many by arrays on PostgreSQL and by a batch elsewhere. Safe for
 * use by many threads.
 */
final class RowInserts {

    /** Rows of one batch, or of one statement with arrays. */
    static final int MOST_ROWS = 1000;

    private final SqlDialect dialect;
    private final List<Source> sources;
    private final List<Basic> returned;
    private final String single;
    private final String arrays;

    /**
     * Inserts into {@code table}.
     *
     * @param returned what the database makes, and what is then put into the records
     */
    RowInserts(SqlDialect dialect, String table, List<Source> sources, List<Basic> returned) {
        this.dialect = dialect;
        this.sources = List.copyOf(sources);
        this.returned = List.copyOf(returned);
        String into = "insert into " + dialect.quote(table);
        String columns = dialect.list(sources.stream().map(Source::column).toList());
        String none = dialect.dialect() == Dialect.MARIADB ? " () values ()" : " default values";
        String values = "?, ".repeat(sources.size());
        this.single = returning(
                sources.isEmpty()
                        ? into + none
                        : into + " (" + columns + ") values (" + values.substring(0, values.length() - 2) + ")");
        this.arrays = sources.isEmpty() || dialect.dialect() != Dialect.POSTGRESQL
                ? ""
                : returning(into + " (" + columns + ") select " + unnested());
    }

    private String returning(String statement) {
        return returned.isEmpty()
                ? statement
                : dialect.returningInserted(
                        statement,
                        dialect.list(returned.stream()
                                .map(basic -> basic.column().name())
                                .toList()));
    }

    /** The values are columns of arrays; what comes back comes in the order of the records. */
    private String unnested() {
        StringBuilder names = new StringBuilder();
        StringBuilder parameters = new StringBuilder();
        for (int i = 0; i < sources.size(); i++) {
            names.append(i == 0 ? "c" : ", c").append(i);
            parameters
                    .append(i == 0 ? "?::" : ", ?::")
                    .append(sources.get(i).binding().postgresqlType())
                    .append("[]");
        }
        return names + " from unnest(" + parameters
                + (returned.isEmpty()
                        ? ") as v(" + names + ")"
                        : ") with ordinality as v(" + names + ", n) order by n");
    }

    /** Returns whether the database gives something back for new rows. */
    boolean isReturning() {
        return !returned.isEmpty();
    }

    /** Inserts a row for each record. */
    void insert(Connection connection, List<Object> records) throws SQLException {
        if (records.size() > 1 && !arrays.isEmpty()) {
            arrays(connection, records);
        } else if (records.size() == 1 || returned.isEmpty()) {
            rows(connection, records);
        } else {
            for (Object record : records) { // a batch does not give back what the database makes
                rows(connection, List.of(record));
            }
        }
    }

    private void rows(Connection connection, List<Object> records) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(single)) {
            boolean batch = records.size() > 1;
            for (Object record : records) {
                for (int i = 0; i < sources.size(); i++) {
                    Source source = sources.get(i);
                    source.binding().bind(statement, i + 1, source.getter().get(record));
                }
                if (batch) {
                    statement.addBatch();
                }
            }
            if (!returned.isEmpty()) {
                take(statement, records);
            } else if (batch) {
                statement.executeBatch();
            } else {
                statement.executeUpdate();
            }
        }
    }

    private void arrays(Connection connection, List<Object> records) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(arrays)) {
            for (int i = 0; i < sources.size(); i++) {
                Source source = sources.get(i);
                statement.setArray(i + 1, Arrays.of(connection, source.binding(), source.getter(), records));
            }
            if (returned.isEmpty()) {
                statement.executeUpdate();
            } else {
                take(statement, records);
            }
        }
    }

    private void take(PreparedStatement statement, List<Object> records) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            for (Object record : records) {
                row.next();
                for (int i = 0; i < returned.size(); i++) {
                    Basic basic = returned.get(i);
                    basic.binding().readInto(row, i + 1, basic.access(), record);
                }
            }
        }
    }
}
