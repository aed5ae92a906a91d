package io.ashlar.internal.sql;

import io.ashlar.database.Dialect;
import io.ashlar.internal.model.Binding;
import io.ashlar.internal.model.Column;
import java.util.Collection;
import java.util.List;

/** Where the databases' SQL differs. Immutable. */
public abstract sealed class SqlDialect permits H2Sql, PostgresqlSql, MariadbSql {

    private final Dialect dialect;

    SqlDialect(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Returns the SQL of {@code dialect}. */
    public static SqlDialect of(Dialect dialect) {
        return switch (dialect) {
            case H2 -> new H2Sql();
            case POSTGRESQL -> new PostgresqlSql();
            case MARIADB -> new MariadbSql();
        };
    }

    /** Returns which one it is. */
    public final Dialect dialect() {
        return dialect;
    }

    /** Returns {@code name} in quotes. */
    public String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Returns the names in quotes, with commas between them. */
    public final String list(Collection<String> names) {
        StringBuilder list = new StringBuilder();
        for (String name : names) {
            list.append(list.isEmpty() ? "" : ", ").append(quote(name));
        }
        return list.toString();
    }

    /** Adds {@code column in (values)}; one or more values of an attribute. */
    public abstract void in(Sql sql, String column, Binding binding, List<?> values);

    /** Adds the comparison with a pattern in any case. */
    public void likeIgnoreCase(Sql sql, String column, String pattern) {
        sql.add(column).add(" ilike ").text(pattern);
    }

    /** Adds the comparison with a regular expression. */
    public abstract void matches(Sql sql, String column, String regex);

    /** Adds the search for all of some words. */
    public void fulltext(Sql sql, String column, String words) {
        String[] each = words.strip().split("\\s+", -1);
        for (int i = 0; i < each.length; i++) {
            sql.add(i == 0 ? "(" : " and ");
            likeIgnoreCase(sql, column, "%" + escaped(each[i]) + "%");
        }
        sql.add(")");
    }

    /** Adds whether the JSON list in {@code column} holds the element, given as JSON. */
    public abstract void jsonHolds(Sql sql, String column, String element);

    /** Adds whether all elements of the JSON list in {@code column} are among these, given as JSON. */
    public abstract void jsonHoldsOnly(Sql sql, String column, List<String> elements);

    /** Returns whether records without a value come last in ascending order unless said otherwise. */
    abstract boolean sortsNullsAsLargest();

    /** Adds one term of an order. */
    void order(Sql sql, String expression, boolean ascending, boolean nullable, boolean nullsLast) {
        boolean byItself = sortsNullsAsLargest() == (ascending == nullsLast);
        sql.add(expression).add(ascending ? "" : " desc");
        if (nullable && !byItself) {
            sql.add(nullsLast ? " nulls last" : " nulls first");
        }
    }

    /** Adds how many rows to pass over and to give; {@code take} is negative for all. */
    public void page(Sql sql, int skip, int take) {
        if (take >= 0) {
            sql.add(" limit ").number(take);
        }
        if (skip > 0) {
            sql.add(" offset ").number(skip);
        }
    }

    /** Returns the beginning of a delete from a table called {@code t}. */
    public String deleteFrom(String table) {
        return "delete from " + quote(table) + " t";
    }

    /**
     * Returns {@code statement}, which inserts, updates or deletes, so that it gives these columns of the rows as they are
     * afterwards; null where the database cannot.
     */
    public abstract @org.jspecify.annotations.Nullable String returning(String statement, String columns);

    /**
     * Returns whether a statement made by {@link #returning} undoes what it did when it fails. If not, it needs a transaction
     * that does.
     */
    public boolean undoesAlone() {
        return true;
    }

    /** Returns {@code statement}, which inserts, so that it gives these columns of the new rows. */
    public String returningInserted(String statement, String columns) {
        return statement + " returning " + columns;
    }

    /** Returns the statement that draws {@code calls} numbers of a sequence. */
    public abstract String next(String sequence, int calls);

    /** Returns {@code text} with a backslash before what a pattern would take for more than itself. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '%' || each == '_' || each == '\\') {
                escaped.append('\\');
            }
            escaped.append(each);
        }
        return escaped.toString();
    }

    /** Returns a null of a column's type, where the database needs to be told. */
    String nothing(Column column) {
        return "null";
    }
}
