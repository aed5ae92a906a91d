package io.ashlar.internal.model;

import java.util.List;

/** Where the key of a relation is. */
public sealed interface Link {

    /**
     * In the record's own row.
     *
     * @param columns of the record
     * @param targets the columns of the related model that they point to, in the same order
     * @param pointsToId whether those are the related model's id
     */
    record OwnKey(List<Column> columns, List<String> targets, boolean pointsToId) implements Link {}

    /**
     * In the rows of the related records.
     *
     * @param columns of the related model
     * @param sources the columns of the record that they point to, in the same order
     * @param inverse the name of the attribute of the related model that is this relation from its side; empty for none
     */
    record KeyInTarget(List<Column> columns, List<String> sources, String inverse) implements Link {}

    /**
     * In a table of its own.
     *
     * @param table its name
     * @param sources its columns that point to the record, in the order of the record's id
     * @param targets its columns that point to the related record, in the order of that one's id
     */
    record JoinTable(String table, List<Column> sources, List<Column> targets) implements Link {}
}
