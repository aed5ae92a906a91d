package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a table by ranges of a column, up to the greatest value there is when it begins: so it ends, whatever the
 * step itself or others insert.
 */
final class KeyWalk {

    private final Dialect dialect;
    private final Batch batch;
    private final Connection connection;
    private final boolean number;
    private final boolean required;

    private KeyWalk(Dialect dialect, Batch batch, Connection connection, ResultSetMetaData columns)
            throws SQLException {
        this.dialect = dialect;
        this.batch = batch;
        this.connection = connection;
        this.number = isNumber(columns);
        this.required = columns.isNullable(1) == ResultSetMetaData.columnNoNulls;
    }

    /**
     * Looks at the column.
     *
     * @throws SQLException if it cannot be walked: a kind whose values have no exact text, or rows without a value, which no
     *     batch would meet
     */
    static KeyWalk of(Dialect dialect, Batch batch, Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var nothing = statement.executeQuery(select(batch, "1 = 0"))) {
            check(batch, nothing.getMetaData());
            var walk = new KeyWalk(dialect, batch, connection, nothing.getMetaData());
            if (!walk.required && walk.first(batch.key() + " IS NULL").isPresent()) {
                throw new SQLDataException(batch.column() + " is empty in some rows, which no batch would meet: go by a"
                        + " required column, best the key");
            }
            return walk;
        }
    }

    /** Returns the value at which the walk ends; empty if the table has no rows. */
    Optional<String> end() throws SQLException {
        return first("1 = 1 ORDER BY " + batch.key() + " DESC");
    }

    /**
     * Returns the next range; empty if there is none.
     *
     * @param after the last value of the range before; null for the first
     * @param end what {@link #end} gave
     */
    Optional<KeyRange> next(@Nullable String after, String end) throws SQLException {
        var where = (after == null ? "" : batch.key() + " > " + sql(after) + " AND ") + batch.key() + " <= " + sql(end);
        try (var statement = connection.createStatement();
                var keys = statement.executeQuery(
                        select(batch, where) + " ORDER BY " + batch.key() + " LIMIT " + batch.rows())) {
            if (!keys.next()) {
                return Optional.empty();
            }
            var from = keys.getString(1);
            var to = from;
            int rows = 1;
            for (; keys.next(); rows++) {
                to = keys.getString(1);
            }
            return Optional.of(new KeyRange(new KeyRange.Key(from, sql(from)), new KeyRange.Key(to, sql(to)), rows));
        }
    }

    private Optional<String> first(String where) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(select(batch, where) + " LIMIT 1")) {
            return found.next() ? Optional.of(String.valueOf(found.getString(1))) : Optional.empty();
        }
    }

    private static String select(Batch batch, String where) {
        return "SELECT " + batch.key() + " FROM " + batch.table() + " WHERE " + where;
    }

    private static void check(Batch batch, ResultSetMetaData columns) throws SQLException {
        var kept = switch (columns.getColumnType(1)) {
            case Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR -> true;
            default -> isNumber(columns) || columns.getColumnTypeName(1).equalsIgnoreCase("uuid");
        };
        if (!kept) {
            throw new SQLDataException("cannot go in batches by " + batch.column() + ", whose type is "
                    + columns.getColumnTypeName(1) + ": go by a whole number, a decimal, a text or a UUID");
        }
    }

    private static boolean isNumber(ResultSetMetaData columns) throws SQLException {
        return switch (columns.getColumnType(1)) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL -> true;
            default -> false;
        };
    }

    private String sql(String text) {
        if (number) {
            return text;
        }
        return dialect == Dialect.MARIADB && text.indexOf('\\') >= 0
                ? "_utf8mb4 X'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8))
                        + "'" // in any sql_mode
                : "'" + text.replace("'", "''") + "'";
    }
}
