package io.ashlar.migration;

import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.ArrayList;
import java.util.List;

/** The snapshot beside a module's migrations, held against those and their records before anybody builds on it. */
record StoredSnapshot(String module, MigrationFolder folder, List<Dialect> dialects) {

    /**
     * Returns it; {@link Snapshot#NONE} if the module has neither a snapshot nor migrations. One that is missing is told from
     * the records.
     *
     * @throws ProblemsFound if it cannot be read, or does not fit the migrations, their records or the dialects
     */
    Snapshot read(Lineage lineage) {
        List<ChangeRecord> ends = lineage.ends();
        if (ends.size() > 1) {
            throw new ProblemsFound(BranchProblems.of(module, folder, lineage));
        }
        Snapshot snapshot = folder.snapshot()
                .map(text -> SnapshotFormat.read(text, folder.snapshotPath()))
                .or(() -> ends.stream().findFirst().map(lineage::snapshot))
                .orElse(Snapshot.NONE);
        List<Problem> problems = new ArrayList<>();
        if (snapshot.equals(Snapshot.NONE)) {
            folder.migrations().stream().findFirst().ifPresent(first -> problems.add(missingSnapshot(first)));
        } else {
            dialects.stream()
                    .filter(dialect -> behind(dialect, snapshot))
                    .forEach(dialect -> problems.add(behindProblem(dialect, snapshot)));
        }
        for (ChangeRecord end : ends) {
            if (!folder.hasMigrationsOf(end)) {
                problems.add(migrationsGone(end));
            } else if (!end.hash().equals(snapshot.hash())) {
                problems.add(otherSnapshot(end));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
        return snapshot;
    }

    private Problem migrationsGone(ChangeRecord end) {
        return new Problem(
                "migrations-gone",
                "The migration " + end.title() + " of module " + module + " is recorded, and its files are gone",
                folder.change(end.name()).toString(),
                "restore them from version control; or, if it ran nowhere yet, delete this record as well, and schema.json,"
                        + " which db-generate writes anew from the other records");
    }

    private Problem otherSnapshot(ChangeRecord end) {
        return new Problem(
                "snapshot-of-another-branch",
                "The snapshot is not the one that the migrations of module " + module
                        + " lead to, the last of which is " + end.title(),
                folder.snapshotPath().toString(),
                "restore what is missing from version control; or, if all migrations are there, delete this file, and"
                        + " db-generate writes it anew from the records in "
                        + folder.changes().getFileName());
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
