package io.ashlar.migration;

import io.ashlar.database.Dialect;
import io.ashlar.ddl.Ddl;
import io.ashlar.diff.RiskCheck;
import io.ashlar.diff.SchemaChange;
import io.ashlar.diff.SchemaDiff;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.schema.Schema;
import io.ashlar.schema.SchemaSource;
import io.ashlar.schema.SchemaSource.ModelSchema;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a module's next migration, one file a dialect with the same version, when its models are ahead of its snapshot.
 * Writes all files or none. Not safe for use by several threads on one folder.
 */
public final class MigrationGenerator {

    private final String module;
    private final SchemaSource models;
    private final MigrationFolder folder;
    private final List<Dialect> dialects;
    private final Clock clock;

    /**
     * Prepares to write.
     *
     * @param module the module's name, for headers and messages
     * @param dialects to write for; one that has no migrations yet, while others have, gets the whole schema at once
     */
    public MigrationGenerator(
            String module, SchemaSource models, MigrationFolder folder, List<Dialect> dialects, Clock clock) {
        this.module = module;
        this.models = models;
        this.folder = folder;
        this.dialects = List.copyOf(dialects);
        this.clock = clock;
    }

    /**
     * Writes what is missing.
     *
     * @param name of the migration; null to derive it from the changes
     * @return the files written, the snapshot among them; empty where models and migrations agree
     * @throws ProblemsFound if a model cannot be a table, a change cannot be written yet, or the snapshot and the
     *     migrations do not fit; nothing is written then
     */
    public List<Path> generate(@Nullable String name) {
        Snapshot stored = stored();
        ModelSchema wanted = models.read();
        List<SchemaChange> changes = SchemaDiff.between(stored.schema(), wanted.schema());
        RiskCheck.of(changes, wanted.origins()).orThrow();

        Map<Path, String> files = new LinkedHashMap<>();
        String version = stored.version();
        if (!changes.isEmpty()) {
            version = MigrationVersion.next(clock, folder.migrations(), stored.version());
            files.put(folder.snapshotPath(), SnapshotFormat.write(stored.next(wanted.schema(), version)));
        }
        for (Dialect dialect : dialects) {
            List<SchemaChange> missing =
                    folder.migrations(dialect).isEmpty() ? SchemaDiff.between(Schema.EMPTY, wanted.schema()) : changes;
            if (!missing.isEmpty()) {
                String title = name == null ? MigrationName.of(missing) : MigrationName.given(name);
                Path file = folder.path(dialect).resolve("V" + version + "__" + title + ".sql");
                files.put(file, header(title) + Ddl.of(dialect).script(missing));
            }
        }
        return files.isEmpty() ? List.of() : folder.write(files);
    }

    private String header(String title) {
        return "-- Module " + module + ": " + title + "\n"
                + "-- Written by modules:db-generate. Never edit it once it ran on a database: add another.\n\n";
    }

    private Snapshot stored() {
        Snapshot snapshot = folder.snapshot()
                .map(text -> SnapshotFormat.read(text, folder.snapshotPath()))
                .orElse(Snapshot.NONE);
        List<Problem> problems = new ArrayList<>();
        if (snapshot.equals(Snapshot.NONE)) {
            folder.migrations().stream().findFirst().ifPresent(first -> problems.add(missingSnapshot(first)));
        } else {
            dialects.stream()
                    .filter(dialect -> behind(dialect, snapshot))
                    .forEach(dialect -> problems.add(behindProblem(dialect, snapshot)));
        }
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
        return snapshot;
    }

    private Problem missingSnapshot(MigrationFile first) {
        return new Problem(
                "missing-snapshot",
                "Module " + module + " has migrations, such as " + first.path().getFileName()
                        + ", and no snapshot of the schema they lead to",
                folder.snapshotPath().toString(),
                "restore it from version control; or, if its migrations ran nowhere yet, delete them and run db-generate"
                        + " again");
    }

    private boolean behind(Dialect dialect, Snapshot snapshot) {
        List<MigrationFile> migrations = folder.migrations(dialect);
        return !migrations.isEmpty()
                && migrations.stream().noneMatch(file -> file.version().equals(snapshot.version()));
    }

    private Problem behindProblem(Dialect dialect, Snapshot snapshot) {
        return new Problem(
                "dialect-behind",
                "Module " + module + " has migrations for " + dialect.id() + ", but not version " + snapshot.version()
                        + ", which its snapshot contains",
                folder.path(dialect).toString(),
                "restore that file from version control; or, if the dialect's migrations ran nowhere yet, delete its"
                        + " folder, and db-generate writes the whole schema anew");
    }
}
