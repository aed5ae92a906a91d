package io.ashlar.schema;

import io.ashlar.problem.Problem;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.JoinTable;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.UniqueConstraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Indexes, unique constraints, checks and comments that an annotation puts on a whole table. */
record TableAnnotations(
        List<jakarta.persistence.Index> indexes,
        List<UniqueConstraint> uniques,
        List<CheckConstraint> checks,
        String comment,
        String options) {

    static TableAnnotations of(jakarta.persistence.Table table) {
        return of(table.indexes(), table.uniqueConstraints(), table.check(), table.comment(), table.options());
    }

    static TableAnnotations of(SecondaryTable table) {
        return of(table.indexes(), table.uniqueConstraints(), table.check(), table.comment(), table.options());
    }

    static TableAnnotations of(JoinTable table) {
        return of(table.indexes(), table.uniqueConstraints(), table.check(), table.comment(), table.options());
    }

    static TableAnnotations of(CollectionTable table) {
        return of(table.indexes(), table.uniqueConstraints(), new CheckConstraint[0], "", table.options());
    }

    private static TableAnnotations of(
            jakarta.persistence.Index[] indexes,
            UniqueConstraint[] uniques,
            CheckConstraint[] checks,
            String comment,
            String options) {
        return new TableAnnotations(List.of(indexes), List.of(uniques), List.of(checks), comment, options);
    }

    /** Adds all of it to a table whose columns are known; returns what cannot be added. */
    List<Problem> addTo(TableDraft table) {
        List<Problem> problems = new ArrayList<>();
        if (!comment.isEmpty()) {
            table.comment = comment;
        }
        if (!options.isEmpty()) {
            problems.add(new Problem(
                    "table-options",
                    "Table " + table.name + " has options, which are SQL of one database",
                    table.origin,
                    "remove options from the annotation"));
        }
        uniques.forEach(unique -> {
            List<Index.Part> parts = parts(Arrays.asList(unique.columnNames()), table, problems);
            addUnique(table, unique.name(), parts);
        });
        indexes.forEach(index -> {
            if (!index.options().isEmpty()) {
                problems.add(new Problem(
                        "table-options",
                        "An index of " + table.name + " has options, which are SQL of one database",
                        table.origin,
                        "remove options from @Index"));
            }
            List<Index.Part> parts = parts(List.of(index.columnList().split(",", -1)), table, problems);
            if (index.unique()) {
                addUnique(table, index.name(), parts);
            } else if (!parts.isEmpty()) {
                List<String> columns = parts.stream().map(Index.Part::column).toList();
                String name = index.name().isEmpty() ? Names.index(table.name, columns) : index.name();
                table.indexes.add(new Index(name, parts, false));
            }
        });
        checks.forEach(check -> addCheck(check, table, problems));
        return problems;
    }

    /** Adds one check, of a table or a column. */
    static void addCheck(CheckConstraint check, TableDraft table, List<Problem> problems) {
        if (!check.options().isEmpty()) {
            problems.add(new Problem(
                    "table-options",
                    "A check of " + table.name + " has options, which are SQL of one database",
                    table.origin,
                    "remove options from @CheckConstraint"));
        }
        table.check(check.name(), check.constraint());
    }

    private static void addUnique(TableDraft table, String name, List<Index.Part> parts) {
        List<String> columns = parts.stream().map(Index.Part::column).toList();
        if (!columns.isEmpty()) {
            table.uniques.removeIf(
                    unique -> unique.where() == null && unique.columns().equals(columns));
            table.uniques.add(new Unique(name.isEmpty() ? Names.unique(table.name, columns) : name, columns, false));
        }
    }

    static List<Index.Part> parts(List<String> given, TableDraft table, List<Problem> problems) {
        List<Index.Part> parts = new ArrayList<>();
        for (String each : given) {
            String text = each.strip();
            String lower = text.toLowerCase(Locale.ROOT);
            boolean descending = lower.endsWith(" desc");
            String column = descending || lower.endsWith(" asc") ? text.substring(0, text.lastIndexOf(' ')) : text;
            Optional<String> resolved = table.resolve(column);
            if (resolved.isPresent()) {
                parts.add(new Index.Part(resolved.get(), descending));
            } else {
                problems.add(new Problem(
                        "unknown-column",
                        "An index or unique constraint of " + table.name + " names '" + column
                                + "', which is no column",
                        table.origin,
                        "use one of: " + String.join(", ", table.columns.keySet())));
            }
        }
        return parts;
    }
}
