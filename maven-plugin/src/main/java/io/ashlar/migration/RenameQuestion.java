package io.ashlar.migration;

import java.util.OptionalLong;

/**
 * Whether what is new is what is gone, under another name.
 *
 * @param before a table, or a table and a column with a dot between
 * @param after likewise
 * @param rows how much there is of it in the configured database; empty where none was asked
 */
public record RenameQuestion(String before, String after, OptionalLong rows) {

    /** Returns it in words, with the answers there are. */
    public String text() {
        String what = before.contains(".") ? " values" : " rows";
        String count = rows.isEmpty() ? "" : " (" + rows.getAsLong() + what + " in the configured database)";
        return "Is " + after + " the former " + before + count
                + "? [y]es, it is the same / [n]o: drop and add / [a]bort";
    }
}
