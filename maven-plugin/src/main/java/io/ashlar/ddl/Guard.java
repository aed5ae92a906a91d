package io.ashlar.ddl;

import io.ashlar.schema.Unique;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes a unique constraint leave rows out where a dialect has no partial indexes: one more column in it, computed,
 * which is 1 in the rows that count and null in the others; and rows with a null never collide. It is hidden, has the
 * constraint's name, and comes and goes with it.
 */
record Guard(Unique unique) {

    String column() {
        return unique.name();
    }

    String sql(String condition) {
        return "case when " + condition + " then 1 end";
    }

    /** Returns the columns of the constraint: those of the user first, so that it also serves to find rows by them. */
    List<String> uniqueColumns() {
        List<String> columns = new ArrayList<>(unique.columns());
        columns.add(column());
        return columns;
    }
}
