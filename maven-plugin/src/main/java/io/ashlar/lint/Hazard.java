package io.ashlar.lint;

/**
 * What one statement may do.
 *
 * @param line where the statement begins, from 1
 * @param table whose rows may make it fail; empty where it is not known
 * @param what in words, with the table's name
 * @param mend how to do the same without
 */
public record Hazard(Rule rule, int line, String table, String what, String mend) {

    /** Returns the same with so many lines more before it. */
    Hazard down(int lines) {
        return new Hazard(rule, line + lines, table, what, mend);
    }
}
