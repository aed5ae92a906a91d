package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tells what would run, and reads only. */
record Planning(Dialect dialect, Connection connection) {

    /** Plans for a database that does not exist yet. */
    static List<PlannedMigration> withNothing(Dialect dialect, Map<String, List<MigrationFile>> pending) {
        var planned = new ArrayList<PlannedMigration>();
        pending.forEach((module, files) -> files.forEach(file -> {
            var checks = Preflight.of(file).stream()
                    .map(preflight -> new PlannedCheck(preflight.tag(), preflight.message(), null))
                    .toList();
            planned.add(planned(module, file, Script.of(dialect, file), 0, List.of(), checks));
        }));
        return planned;
    }

    List<PlannedMigration> of(Comparisons comparisons) throws SQLException {
        var pending = comparisons.pending();
        var answers = new Preflights(dialect).ask(connection, pending, comparisons.resumed());
        var rows = new TableRows(dialect, connection);
        var existing = rows.tables();
        var planned = new ArrayList<PlannedMigration>();
        for (var module : pending.entrySet()) {
            for (var file : module.getValue()) {
                var script = Script.of(dialect, file);
                var checks = answers.stream()
                        .filter(answer -> answer.module().equals(module.getKey())
                                && answer.file().equals(file))
                        .map(answer -> new PlannedCheck(
                                answer.preflight().tag(),
                                answer.count() == null
                                        ? answer.preflight().message()
                                        : answer.preflight().text(answer.count()),
                                answer.count()))
                        .toList();
                var run = comparisons.resumed().contains(file)
                        ? new RunTable(dialect, module.getKey()).find(connection, file.version())
                        : java.util.Optional.<RunRow>empty();
                planned.add(planned(
                        module.getKey(),
                        file,
                        script,
                        run.map(RunRow::done).orElse(0),
                        touched(script, existing, rows),
                        checks));
            }
        }
        return planned;
    }

    private static List<TouchedTable> touched(Script script, Map<String, String> existing, TableRows rows)
            throws SQLException {
        var names = new LinkedHashSet<String>();
        script.steps()
                .forEach(step -> TableNames.touched(step.sql()).stream()
                        .map(TableNames::key)
                        .filter(existing::containsKey)
                        .map(existing::get)
                        .forEach(names::add));
        var touched = new ArrayList<TouchedTable>();
        for (var name : names) {
            touched.add(rows.of(Objects.requireNonNull(name)));
        }
        return touched;
    }

    private static PlannedMigration planned(
            String module,
            MigrationFile file,
            Script script,
            int done,
            List<TouchedTable> tables,
            List<PlannedCheck> checks) {
        return new PlannedMigration(
                module,
                file.migration(),
                script.transactional(),
                done,
                script.steps().stream().map(Step::sql).toList(),
                tables,
                checks);
    }
}
