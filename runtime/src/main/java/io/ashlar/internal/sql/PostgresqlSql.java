package io.ashlar.internal.sql;

import io.ashlar.database.Dialect;
import io.ashlar.internal.model.Binding;
import io.ashlar.internal.model.Column;
import java.sql.Types;
import java.util.List;

/** SQL of PostgreSQL. */
final class PostgresqlSql extends SqlDialect {

    PostgresqlSql() {
        super(Dialect.POSTGRESQL);
    }

    @Override
    public void in(Sql sql, String column, Binding binding, List<?> values) {
        boolean text = binding.sqlType() == Types.VARCHAR; // of which the driver makes more garbage in binary form
        Object[] elements = text ? new Object[values.size()] : binding.newArray(values.size());
        for (int i = 0; i < elements.length; i++) {
            elements[i] = binding.arrayElement(binding.store(values.get(i)));
        }
        sql.add(column).add(" = any(").array(binding.postgresqlType(), elements).add(")");
    }

    @Override
    public void matches(Sql sql, String column, String regex) {
        sql.add(column).add(" ~ ").text(regex);
    }

    @Override
    public void fulltext(Sql sql, String column, String words) {
        sql.add("to_tsvector('simple', ")
                .add(column)
                .add(") @@ plainto_tsquery('simple', ")
                .text(words)
                .add(")");
    }

    @Override
    public void jsonHolds(Sql sql, String column, String element) {
        sql.add(column).add(" @> cast(").text("[" + element + "]").add(" as jsonb)");
    }

    @Override
    public void jsonHoldsOnly(Sql sql, String column, List<String> elements) {
        sql.add(column)
                .add(" <@ cast(")
                .text("[" + String.join(",", elements) + "]")
                .add(" as jsonb)");
    }

    @Override
    boolean sortsNullsAsLargest() {
        return true;
    }

    @Override
    public String returning(String statement, String columns) {
        return statement + " returning " + columns;
    }

    @Override
    public String next(String sequence, int calls) {
        return "select nextval('" + quote(sequence).replace("'", "''") + "') from generate_series(1, " + calls + ")";
    }

    @Override
    String nothing(Column column) {
        return "cast(null as " + column.binding().postgresqlType() + ")";
    }
}
