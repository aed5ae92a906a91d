package io.ashlar.pull;

import io.ashlar.database.Database;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.operation.Catalog;
import io.ashlar.operation.DatabaseCheck;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes models from the tables of a database, and changes nothing in it. */
public final class DatabasePull {

    /** What we and Flyway keep beside a module's tables. */
    private static final String OURS = ".*_(schema_history|schema_runs|outbox)";

    private DatabasePull() {}

    /**
     * Returns models of the tables that were asked for.
     *
     * @throws ProblemsFound if the database cannot be read, or lacks a table that was asked for
     */
    public static Pulled of(DatabaseSettings settings, PullRequest request) {
        try (Database database = Database.openUnpooled(settings);
                Connection connection = database.dataSource().getConnection()) {
            return read(database.dialect(), connection, request, settings.safeUrl());
        } catch (SQLException e) {
            throw new ProblemsFound(
                    List.of(new Problem(
                            "pull-broke-off",
                            "Reading the tables broke off: " + e.getMessage(),
                            settings.safeUrl(),
                            "see that the database runs, and that its user may read the catalog")),
                    e);
        }
    }

    private static Pulled read(Dialect dialect, Connection connection, PullRequest request, String where)
            throws SQLException {
        UsableNames names = UsableNames.of(Catalog.read(dialect, connection), HiddenIndex.in(dialect, connection));
        List<String> notes = new ArrayList<>();
        TableReader reader = new TableReader(dialect, connection, names, notes);
        Map<String, Table> tables = new TreeMap<>();
        for (String name : names(names.stored().tables().keySet(), request, where, notes)) {
            tables.put(name, reader.read(name));
        }
        TablePlan plan = TablePlan.of(request.packageName(), tables, dialect, notes);
        if (plan.entities().isEmpty()) {
            throw nothing(where, notes);
        }
        PulledModels models = PulledModels.of(plan);
        notes.addAll(Others.columnChecks(dialect, connection));
        notes.addAll(Others.notes(dialect, connection));
        UsableNames used = names.usedBy(models.schema());
        used.renamings().forEach(renaming -> notes.add(renaming.note(dialect)));
        Set<String> told = plan.entities().values().stream()
                .flatMap(table -> ModelTimes.differences(table).stream())
                .collect(Collectors.toSet());
        try {
            DatabaseCheck.differences(dialect, connection, models.schema(), used.catalog()).stream()
                    .filter(text -> !told.contains(text))
                    .forEach(text -> notes.add("Differs from what db-generate creates: " + text));
        } catch (SQLException e) {
            notes.add("Not compared with what db-generate creates, as the user may make no temporary tables: "
                    + e.getMessage());
        }
        return new Pulled(plan.classNames(), models.sources(), models.schema(), notes);
    }

    private static ProblemsFound nothing(String where, List<String> notes) {
        return new ProblemsFound(new Problem(
                "pull-nothing",
                "The database has no table that can become a model"
                        + (notes.isEmpty() ? "" : ". " + String.join(". ", notes)),
                where,
                "see that the URL and its schema are those that you mean; models are made of tables with a primary key that no"
                        + " module has yet"));
    }

    private static List<String> names(Set<String> all, PullRequest request, String where, List<String> notes) {
        List<String> free = all.stream().filter(name -> !name.matches(OURS)).toList();
        if (request.tables().isEmpty()) {
            free.stream()
                    .filter(request.taken()::contains)
                    .forEach(name -> notes.add("The table " + name + " is left out: a module has it already"));
            return free.stream().filter(name -> !request.taken().contains(name)).toList();
        }
        List<String> names = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String wanted : request.tables()) {
            String found = free.stream()
                    .filter(wanted::equals)
                    .findFirst()
                    .or(() -> free.stream().filter(wanted::equalsIgnoreCase).findFirst())
                    .orElse(null);
            if (found == null) {
                problems.add(new Problem(
                        "pull-unknown-table",
                        "The database has no table '" + wanted + "' to pull",
                        where,
                        "use some of: " + String.join(", ", free)));
            } else if (request.taken().contains(found)) {
                problems.add(new Problem(
                        "pull-table-taken",
                        "The table " + found + " is a module's already",
                        where,
                        "leave it out of -Dtables; a model of another module is held by its id"));
            } else {
                names.add(found);
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
        return names;
    }
}
