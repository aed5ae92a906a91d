package io.ashlar.diff;

import io.ashlar.schema.Column;
import io.ashlar.schema.FormerNames;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds which of the renames that someone declared are still to be done: where the name before is stored and
 * the name after is not. Others are history, and do nothing. What nobody declared is never a rename.
 */
public final class DeclaredRenames {

    private final Schema stored;
    private final Schema wanted;
    private final Map<String, List<String>> candidates = new LinkedHashMap<>();

    private DeclaredRenames(Schema stored, Schema wanted, FormerNames declared, List<Rename> given) {
        this.stored = stored;
        this.wanted = wanted;
        given.forEach(rename -> candidates
                .computeIfAbsent(rename.after(), key -> new ArrayList<>())
                .add(lastName(rename.before())));
        declared.candidates()
                .forEach((after, before) -> candidates
                        .computeIfAbsent(after, key -> new ArrayList<>())
                        .addAll(before));
    }

    /**
     * One rename as typed: {@code post:article} or {@code post.body:post.subtitle}.
     *
     * @param before a table, or a table and a column with a dot between
     * @param after likewise
     */
    public record Rename(String before, String after) {}

    /** Returns those to be done; what was {@code given} goes before what the models declare. */
    public static Renames between(Schema stored, Schema wanted, FormerNames declared, List<Rename> given) {
        return new DeclaredRenames(stored, wanted, declared, given).resolve();
    }

    private Renames resolve() {
        Map<String, String> tables = new LinkedHashMap<>();
        for (Table table : wanted.tables()) {
            if (stored.table(table.name()).isEmpty()) {
                before(table.name(), name -> stored.table(name).isPresent() && !tables.containsValue(name))
                        .ifPresent(name -> tables.put(table.name(), name));
            }
        }
        wanted.sequences().stream()
                .filter(sequence -> stored.sequence(sequence.name()).isEmpty())
                .forEach(sequence -> before(
                                sequence.name(),
                                name -> stored.sequence(name).isPresent() && !tables.containsValue(name))
                        .ifPresent(name -> tables.put(sequence.name(), name)));
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        for (Table table : wanted.tables()) {
            stored.table(tables.getOrDefault(table.name(), table.name()))
                    .map(before -> columns(before, table))
                    .filter(names -> !names.isEmpty())
                    .ifPresent(names -> columns.put(table.name(), names));
        }
        return new Renames(tables, columns);
    }

    private Map<String, String> columns(Table before, Table after) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Column column : after.columns()) {
            if (before.column(column.name()).isEmpty()) {
                before(
                                after.name() + "." + column.name(),
                                name -> before.column(name).isPresent() && !names.containsValue(name))
                        .ifPresent(name -> names.put(column.name(), name));
            }
        }
        return names;
    }

    private Optional<String> before(String after, Predicate<String> fits) {
        return candidates.getOrDefault(after, List.of()).stream().filter(fits).findFirst();
    }

    private static String lastName(String name) {
        return name.substring(name.indexOf('.') + 1);
    }
}
