package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A module's files beside its history: what is pending, and where the two contradict each other. */
final class ModuleComparison {

    private final Dialect dialect;
    private final String module;
    private final List<MigrationFile> files;
    private final List<HistoryRow> applied;
    private final List<MigrationFile> pending;
    private final long baseline;
    private final Squashes squashes;
    private final Map<Long, RunRow> runs;

    /**
     * Compares.
     *
     * @param files by version
     * @param history by version
     * @param runs by version; may be left out as long as all of the history succeeded, and nothing is pending
     */
    ModuleComparison(
            Dialect dialect,
            String module,
            List<MigrationFile> files,
            List<HistoryRow> history,
            Map<Long, RunRow> runs) {
        this.runs = Map.copyOf(runs);
        this.dialect = dialect;
        this.module = module;
        this.files = files;
        this.baseline = history.stream()
                .filter(HistoryRow::baseline)
                .mapToLong(HistoryRow::version)
                .max()
                .orElse(-1);
        this.squashes = new Squashes(
                module, files, history.stream().filter(row -> !row.baseline()).toList(), baseline);
        this.applied = squashes.applied();
        var versions = applied.stream().map(HistoryRow::version).collect(Collectors.toSet());
        this.pending = files.stream()
                .filter(file -> file.version() > baseline && !versions.contains(file.version()))
                .toList();
    }

    /** Returns the files that have not run, by version; a baseline stands for all up to its version. */
    List<MigrationFile> pending() {
        return pending;
    }

    String module() {
        return module;
    }

    /** Returns whether what is remembered of runs matters. */
    boolean isUnfinished() {
        return !pending().isEmpty() || applied.stream().anyMatch(row -> !row.success());
    }

    /** Returns the files that an earlier run left half done. */
    List<MigrationFile> resumed() {
        return pending().stream()
                .filter(file -> runs.containsKey(file.version()))
                .toList();
    }

    ModuleStatus status() {
        var byVersion = new TreeMap<Long, MigrationStatus>();
        files.forEach(file ->
                byVersion.put(file.version(), new MigrationStatus(file.migration(), notApplied(file), null, null)));
        for (var row : applied) {
            var run = runs.get(row.version());
            byVersion.put(
                    row.version(),
                    new MigrationStatus(
                            row.migration(), applied(row), row.appliedOn(), run == null ? null : run.run()));
        }
        return new ModuleStatus(module, List.copyOf(byVersion.values()));
    }

    private MigrationState notApplied(MigrationFile file) {
        if (file.version() <= baseline) {
            return MigrationState.BASELINE;
        }
        if (runs.containsKey(file.version())) {
            return MigrationState.UNFINISHED;
        }
        return file.version() < latest() ? MigrationState.OUT_OF_ORDER : MigrationState.PENDING;
    }

    private MigrationState applied(HistoryRow row) {
        var file = files.stream()
                .filter(candidate -> candidate.version() == row.version())
                .findFirst();
        if (!row.success()) {
            return isHalfUndone(row) ? MigrationState.UNFINISHED : MigrationState.FAILED;
        }
        if (file.isEmpty()) {
            return MigrationState.MISSING;
        }
        return row.checksum() != null && row.checksum() != file.get().checksum()
                ? MigrationState.EDITED
                : MigrationState.APPLIED;
    }

    private boolean isHalfUndone(HistoryRow row) {
        var run = runs.get(row.version());
        return run != null && run.down();
    }

    private long latest() {
        return applied.stream().mapToLong(HistoryRow::version).max().orElse(-1);
    }

    /** Returns what must be mended before anything may run. */
    List<Problem> problems() {
        Map<Long, MigrationFile> byVersion =
                files.stream().collect(Collectors.toMap(MigrationFile::version, Function.identity()));
        var problems = new ArrayList<>(squashes.problems());
        for (var row : applied) {
            var file = byVersion.get(row.version());
            if (!row.success()) {
                problems.add(isHalfUndone(row) ? halfUndone(row) : failedEarlier(row));
            } else if (file == null && !squashes.isTold(row)) {
                problems.add(missing(row));
            } else if (file != null
                    && row.checksum() != null
                    && row.checksum() != file.checksum()
                    && !squashes.isTold(row)) {
                problems.add(edited(row, file));
            }
        }
        var latest = latest();
        pending().forEach(file -> problems.addAll(DataStepFile.problems(module, file)));
        pending().stream()
                .filter(file -> file.version() < latest)
                .forEach(file -> problems.add(outOfOrder(file, latest)));
        return problems;
    }

    private Problem edited(HistoryRow row, MigrationFile file) {
        return new Problem(
                "migration-edited",
                "'" + file.migration().file() + "' of module '" + module + "' was edited after it ran: it has checksum "
                        + file.checksum() + ", what ran had " + row.checksum(),
                file.path().toString(),
                "restore the file as it was, and put the change into a new migration ('mvn modules:db-generate -Dmodule="
                        + module + "')");
    }

    private Problem missing(HistoryRow row) {
        return new Problem(
                "migration-missing",
                "'" + row.migration().file() + "' of module '" + module + "' ran in this database, and is not among the"
                        + " module's migrations",
                files.isEmpty()
                        ? "table " + Histories.table(module)
                        : Objects.requireNonNull(files.get(0).path().getParent())
                                .toString(),
                "restore the file, or use a version of the module that has it");
    }

    private Problem outOfOrder(MigrationFile file, long latest) {
        return new Problem(
                "migration-out-of-order",
                "'" + file.migration().file() + "' of module '" + module + "' has not run, and is older than " + latest
                        + ", which has",
                file.path().toString(),
                "rename it to a later version, in the folder of each dialect; it comes from another branch, perhaps: see"
                        + " that it still fits");
    }

    private Problem halfUndone(HistoryRow row) {
        return new Problem(
                "rollback-broke-off-earlier",
                "'" + row.migration().file() + "' of module '" + module + "' was being undone when an earlier run broke"
                        + " off, and " + dialect.title() + " keeps what was done",
                "table " + RunTable.table(module),
                "run 'mvn modules:db-rollback -Dmodule=" + module + "' again, which goes on where it broke off; then"
                        + " migrate");
    }

    private Problem failedEarlier(HistoryRow row) {
        return new Problem(
                "migration-failed-earlier",
                "'" + row.migration().file() + "' of module '" + module + "' failed half-way in an earlier run, and "
                        + dialect.title() + " keeps what came before the failure",
                "table " + Histories.table(module),
                "undo by hand what it did, correct the file, run \"" + Histories.deleteFailed(dialect, module)
                        + "\", and migrate again");
    }
}
