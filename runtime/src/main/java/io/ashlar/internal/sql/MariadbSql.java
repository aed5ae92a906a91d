package io.ashlar.internal.sql;

import io.ashlar.database.Dialect;
import io.ashlar.internal.model.Binding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL of MariaDB. */
final class MariadbSql extends SqlDialect {

    MariadbSql() {
        super(Dialect.MARIADB);
    }

    @Override
    public String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    @Override
    public void in(Sql sql, String column, Binding binding, List<?> values) {
        sql.add(column).add(" in (");
        for (int i = 0; i < values.size(); i++) {
            sql.add(i == 0 ? "" : ", ").value(binding, values.get(i));
        }
        sql.add(")");
    }

    /** Its text compares by bytes in Ashlar's tables, so case has to be taken out. */
    @Override
    public void likeIgnoreCase(Sql sql, String column, String pattern) {
        sql.add("lower(").add(column).add(") like lower(").text(pattern).add(")");
    }

    @Override
    public void matches(Sql sql, String column, String regex) {
        sql.add(column).add(" regexp ").text(regex);
    }

    @Override
    public void jsonHolds(Sql sql, String column, String element) {
        sql.add("json_contains(").add(column).add(", ").text(element).add(")");
    }

    @Override
    public void jsonHoldsOnly(Sql sql, String column, List<String> elements) {
        sql.add("json_contains(")
                .text("[" + String.join(",", elements) + "]")
                .add(", ")
                .add(column)
                .add(")");
    }

    @Override
    boolean sortsNullsAsLargest() {
        return false;
    }

    /** It has no {@code nulls last}. */
    @Override
    void order(Sql sql, String expression, boolean ascending, boolean nullable, boolean nullsLast) {
        if (nullable && ascending == nullsLast) {
            sql.add(expression).add(nullsLast ? " is null, " : " is not null, ");
        }
        sql.add(expression).add(ascending ? "" : " desc");
    }

    /** It has no offset without a limit. */
    @Override
    public void page(Sql sql, int skip, int take) {
        if (take >= 0) {
            sql.add(" limit ").number(take);
        } else if (skip > 0) {
            sql.add(" limit ").number(Long.MAX_VALUE);
        }
        if (skip > 0) {
            sql.add(" offset ").number(skip);
        }
    }

    @Override
    public String deleteFrom(String table) {
        return "delete t from " + quote(table) + " t";
    }

    /** It can for inserts and deletes, but not for updates: one way for all. */
    @Override
    public @Nullable String returning(String statement, String columns) {
        return null;
    }

    @Override
    public String next(String sequence, int calls) {
        return "select nextval(" + quote(sequence) + ") from seq_1_to_" + calls;
    }
}
