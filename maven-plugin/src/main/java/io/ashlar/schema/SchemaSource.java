package io.ashlar.schema;

import io.ashlar.problem.ProblemsFound;

/** Tells what tables a module's models want. */
@FunctionalInterface
public interface SchemaSource {

    /**
     * Returns the tables wanted, and where each comes from.
     *
     * @throws ProblemsFound with all that a model says and no table can hold
     */
    ModelSchema read();

    /** A schema, the classes and fields behind it, and what they were called before. */
    record ModelSchema(Schema schema, Origins origins, FormerNames formerNames) {

        /** A schema whose tables and columns were never called otherwise. */
        public ModelSchema(Schema schema, Origins origins) {
            this(schema, origins, FormerNames.NONE);
        }
    }
}
