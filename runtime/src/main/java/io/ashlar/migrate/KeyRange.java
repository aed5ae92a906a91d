package io.ashlar.migrate;

/**
 * Rows of one batch: those whose key lies between two values, which both belong to it.
 *
 * @param rows how many there were when it was chosen
 */
record KeyRange(Key from, Key to, int rows) {

    /** A value of the column that is walked: as text to remember it by, and as SQL. */
    record Key(String text, String sql) {}
}
