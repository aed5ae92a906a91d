package io.ashlar.lint;

import java.util.Arrays;
import java.util.Optional;

/** What there is to look at before a migration runs on rows that matter. */
public enum Rule {
    /** Rows or values are gone afterwards. */
    DELETES_DATA("deletes-data"),
    /** Nobody reads or writes the table until all of its rows have been read. */
    BLOCKS_READS("blocks-reads"),
    /** Nobody writes to the table until all of its rows have been read. */
    BLOCKS_WRITES("blocks-writes"),
    /** Each row is written anew, and meanwhile nobody reads or writes. */
    REWRITES_TABLE("rewrites-table"),
    /** What the rows hold decides whether it succeeds. */
    MAY_FAIL_ON_ROWS("may-fail-on-rows"),
    /** The file cannot run as it stands, or not as one transaction. */
    NOT_IN_TRANSACTION("not-in-transaction");

    private final String id;

    Rule(String id) {
        this.id = id;
    }

    /** Returns the name in files and messages. */
    public String id() {
        return id;
    }

    static Optional<Rule> byId(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }
}
