package io.ashlar.internal.write;

import io.ashlar.database.Dialect;
import io.ashlar.internal.model.Basic;
import io.ashlar.internal.sql.SqlDialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

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
    private final String arraysWithCommon;

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
                : returning(into + " (" + columns + ") select " + unnested(false));
        this.arraysWithCommon = arrays.isEmpty() || sources.stream().allMatch(Source::common)
                ? ""
                : returning(into + " (" + columns + ") select " + unnested(true));
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

    /** The values are columns of arrays, or single ones that all rows have; what comes back comes in the order of the rows. */
    private String unnested(boolean common) {
        StringBuilder selected = new StringBuilder();
        StringBuilder names = new StringBuilder();
        StringBuilder parameters = new StringBuilder();
        for (int i = 0; i < sources.size(); i++) {
            String type = sources.get(i).binding().postgresqlType();
            selected.append(i == 0 ? "" : ", ");
            if (common && sources.get(i).common()) {
                selected.append("?::").append(type);
                continue;
            }
            selected.append('c').append(i);
            names.append(names.isEmpty() ? "c" : ", c").append(i);
            parameters
                    .append(parameters.isEmpty() ? "?::" : ", ?::")
                    .append(type)
                    .append("[]");
        }
        return selected + " from unnest(" + parameters
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
        boolean common = !arraysWithCommon.isEmpty() && haveCommon(records);
        try (PreparedStatement statement = connection.prepareStatement(common ? arraysWithCommon : arrays)) {
            int at = 0;
            for (Source source : sources) { // single values stand before the arrays in the statement
                if (common && source.common()) {
                    at++;
                    source.binding().bind(statement, at, source.getter().get(records.get(0)));
                }
            }
            for (Source source : sources) {
                if (!common || !source.common()) {
                    at++;
                    statement.setArray(at, Arrays.of(connection, source.binding(), source.getter(), records));
                }
            }
            if (returned.isEmpty()) {
                statement.executeUpdate();
            } else {
                take(statement, records);
            }
        }
    }

    private boolean haveCommon(List<Object> records) {
        for (Source source : sources) {
            Object first = source.common() ? source.getter().get(records.get(0)) : null;
            for (Object record : records) {
                if (source.common() && !Objects.equals(first, source.getter().get(record))) {
                    return false;
                }
            }
        }
        return true;
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
