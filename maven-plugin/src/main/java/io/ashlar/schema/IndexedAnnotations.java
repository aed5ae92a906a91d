package io.ashlar.schema;

import io.ashlar.data.Indexed;
import io.ashlar.problem.Problem;
import jakarta.persistence.Entity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.jspecify.annotations.Nullable;

/** What {@code @Indexed} on an entity, or on a super-class that is no table of its own, makes of its tables. */
record IndexedAnnotations(Class<?> entity, List<TableDraft> tables, List<Indexed> annotations, SchemaDraft draft) {

    static IndexedAnnotations of(ClassDescriptor descriptor, SchemaDraft draft) {
        Class<?> type = descriptor.getJavaClass();
        if (descriptor.hasTablePerClassPolicy() && descriptor.isAbstract()) {
            return new IndexedAnnotations(type, List.of(), List.of(), draft);
        }
        List<TableDraft> tables = new ArrayList<>();
        tables.add(draft.table(Inheritance.mainTable(descriptor).getName(), type.getName()));
        Inheritance.ownTables(descriptor).stream()
                .map(table -> draft.table(table.getName(), type.getName()))
                .filter(table -> !tables.contains(table))
                .forEach(tables::add);
        return new IndexedAnnotations(type, tables, annotations(type, descriptor.hasTablePerClassPolicy()), draft);
    }

    /** A parent entity with rows of its own has its indexes there; where each class has a table, they come along. */
    private static List<Indexed> annotations(Class<?> type, boolean tablePerClass) {
        List<Indexed> found = new ArrayList<>(Arrays.asList(type.getDeclaredAnnotationsByType(Indexed.class)));
        Class<?> parent = type.getSuperclass();
        while (parent != null && (tablePerClass || !parent.isAnnotationPresent(Entity.class))) {
            found.addAll(Arrays.asList(parent.getDeclaredAnnotationsByType(Indexed.class)));
            parent = parent.getSuperclass();
        }
        return found;
    }

    void add() {
        annotations.forEach(this::add);
    }

    private void add(Indexed indexed) {
        TableDraft table = table(indexed);
        List<Problem> problems = new ArrayList<>();
        List<Index.Part> parts = TableAnnotations.parts(List.of(indexed.value()), table, problems);
        Expression where = where(indexed, table, problems);
        if (parts.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(
                    "index-without-column",
                    "@Indexed on " + entity.getName() + " names no field",
                    entity.getName(),
                    "use one of: " + String.join(", ", table.columns.keySet())));
        }
        if (indexed.unique() && parts.stream().anyMatch(Index.Part::descending)) {
            problems.add(new Problem(
                    "unique-with-direction",
                    "@Indexed(unique = true) on " + entity.getName()
                            + " counts a field down, which means nothing there",
                    entity.getName(),
                    "leave desc out; for reading in that order add another @Indexed"));
        }
        draft.problems(problems);
        if (problems.isEmpty() && indexed.unique()) {
            addUnique(indexed, table, parts.stream().map(Index.Part::column).toList(), where);
        } else if (problems.isEmpty()) {
            List<String> columns = parts.stream().map(Index.Part::column).toList();
            String name = indexed.name().isEmpty() ? Names.index(table.name, columns) : indexed.name();
            table.indexes.add(new Index(name, parts, !indexed.withDeleted(), where, false));
        }
    }

    /** It says more of the same columns than {@code @Column(unique = true)}; unless it has a condition. */
    private static void addUnique(Indexed indexed, TableDraft table, List<String> columns, @Nullable Expression where) {
        if (where == null) {
            table.uniques.removeIf(
                    unique -> unique.where() == null && unique.columns().equals(columns));
        }
        String name = indexed.name().isEmpty() ? Names.unique(table.name, columns) : indexed.name();
        table.uniques.add(new Unique(name, columns, !indexed.withDeleted(), where));
    }

    /** Returns the one of the entity's tables that has all fields of the index; the first where none has. */
    private TableDraft table(Indexed indexed) {
        return tables.stream()
                .filter(table -> TableAnnotations.parts(List.of(indexed.value()), table, new ArrayList<>())
                                .size()
                        == indexed.value().length)
                .findFirst()
                .orElse(tables.get(0));
    }

    private @Nullable Expression where(Indexed indexed, TableDraft table, List<Problem> problems) {
        if (indexed.where().isBlank()) {
            return null;
        }
        Expression where = table.expression(indexed.where());
        if (where.columns().isEmpty()) {
            problems.add(new Problem(
                    "condition-of-nothing",
                    "@Indexed(where = \"" + indexed.where() + "\") on " + entity.getName() + " names no column of "
                            + table.name,
                    entity.getName(),
                    "use one of: " + String.join(", ", table.columns.keySet())));
        }
        return where;
    }
}
