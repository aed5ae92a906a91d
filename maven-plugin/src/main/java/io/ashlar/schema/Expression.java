package io.ashlar.schema;

import io.ashlar.schema.Check.Condition.Sql;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A value or a condition in SQL over the columns of one row, as the user wrote it.
 *
 * @param text with the names of columns bare
 * @param columns those it names, sorted
 */
public record Expression(String text, List<String> columns) {

    /** Copies and sorts. */
    public Expression {
        columns = columns.stream().sorted().toList();
    }

    /** Returns the text with each of its columns as {@code change} makes it. */
    public String withColumns(UnaryOperator<String> change) {
        return new Sql(text).withWords(word -> columns.contains(word) ? change.apply(word) : word);
    }
}
