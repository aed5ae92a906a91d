package io.ashlar.migrate;

import org.jspecify.annotations.Nullable;

/**
 * How far a step is that goes in batches.
 *
 * @param column that it walks, with its table; the rest means nothing for another
 * @param end the value at which it ends
 * @param last the value that the last batch ended with; null before the first
 * @param seen how many rows its batches had
 * @param changed how many rows it changed
 */
record Progress(String column, String end, @Nullable String last, long seen, long changed) {

    /** Returns where it is after one more batch. */
    Progress after(KeyRange range, long moreChanged) {
        return new Progress(column, end, range.to().text(), seen + range.rows(), changed + moreChanged);
    }
}
