package io.ashlar.migration;

import io.ashlar.database.Dialect;
import io.ashlar.ddl.PreflightSql;
import io.ashlar.diff.DeclaredRenames;
import io.ashlar.diff.Lookalikes;
import io.ashlar.diff.Loss;
import io.ashlar.diff.Renames;
import io.ashlar.diff.Retirement;
import io.ashlar.diff.RiskCheck;
import io.ashlar.diff.Risks;
import io.ashlar.diff.SchemaChange;
import io.ashlar.diff.SchemaDiff;
import io.ashlar.lint.HazardLines;
import io.ashlar.migration.MigrationPart.Changes;
import io.ashlar.migration.MigrationPart.Data;
import io.ashlar.migration.MigrationPart.Split;
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
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a module's next migration when its models are ahead of its snapshot: one file a dialect, or two on PostgreSQL,
 * where the last has the version of all. Writes all files or none. Not safe for use by several threads on one folder.
 */
public final class MigrationGenerator {

    private final String module;
    private final SchemaSource source;
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
        this.source = models;
        this.folder = folder;
        this.dialects = List.copyOf(dialects);
        this.clock = clock;
    }

    /** Writes what is missing, with nothing said about it but a name. */
    public List<Path> generate(@Nullable String name) {
        return generate(GenerateOptions.parse(name, null, null, null), null).files();
    }

    /**
     * Writes what is missing.
     *
     * @param counter tells how much would be lost; null where no database is at hand
     * @return the files written, the snapshot among them; none where models and migrations agree
     * @throws ProblemsFound if a model cannot be a table, a change cannot be written or loses what nobody agreed to lose,
     *     or the snapshot and the migrations do not fit; nothing is written then
     */
    public WrittenFiles generate(GenerateOptions options, @Nullable RowCounter counter) {
        Difference difference = difference(options);
        Snapshot stored = difference.stored();
        ModelSchema models = difference.models();
        Renames renames = difference.renames();
        Retirement wanted = difference.wanted();
        List<SchemaChange> changes = difference.changes();
        Risks whole = RiskCheck.of(changes, models.origins(), wanted.schema());
        boolean split = options.dataStep().isPresent() && !changes.isEmpty() && !stored.equals(Snapshot.NONE);
        Changes all = new Changes("", stored.schema(), wanted.schema(), renames, whole.preflights());
        Split parts = split
                ? Split.of(
                        options.dataStep().orElseThrow(), stored.schema(), wanted.schema(), renames, models.origins())
                : new Split(List.of(all), whole);
        new Risks(parts.risks().problems(), whole.losses(), List.of())
                .orThrow(options.consent(), loss -> lost(loss, counter, renames, changes));
        List<Integer> counts =
                parts.parts().stream().map(part -> count(part, options)).toList();
        int count = Math.max(1, counts.stream().mapToInt(Integer::intValue).sum());
        List<String> versions = changes.isEmpty() ? List.of(stored.version()) : versions(stored, count);
        Map<Path, String> files = new LinkedHashMap<>();
        List<String> hazards = new ArrayList<>();
        Snapshot next = stored;
        if (!changes.isEmpty() || !wanted.retired().equals(stored.retired())) {
            next = stored.next(wanted, versions.get(versions.size() - 1));
        }
        if (!next.equals(stored) || (folder.snapshot().isEmpty() && !stored.equals(Snapshot.NONE))) {
            files.put(folder.snapshotPath(), SnapshotFormat.write(next));
        }
        for (Dialect dialect : dialects) {
            if (folder.migrations(dialect).isEmpty()) {
                String title = title(options, SchemaDiff.between(Schema.EMPTY, wanted.schema()));
                add(
                        files,
                        hazards,
                        dialect,
                        MigrationParts.plain(dialect, Schema.EMPTY, wanted.schema(), Renames.NONE)
                                .scripts(versions, module, title, List.of()));
                continue;
            }
            int from = 0;
            for (int i = 0; i < counts.size(); i++) {
                int to = from + counts.get(i);
                String title = title(options, changes);
                add(
                        files,
                        hazards,
                        dialect,
                        scripts(parts.parts().get(i), dialect, versions.subList(from, to), title, options));
                from = to;
            }
        }
        if (!next.equals(stored)) {
            files.putAll(records(difference.lineage(), stored, next, title(options, changes), renames, files.keySet()));
        }
        return new WrittenFiles(files.isEmpty() ? List.of() : folder.write(files), hazards);
    }

    private void add(Map<Path, String> files, List<String> hazards, Dialect dialect, Scripts scripts) {
        scripts.texts().forEach((name, text) -> files.put(folder.path(dialect).resolve(name), text));
        scripts.lints().forEach(lint -> HazardLines.of(lint).forEach(line -> hazards.add(dialect.id() + "/" + line)));
    }

    /** Returns the texts; the last version is that of all dialects. */
    private Scripts scripts(
            MigrationPart part, Dialect dialect, List<String> versions, String name, GenerateOptions options) {
        if (versions.isEmpty()) {
            return new Scripts(Map.of(), List.of());
        }
        String title = name + part.suffix();
        if (part instanceof Data data) {
            String file = versions.get(0) + "__" + title + ".sql";
            Map<String, String> files = new LinkedHashMap<>();
            files.put("V" + file, data.up(module, dialect));
            files.put("U" + file, data.down(module, dialect));
            return new Scripts(files, List.of());
        }
        Changes changes = (Changes) part;
        return changes.files(dialect, options.online()).scripts(versions, module, title, changes.preflights());
    }

    /** Returns how many files the dialect needs that needs most. */
    private int count(MigrationPart part, GenerateOptions options) {
        return part instanceof Changes changes
                ? dialects.stream()
                        .filter(dialect -> !folder.migrations(dialect).isEmpty())
                        .mapToInt(dialect ->
                                changes.files(dialect, options.online()).count())
                        .max()
                        .orElse(0)
                : 1;
    }

    private List<String> versions(Snapshot stored, int count) {
        List<String> versions = new ArrayList<>();
        versions.add(MigrationVersion.next(clock, folder.migrations(), stored.version()));
        while (versions.size() < count) {
            versions.add(MigrationVersion.after(versions.get(versions.size() - 1)));
        }
        return versions;
    }

    /**
     * Returns what may be a rename, and was neither said to be one nor to be lost.
     *
     * @param counter tells how much there is of it; null where no database is at hand
     * @throws ProblemsFound as {@link #generate(GenerateOptions, RowCounter)}, but for losses
     */
    public List<RenameQuestion> questions(GenerateOptions options, @Nullable RowCounter counter) {
        Difference difference = difference(options);
        List<SchemaChange> changes = difference.changes();
        Risks risks = RiskCheck.of(
                changes, difference.models().origins(), difference.wanted().schema());
        List<RenameQuestion> questions = new ArrayList<>();
        for (Loss loss : risks.losses()) {
            if (loss.tag().equals("rename-or-drop") && !options.consent().covers(loss)) {
                OptionalLong rows = lost(loss, counter, difference.renames(), changes);
                new Lookalikes(changes)
                        .all(loss)
                        .forEach(after -> questions.add(new RenameQuestion(loss.object(), after, rows)));
            }
        }
        return questions;
    }

    private Difference difference(GenerateOptions options) {
        Lineage lineage = folder.lineage();
        Snapshot stored = new StoredSnapshot(module, folder, dialects).read(lineage);
        ModelSchema models = source.read();
        Renames renames =
                DeclaredRenames.between(stored.schema(), models.schema(), models.formerNames(), options.renames());
        Retirement wanted = Retirement.keep(
                renames.apply(stored.schema()),
                models.schema(),
                stored.retiredWith(options.dropLater(), options.consent()));
        return new Difference(
                lineage,
                stored,
                models,
                renames,
                wanted,
                SchemaDiff.between(stored.schema(), wanted.schema(), renames));
    }

    private record Difference(
            Lineage lineage,
            Snapshot stored,
            ModelSchema models,
            Renames renames,
            Retirement wanted,
            List<SchemaChange> changes) {}

    /** Returns the record of this change; before it, that of the start, where a module was there before records were. */
    private Map<Path, String> records(
            Lineage lineage, Snapshot stored, Snapshot next, String title, Renames renames, Set<Path> written) {
        Map<Path, String> records = new LinkedHashMap<>();
        if (lineage.isEmpty() && !stored.equals(Snapshot.NONE)) {
            String name = stored.version() + "__start";
            records.put(folder.change(name), ChangeFormat.write(ChangeRecord.start(stored, name, List.of())));
        }
        List<String> migrations = written.stream()
                .filter(file -> MigrationFile.of(file).isPresent())
                .map(folder::relative)
                .toList();
        String name = next.version() + "__"
                + (migrations.isEmpty() ? "keep_" + next.hash().substring(0, 8) : title);
        records.put(
                folder.change(name), ChangeFormat.write(ChangeRecord.between(name, stored, next, renames, migrations)));
        return records;
    }

    private static String title(GenerateOptions options, List<SchemaChange> changes) {
        String name = options.name();
        return name == null ? MigrationName.of(changes) : MigrationName.given(name);
    }

    /**
     * Returns the schema that all migrations together lead to: that of the models, once nothing is left to generate, and
     * what is dropped later.
     *
     * @throws ProblemsFound if the snapshot cannot be read, or does not fit the migrations
     */
    public Schema schema() {
        return new StoredSnapshot(module, folder, dialects)
                .read(folder.lineage())
                .schema();
    }

    private static OptionalLong lost(
            Loss loss, @Nullable RowCounter counter, Renames renames, List<SchemaChange> changes) {
        boolean sequence = loss.tag().equals("drop-sequence");
        return counter == null || sequence
                ? OptionalLong.empty()
                : counter.count(
                        dialect -> PreflightSql.of(dialect, renames, changes).count(loss));
    }
}
