package io.ashlar.schema;

import io.ashlar.data.RenamedFrom;
import io.ashlar.internal.mapping.SnakeCase;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Works out what tables and columns were called from what classes and fields were called: as given, in snake case, and
 * where the name of a class or field is part of a derived one, such as {@code author_id} or {@code post_tags}.
 */
final class FormerNameReader {

    private final Map<String, Set<String>> candidates = new LinkedHashMap<>();

    private FormerNameReader() {}

    static FormerNames read(Collection<TableDraft> tables) {
        FormerNameReader reader = new FormerNameReader();
        tables.forEach(reader::read);
        Map<String, List<String>> lists = new LinkedHashMap<>();
        reader.candidates.forEach((name, before) -> lists.put(name, List.copyOf(before)));
        return new FormerNames(lists);
    }

    private void read(TableDraft table) {
        if (table.owner != null) {
            renamed(table.owner).ifPresent(before -> add(table.name, before, SnakeCase.of(before)));
        }
        Member member = table.member;
        if (member != null) {
            collection(table, member);
        }
        table.columns.forEach((name, column) -> {
            if (column.member != null) {
                column(table.name + "." + name, name, column.member);
            }
        });
    }

    private void column(String key, String name, Member member) {
        member.annotation(RenamedFrom.class)
                .map(RenamedFrom::value)
                .ifPresent(before -> add(
                        key, before, SnakeCase.of(before), replaced(name, SnakeCase.of(member.attribute()), before)));
    }

    /** The table of a collection is called after its class and its field, its columns after one of them. */
    private void collection(TableDraft table, Member member) {
        String type = SnakeCase.of(member.owner().getSimpleName());
        String attribute = SnakeCase.of(member.attribute());
        Optional<String> typeBefore = renamed(member.owner());
        Optional<String> attributeBefore = member.annotation(RenamedFrom.class).map(RenamedFrom::value);
        if (typeBefore.isEmpty() && attributeBefore.isEmpty()) {
            return;
        }
        String before = typeBefore.map(name -> replaced(table.name, type, name)).orElse(table.name);
        attributeBefore.ifPresent(name -> add(table.name, name, SnakeCase.of(name)));
        add(
                table.name,
                before,
                attributeBefore.map(old -> replacedEnd(before, attribute, old)).orElse(before));
        for (String column : table.columns.keySet()) {
            String key = table.name + "." + column;
            typeBefore.ifPresent(name -> add(key, replaced(column, type, name)));
            attributeBefore.ifPresent(name -> add(key, replaced(column, attribute, name)));
        }
    }

    private static Optional<String> renamed(Class<?> type) {
        return Optional.ofNullable(type.getDeclaredAnnotation(RenamedFrom.class))
                .map(RenamedFrom::value);
    }

    private static String replaced(String name, String start, String before) {
        boolean named = name.equals(start) || name.startsWith(start + "_");
        return named ? SnakeCase.of(before) + name.substring(start.length()) : name;
    }

    private static String replacedEnd(String name, String end, String before) {
        boolean named = name.equals(end) || name.endsWith("_" + end);
        return named ? name.substring(0, name.length() - end.length()) + SnakeCase.of(before) : name;
    }

    private void add(String name, String... before) {
        for (String each : before) {
            if (!each.equals(name.substring(name.indexOf('.') + 1))) {
                candidates.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(each);
            }
        }
    }
}
