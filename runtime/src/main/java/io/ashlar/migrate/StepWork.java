package io.ashlar.migrate;

import org.flywaydb.core.internal.sqlscript.SqlStatement;

/** What a step does, in which language. */
sealed interface StepWork {

    /** A statement, as Flyway reads it. */
    record Statement(SqlStatement statement) implements StepWork {}

    /** A statement that runs once a range of rows. */
    record Batched(Batch batch) implements StepWork {}

    /**
     * A class of the module, which is called once.
     *
     * @param classes where it is found
     */
    record Java(String type, DataSteps classes) implements StepWork {}

    /** A class of the module, which is called once a range of rows. */
    record BatchedJava(String type, DataSteps classes, Batch batch) implements StepWork {}
}
