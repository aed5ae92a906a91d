package io.ashlar.migrate;

/**
 * A step of a migration in Java, for what SQL cannot compute. A migration file without statements names it:
 *
 * <pre>{@code
 * -- ashlar:batch 1000 "author"."id"
 * -- ashlar:java com.acme.blog.SplitNames
 * }</pre>
 *
 * <p>It knows tables and columns as they are between the migrations before and after it, so it uses JDBC, never the
 * module's models, which may have changed by the time it runs somewhere.
 */
@FunctionalInterface
public interface DataStep {

    /**
     * Changes the rows of one batch; all rows, where the file says nothing of batches.
     *
     * <p>Runs in a transaction, which is committed with the note that this batch is done: it is never done twice, and none is
     * left out, whenever the process dies. Whatever else it does, such as asking a web service, may happen again.
     *
     * @return how many rows it changed
     * @throws Exception to stop the migration; the batches before stay done, and it goes on with this one when it is run
     *     again
     */
    long run(DataBatch batch) throws Exception;
}
