package io.ashlar.internal.sql;

import io.ashlar.database.Dialect;
import io.ashlar.internal.model.Binding;
import java.util.List;
import java.util.regex.Pattern;

/** SQL of H2. */
final class H2Sql extends SqlDialect {

    /** A JSON text, with what is escaped in it. */
    private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*+\"";

    private static final String FLAT = "\\{(?:" + TEXT + "|[^\"{}])*+\\}";
    private static final String OBJECT = "\\{(?:" + TEXT + "|" + FLAT + "|[^\"{}])*+\\}";
    private static final String LIST = "\\[(?:" + TEXT + "|[^\"\\[\\]])*+\\]";

    /** An element of a JSON list: objects to a depth of two, lists to one. */
    private static final String ELEMENT = "(?:" + TEXT + "|" + OBJECT + "|" + LIST + "|[^\"{},\\[\\]]++)";

    /** Below H2's limit of 65 536 elements. */
    private static final int LONGEST_ARRAY = 50_000;

    H2Sql() {
        super(Dialect.H2);
    }

    @Override
    public void in(Sql sql, String column, Binding binding, List<?> values) {
        sql.add("(");
        for (int from = 0; from < values.size(); from += LONGEST_ARRAY) {
            List<?> some = values.subList(from, Math.min(from + LONGEST_ARRAY, values.size()));
            Object[] elements = new Object[some.size()];
            for (int i = 0; i < elements.length; i++) {
                elements[i] = binding.store(some.get(i));
            }
            sql.add(from == 0 ? "" : " or ")
                    .add(column)
                    .add(" = any(")
                    .array("java.lang.Object", elements)
                    .add(")");
        }
        sql.add(")");
    }

    @Override
    public void matches(Sql sql, String column, String regex) {
        sql.add("regexp_like(").add(column).add(", ").text(regex).add(")");
    }

    /** H2 cannot look into JSON, but writes it in one form only: what stands before and after an element is elements. */
    @Override
    public void jsonHolds(Sql sql, String column, String element) {
        sql.add("regexp_like(cast(")
                .add(column)
                .add(" as varchar), ")
                .text("^\\[(?:" + ELEMENT + ",)*" + Pattern.quote(element) + "(?:," + ELEMENT + ")*\\]$")
                .add(")");
    }

    @Override
    public void jsonHoldsOnly(Sql sql, String column, List<String> elements) {
        String any = String.join(
                "|",
                elements.stream()
                        .map(element -> "(?:" + Pattern.quote(element) + ")")
                        .toList());
        sql.add("regexp_like(cast(")
                .add(column)
                .add(" as varchar), ")
                .text(elements.isEmpty() ? "^\\[\\]$" : "^\\[((" + any + ")(,(" + any + "))*)?\\]$")
                .add(")");
    }

    @Override
    boolean sortsNullsAsLargest() {
        return false;
    }

    @Override
    public String returning(String statement, String columns) {
        return "select " + columns + " from final table (" + statement + ") t";
    }

    /** To H2 it is a query, and what a query did is not undone when it fails. */
    @Override
    public boolean undoesAlone() {
        return false;
    }

    @Override
    public String returningInserted(String statement, String columns) {
        return returning(statement, columns);
    }

    @Override
    public String next(String sequence, int calls) {
        return "select next value for " + quote(sequence) + " from system_range(1, " + calls + ")";
    }
}
