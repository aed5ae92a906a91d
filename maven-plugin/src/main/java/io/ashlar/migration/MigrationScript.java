package io.ashlar.migration;

import io.ashlar.database.Dialect;
import io.ashlar.ddl.Ddl;
import io.ashlar.ddl.PreflightSql;
import io.ashlar.diff.Downs;
import io.ashlar.diff.Preflight;
import io.ashlar.diff.Renames;
import io.ashlar.diff.SchemaChange;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of one migration's files in one dialect.
 *
 * @param module for the first line
 * @param title likewise
 */
record MigrationScript(String module, String title, Dialect dialect) {

    private static final String LOSSY = "-- ashlar:lossy ";

    /** Returns what Flyway runs. */
    String up(Renames renames, List<SchemaChange> changes, List<Preflight> preflights) {
        return "-- Module " + module + ": " + title + "\n"
                + "-- Written by modules:db-generate. Never edit it once it ran on a database: add another.\n"
                + PreflightSql.of(dialect, renames, changes).lines(preflights) + "\n"
                + Ddl.of(dialect).script(changes);
    }

    /** Returns what leads back. */
    String down(Downs downs) {
        return "-- Module " + module + ": back from " + title + "\n"
                + "-- Written by modules:db-generate. Runs on modules:db-rollback only.\n"
                + downs.losses().stream()
                        .map(loss -> LOSSY + loss.replaceAll("[\\r\\n]+", " ") + "\n")
                        .collect(Collectors.joining())
                + PreflightSql.of(dialect, downs.renames(), downs.changes()).lines(downs.preflights()) + "\n"
                + Ddl.of(dialect).script(downs.changes());
    }
}
