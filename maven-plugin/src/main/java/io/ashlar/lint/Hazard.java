package io.ashlar.lint;

/**
 * What one statement may do.
 *
 * @param line where the statement begins, from 1
 * @param since where the earlier statement of the same transaction begins whose lock is the cause; 0 if it is none
 * @param table whose rows may make it fail; empty where it is not known
 * @param what in words, with the table's name
 * @param mend how to do the same without
 */
public record Hazard(Rule rule, int line, int since, String table, String what, String mend) {

    /** Returns what it does, and why. */
    public String text() {
        return since == 0 ? what : what + ", as line " + since + " holds it until the file ends";
    }

    /** Returns the same with so many lines more before it. */
    Hazard down(int lines) {
        return new Hazard(rule, line + lines, since == 0 ? 0 : since + lines, table, what, mend);
    }
}
