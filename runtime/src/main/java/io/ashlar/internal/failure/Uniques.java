package io.ashlar.internal.failure;

import io.ashlar.data.Indexed;
import io.ashlar.internal.model.Column;
import io.ashlar.internal.model.Entity;
import io.ashlar.internal.model.Slot;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the model says of its unique constraints, for databases that tell no more than a constraint's name. */
final class Uniques {

    private Uniques() {}

    /** Returns the columns of a constraint; empty for one that is not the model's. */
    static List<String> columns(Entity entity, String constraint) {
        if (constraint.equals("PRIMARY")) {
            return entity.table().key();
        }
        for (Class<?> type = entity.type(); type != null; type = type.getSuperclass()) {
            for (UniqueConstraint each : declared(type)) {
                if (each.name().equalsIgnoreCase(constraint)) {
                    return List.of(each.columnNames());
                }
            }
            for (Indexed each : type.getDeclaredAnnotationsByType(Indexed.class)) {
                if (each.name().equalsIgnoreCase(constraint)) {
                    return Arrays.stream(each.value())
                            .flatMap(field -> columnsOf(entity, field).stream())
                            .toList();
                }
            }
        }
        for (String start : List.of("uq_", "ck_")) {
            String prefix = start + entity.table().name() + "_";
            if (constraint.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return parted(entity, constraint.substring(prefix.length()));
            }
        }
        return List.of();
    }

    /** Returns whether a constraint leaves records out, and so has a column of its own behind those of the model. */
    static boolean isGuarded(Entity entity, String constraint, List<String> columns) {
        for (Class<?> type = entity.type(); type != null; type = type.getSuperclass()) {
            for (UniqueConstraint each : declared(type)) {
                if (each.name().equalsIgnoreCase(constraint)
                        || (each.name().isEmpty() && List.of(each.columnNames()).equals(columns))) {
                    return false;
                }
            }
            for (Indexed each : type.getDeclaredAnnotationsByType(Indexed.class)) {
                List<String> own = Arrays.stream(each.value())
                        .flatMap(field -> columnsOf(entity, field).stream())
                        .toList();
                if (each.unique() && own.equals(columns)) {
                    return !each.where().isEmpty() || (entity.deletedAt() != null && !each.withDeleted());
                }
            }
        }
        return entity.deletedAt() != null && !constraint.equals("PRIMARY");
    }

    private static List<UniqueConstraint> declared(Class<?> type) {
        Table table = type.getDeclaredAnnotation(Table.class);
        return table == null ? List.of() : List.of(table.uniqueConstraints());
    }

    private static List<String> columnsOf(Entity entity, String field) {
        List<String> columns = entity.slots().stream()
                .filter(slot -> slot.attribute().equals(field))
                .map(Slot::column)
                .map(Column::name)
                .toList();
        return columns.isEmpty() ? List.of(field) : columns;
    }

    /** Takes names of columns apart that an underscore joins, longer names first. */
    private static List<String> parted(Entity entity, String joined) {
        List<String> known = new ArrayList<>(
                entity.slots().stream().map(Slot::column).map(Column::name).toList());
        known.sort(java.util.Comparator.comparingInt(String::length).reversed());
        List<String> parts = new ArrayList<>();
        String rest = joined;
        while (!rest.isEmpty()) {
            String left = rest;
            String next = known.stream()
                    .filter(name -> left.equalsIgnoreCase(name)
                            || left.regionMatches(true, 0, name + "_", 0, name.length() + 1))
                    .findFirst()
                    .orElse("");
            if (next.isEmpty()) {
                return List.of();
            }
            parts.add(next);
            rest = rest.length() == next.length() ? "" : rest.substring(next.length() + 1);
        }
        return parts;
    }
}
