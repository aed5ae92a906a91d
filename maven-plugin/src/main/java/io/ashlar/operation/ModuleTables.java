package io.ashlar.operation;

import io.ashlar.migrate.ModuleMigrations;
import io.ashlar.schema.Schema;

/**
 * A module's tables as they should be.
 *
 * @param migrations those for the dialect of the database in question
 * @param schema what they should lead to
 * @param replay whether they may run on a database made for that beside the one in question; on H2 they always may
 */
public record ModuleTables(ModuleMigrations migrations, Schema schema, boolean replay) {}
