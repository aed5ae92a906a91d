package io.ashlar.migrate;

import io.ashlar.database.Database;
import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Undoes migrations of one module, the latest first; all that can be refused is refused before the first. */
final class Rollback {

    private final Database database;
    private final ModuleMigrations module;
    private final Map<String, List<MigrationFile>> files;
    private final Map<Long, MigrationFile> downs;
    private final MigrationOptions options;

    Rollback(
            Database database,
            ModuleMigrations module,
            Map<String, List<MigrationFile>> files,
            Map<Long, MigrationFile> downs,
            MigrationOptions options) {
        this.database = database;
        this.module = module;
        this.files = files;
        this.downs = downs;
        this.options = options;
    }

    List<Migration> run(Connection connection, RollbackRequest request) throws SQLException {
        var name = module.module();
        var history = Histories.read(dialect(), connection, List.of(name)).getOrDefault(name, List.of()).stream()
                .filter(row -> !row.baseline())
                .sorted(Comparator.comparingLong(HistoryRow::version).reversed())
                .toList();
        var runs = new RunTable(dialect(), name).read(connection);
        var undone = request.to().isPresent() ? after(history, request.to().get()) : lastRun(history, runs);
        refuse(history, runs, undone, request);
        var pending =
                Map.of(name, undone.stream().map(row -> down(row).orElseThrow()).toList());
        var answers = new Preflights(dialect()).ask(connection, pending, halfUndone(undone, runs));
        var unchecked = Preflights.waiting(answers, pending);
        var report = new ArrayList<Migration>();
        for (var row : undone) {
            var down = down(row).orElseThrow();
            if (unchecked.contains(down)) {
                new Preflights(dialect()).checkNow(connection, name, down);
            }
            undo(row, down, Optional.ofNullable(runs.get(row.version())));
            report.add(row.migration());
        }
        return report;
    }

    /** Returns the scripts that an earlier rollback left half done; their rows are not asked again. */
    private Set<MigrationFile> halfUndone(List<HistoryRow> undone, Map<Long, RunRow> runs) {
        return undone.stream()
                .filter(row -> {
                    var run = runs.get(row.version());
                    return run != null && run.down();
                })
                .map(row -> down(row).orElseThrow())
                .collect(Collectors.toSet());
    }

    private List<HistoryRow> lastRun(List<HistoryRow> history, Map<Long, RunRow> runs) {
        if (history.isEmpty()) {
            return List.of();
        }
        var last = runs.get(history.get(0).version());
        return last == null
                ? history.subList(0, 1) // ran before runs were remembered
                : history.stream()
                        .takeWhile(row -> {
                            var run = runs.get(row.version());
                            return run != null && run.run() == last.run();
                        })
                        .toList();
    }

    private List<HistoryRow> after(List<HistoryRow> history, String to) {
        if (!to.equals("0")
                && history.stream().noneMatch(row -> row.migration().version().equals(to))) {
            throw new ProblemsFound(new Problem(
                    "rollback-unknown-version",
                    "No migration of module '" + module.module() + "' with version " + to + " ran in this database",
                    "-Dto=" + to,
                    history.isEmpty()
                            ? "there is nothing to undo"
                            : "use one of "
                                    + history.stream()
                                            .map(row -> row.migration().version())
                                            .sorted()
                                            .toList() + ", or 0 for none"));
        }
        var version = Long.parseLong(to);
        return history.stream().filter(row -> row.version() > version).toList();
    }

    private void refuse(
            List<HistoryRow> history, Map<Long, RunRow> runs, List<HistoryRow> undone, RollbackRequest request) {
        var problems = new ArrayList<Problem>();
        for (var run : runs.values()) {
            if (!run.down() && history.stream().noneMatch(row -> row.version() == run.version())) {
                problems.add(unfinished(run));
            }
        }
        for (var row : undone) {
            var down = down(row);
            var squash = squash(row);
            if (squash.isPresent()) {
                problems.add(squashed(row, squash.get()));
            } else if (down.isEmpty()) {
                problems.add(missing(row));
            } else {
                Loss.of(down.get()).stream()
                        .filter(loss -> !loss.isAllowed(request.consent()))
                        .forEach(loss -> problems.add(lossy(loss)));
                problems.addAll(DataStepFile.problems(module.module(), down.get()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
    }

    private void undo(HistoryRow row, MigrationFile down, Optional<RunRow> stored) throws SQLException {
        var script = Script.of(dialect(), down);
        for (int attempt = 1; ; attempt++) {
            try (var connection = database.dataSource().getConnection()) {
                var work = MigrationLock.ofWork(dialect(), connection, module.module());
                try (work) {
                    undo(connection, row, down, script, stored);
                    return;
                }
            } catch (StepFailed e) {
                if (!e.isLockTaken() || !script.transactional() || attempt >= options.lockAttempts()) {
                    throw new ProblemsFound(
                            List.of(new StepProblem(dialect(), module.module(), options).of(e, down)), e);
                }
                options.listener().waits(e.at(), attempt);
                ScriptRun.pause(attempt);
            }
        }
    }

    private void undo(Connection connection, HistoryRow row, MigrationFile down, Script script, Optional<RunRow> stored)
            throws SQLException {
        var runs = new RunTable(dialect(), module.module());
        var begin = stored.filter(RunRow::down).isPresent()
                ? new Resumption(dialect(), module.module(), down, script, options.interrupted())
                        .of(stored.get(), connection)
                : new RunRow(row.version(), stored.map(RunRow::run).orElse(0), true, 0, script.hash(0));
        connection.setAutoCommit(false);
        if (!script.transactional()) {
            runs.create(connection);
            runs.put(connection, begin);
            Histories.unfinish(dialect(), connection, module.module(), row.migration());
            connection.commit();
        } else {
            runs.create(connection);
        }
        new ScriptRun(dialect(), module.module(), down.migration(), script, begin, options, Script.configuration())
                .run(connection);
        connection.setAutoCommit(false);
        Histories.delete(dialect(), connection, module.module(), row.migration());
        runs.delete(connection, row.version());
        connection.commit();
    }

    private Optional<MigrationFile> down(HistoryRow row) {
        return Optional.ofNullable(downs.get(row.version()));
    }

    private Dialect dialect() {
        return database.dialect();
    }

    private Problem unfinished(RunRow run) {
        var file = files.getOrDefault(module.module(), List.of()).stream()
                .filter(candidate -> candidate.version() == run.version())
                .map(MigrationFile::name)
                .findFirst()
                .orElse("version " + run.version());
        return new Problem(
                "migration-broke-off-earlier",
                "'" + file + "' of module '" + module.module() + "' is half done: it stopped after "
                        + Resumption.statements(run.done()),
                "table " + RunTable.table(module.module()),
                "run 'mvn modules:db-migrate -Dmodule=" + module.module() + "' to its end first, then roll back");
    }

    /** Returns the file that stands for this migration and others now; undoing that would undo them all. */
    private Optional<MigrationFile> squash(HistoryRow row) {
        return files.getOrDefault(module.module(), List.of()).stream()
                .filter(file -> ReplacedMigration.of(file).stream().anyMatch(each -> each.version() == row.version()))
                .filter(file -> file.version() != row.version() || !Objects.equals(row.checksum(), file.checksum()))
                .findFirst();
    }

    private Problem squashed(HistoryRow row, MigrationFile squash) {
        return new Problem(
                "rollback-squashed",
                "'" + row.migration().file() + "' of module '" + module.module() + "' is a part of '" + squash.name()
                        + "' now, which cannot undo it alone",
                squash.path().toString(),
                "roll back with the version of the module that still has that file");
    }

    private Problem missing(HistoryRow row) {
        return new Problem(
                "rollback-missing",
                "Nothing undoes '" + row.migration().file() + "' of module '" + module.module() + "'",
                module.folder().toString(),
                "write U" + row.migration().version() + "__"
                        + row.migration().description().replace(' ', '_') + ".sql there, which undoes it");
    }

    private Problem lossy(Loss loss) {
        return new Problem(
                "rollback-loses-data",
                "Undoing '" + loss.file().name().replaceFirst("^U", "V") + "' of module '" + module.module()
                        + "' loses data: " + loss.text(),
                loss.file().path().toString(),
                "if that may be lost, agree with -DallowDestructive=" + loss.name() + " (names separated by commas)");
    }
}
