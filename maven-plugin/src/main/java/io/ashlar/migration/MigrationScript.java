package io.ashlar.migration;

import io.ashlar.database.Dialect;
import io.ashlar.ddl.Ddl;
import io.ashlar.ddl.OnlineDdl;
import io.ashlar.diff.Downs;
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

    /**
     * Returns what Flyway runs.
     *
     * @param questions to the rows, as lines
     */
    String up(String questions, List<SchemaChange> changes, boolean online) {
        return "-- Module " + module + ": " + title + "\n"
                + "-- Written by modules:db-generate. Never edit it once it ran on a database: add another.\n"
                + questions + "\n"
                + statements(changes, online);
    }

    private String statements(List<SchemaChange> changes, boolean online) {
        return online ? OnlineDdl.script(changes) : Ddl.of(dialect).script(changes);
    }

    /** Returns what leads back, after likewise. */
    String down(Downs downs, String questions, boolean online) {
        return "-- Module " + module + ": back from " + title + "\n"
                + "-- Written by modules:db-generate. Runs on modules:db-rollback only.\n"
                + downs.losses().stream()
                        .map(loss -> LOSSY + loss.replaceAll("[\\r\\n]+", " ") + "\n")
                        .collect(Collectors.joining())
                + questions + "\n"
                + statements(downs.changes(), online);
    }
}
