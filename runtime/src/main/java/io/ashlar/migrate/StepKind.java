package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is known of a statement's effect when the process died while it ran. */
enum StepKind {
    /** Changes rows: runs in one transaction with the note that it is done, so it is never half known. */
    DATA,
    /** Changes rows, a batch in one transaction with the note how far it is. */
    BATCHED,
    /** Changes one table, view, index or sequence: whether it is done can be seen there. */
    SCHEMA,
    /** Changes an index of PostgreSQL outside a transaction, and may leave it invalid. */
    INDEX_CONCURRENTLY,
    /** Sets something of the connection, and runs again on each connection. */
    SESSION,
    /** Does no harm when it runs twice. */
    REPEATABLE,
    /** Nothing is known. */
    OTHER;

    private static final Pattern CONCURRENTLY =
            Pattern.compile("(create (unique )?|drop )index concurrently\\b.*", Pattern.DOTALL);
    private static final Pattern DATA_WORDS =
            Pattern.compile("(insert|update|delete|merge|replace|select|with|values)\\b.*", Pattern.DOTALL);
    private static final Pattern CHANGING_WORDS =
            Pattern.compile("(insert|update|delete|merge|replace|with)\\b.*", Pattern.DOTALL);
    private static final Pattern SESSION_WORDS =
            Pattern.compile("(set(?! (global|password))|use)\\b.*", Pattern.DOTALL);
    private static final Pattern REPEATABLE_WORDS =
            Pattern.compile("(vacuum|analyze|reindex|optimize|comment on)\\b.*", Pattern.DOTALL);
    private static final Pattern SCHEMA_WORDS = Pattern.compile(
            "(create (or replace )?(cached |memory )?(unique |fulltext |spatial )?(table|index|view|sequence)"
                    + "|alter table|alter index|rename table|drop (table|index|view|sequence))\\b.*",
            Pattern.DOTALL);
    private static final Pattern SEVERAL_DROPPED = Pattern.compile("drop [^(]*,.*", Pattern.DOTALL);
    private static final Pattern TRANSACTION =
            Pattern.compile("(begin|start transaction|commit|rollback|savepoint)\\b.*", Pattern.DOTALL);

    /** Returns whether a statement is there to change rows. */
    static boolean changesRows(String sql) {
        return CHANGING_WORDS.matcher(sql.toLowerCase(Locale.ROOT)).matches();
    }

    /**
     * Tells by the first words of a statement.
     *
     * @param sql without leading comments
     * @param transactional whether it can run in a transaction
     */
    static StepKind of(Dialect dialect, String sql, boolean transactional) {
        var words = sql.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (TRANSACTION.matcher(words).matches()) {
            return OTHER;
        }
        if (SESSION_WORDS.matcher(words).matches()) {
            return SESSION;
        }
        if (dialect == Dialect.POSTGRESQL && transactional) {
            return DATA; // a definition can be undone there like a row
        }
        if (CONCURRENTLY.matcher(words).matches()) {
            return INDEX_CONCURRENTLY;
        }
        if (DATA_WORDS.matcher(words).matches()) {
            return DATA;
        }
        if (REPEATABLE_WORDS.matcher(words).matches()) {
            return REPEATABLE;
        }
        return SCHEMA_WORDS.matcher(words).matches()
                        && !SEVERAL_DROPPED.matcher(words).matches()
                ? SCHEMA
                : OTHER;
    }
}
