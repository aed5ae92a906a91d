package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import io.ashlar.problem.ProblemsFound;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All modules' files beside their histories, in the order in which the modules are migrated. */
record Comparisons(List<ModuleComparison> modules) {

    /** Compares with a database that has no tables yet. */
    static Comparisons withNothing(Dialect dialect, Map<String, List<MigrationFile>> files) {
        return new Comparisons(files.entrySet().stream()
                .map(module -> new ModuleComparison(dialect, module.getKey(), module.getValue(), List.of(), Map.of()))
                .toList());
    }

    /** Reads two statements' worth, and more only of modules where something is pending or went wrong. */
    static Comparisons read(Dialect dialect, Connection connection, Map<String, List<MigrationFile>> files)
            throws SQLException {
        return read(dialect, connection, files, false);
    }

    /** Reads all that is remembered of runs, too. */
    static Comparisons readWithRuns(Dialect dialect, Connection connection, Map<String, List<MigrationFile>> files)
            throws SQLException {
        return read(dialect, connection, files, true);
    }

    private static Comparisons read(
            Dialect dialect, Connection connection, Map<String, List<MigrationFile>> files, boolean allRuns)
            throws SQLException {
        var histories = Histories.read(dialect, connection, List.copyOf(files.keySet()));
        var modules = new ArrayList<ModuleComparison>();
        for (var module : files.entrySet()) {
            var name = module.getKey();
            var history = histories.getOrDefault(name, List.of());
            var comparison = new ModuleComparison(dialect, name, module.getValue(), history, Map.of());
            modules.add(
                    allRuns || comparison.isUnfinished()
                            ? new ModuleComparison(
                                    dialect,
                                    name,
                                    module.getValue(),
                                    history,
                                    new RunTable(dialect, name).read(connection))
                            : comparison);
        }
        return new Comparisons(modules);
    }

    /**
     * Returns what has to run, by module.
     *
     * @throws ProblemsFound if something must be mended before
     */
    Map<String, List<MigrationFile>> pending() {
        var problems =
                modules.stream().flatMap(module -> module.problems().stream()).toList();
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
        var pending = new LinkedHashMap<String, List<MigrationFile>>();
        modules.forEach(module -> pending.put(module.module(), module.pending()));
        return pending;
    }

    /** Returns the files that an earlier run left half done. */
    Set<MigrationFile> resumed() {
        var resumed = new LinkedHashSet<MigrationFile>();
        modules.forEach(module -> resumed.addAll(module.resumed()));
        return resumed;
    }

    List<ModuleStatus> status() {
        return modules.stream().map(ModuleComparison::status).toList();
    }
}
