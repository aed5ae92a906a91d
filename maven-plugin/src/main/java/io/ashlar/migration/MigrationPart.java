package io.ashlar.migration;

import io.ashlar.database.Dialect;
import io.ashlar.diff.Expansion;
import io.ashlar.diff.Preflight;
import io.ashlar.diff.Renames;
import io.ashlar.diff.RiskCheck;
import io.ashlar.diff.Risks;
import io.ashlar.diff.SchemaChange;
import io.ashlar.diff.SchemaDiff;
import io.ashlar.schema.Origins;
import io.ashlar.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** One migration of those that are written together. */
sealed interface MigrationPart {

    /** Returns what its name ends with. */
    String suffix();

    /** Changes of tables from one schema to another. */
    record Changes(String suffix, Schema before, Schema after, Renames renames, List<Preflight> preflights)
            implements MigrationPart {

        /** Returns its files in one dialect. */
        MigrationParts files(Dialect dialect, boolean online) {
            return online
                    ? MigrationParts.online(dialect, before, after, renames)
                    : MigrationParts.plain(dialect, before, after, renames);
        }
    }

    /**
     * A step on rows that a user writes.
     *
     * @param step in SQL or in Java
     */
    record Data(DataStepChoice step, Schema between, List<SchemaChange> expand, List<SchemaChange> contract)
            implements MigrationPart {

        @Override
        public String suffix() {
            return "_data";
        }

        /** Returns the text of the file that leads up. */
        String up(String module, Dialect dialect) {
            DataStepScript script = new DataStepScript(module, dialect, between, expand, contract);
            return step.type().map(script::java).orElseGet(script::toFill);
        }

        /** Returns the text of the file that leads back. */
        String down(String module, Dialect dialect) {
            return new DataStepScript(module, dialect, between, expand, contract).down();
        }
    }

    /** What is written around a data step, and what can go wrong. */
    record Split(List<MigrationPart> parts, Risks risks) {

        /**
         * Returns the changes in two parts with a data step between: room for new values, and what demands them and drops
         * the old ones.
         */
        static Split of(DataStepChoice step, Schema stored, Schema wanted, Renames renames, Origins origins) {
            Schema between = Expansion.between(renames.apply(stored), wanted);
            List<SchemaChange> expand = SchemaDiff.between(stored, between, renames);
            List<SchemaChange> contract = SchemaDiff.between(between, wanted);
            Risks first = RiskCheck.of(expand, origins, between);
            Risks second = RiskCheck.of(contract, origins, wanted);
            List<MigrationPart> parts = new ArrayList<>();
            parts.add(new Changes("_expand", stored, between, renames, first.preflights()));
            parts.add(new Data(step, between, expand, contract));
            parts.add(new Changes("_contract", between, wanted, Renames.NONE, second.preflights()));
            return new Split(parts, first.and(second));
        }
    }
}
