package io.ashlar.pull;

import io.ashlar.database.Dialect;
import io.ashlar.model.ClassName;
import io.ashlar.schema.Column;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Table;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What becomes of each table.
 *
 * @param entities those whose rows become records, by name
 * @param joins those whose rows only link two records
 * @param classes names of the entities' classes, by table
 */
record TablePlan(
        String packageName,
        Dialect dialect,
        Map<String, Table> entities,
        List<Table> joins,
        Map<String, String> classes,
        List<String> notes) {

    static TablePlan of(String packageName, Map<String, Table> tables, Dialect dialect, List<String> notes) {
        Map<String, Table> entities = new TreeMap<>();
        for (Table table : tables.values()) {
            if (table.primaryKey() == null) {
                notes.add("The table " + table.name() + " is left out: it has no primary key that attributes can hold");
            } else if (key(table).stream().anyMatch(ModelTimes::hold)) {
                notes.add("The table " + table.name() + " is left out: a time that models keep is in its primary key");
            } else {
                entities.put(table.name(), table);
            }
        }
        List<Table> joins = entities.values().stream()
                .filter(table -> isJoin(table, entities))
                .toList();
        joins.forEach(table -> entities.remove(table.name()));
        Map<String, String> classes = new LinkedHashMap<>();
        for (String table : entities.keySet()) {
            String name = JavaNames.className(table);
            Set<String> taken = new HashSet<>(classes.values());
            classes.values().forEach(each -> taken.add(each + "Id")); // the class of a composite id
            classes.put(table, JavaNames.free(name, taken));
        }
        return new TablePlan(packageName, dialect, entities, joins, classes, notes);
    }

    /** Returns the names of the classes, sorted. */
    List<String> classNames() {
        return List.copyOf(new TreeSet<>(classes.values()));
    }

    ClassName className(String table) {
        return ClassName.of(packageName, Objects.requireNonNull(classes.get(table)));
    }

    /** Returns all classes that are written, which hide those of {@code java.lang}. */
    Set<String> inPackage() {
        Set<String> names = new TreeSet<>(classes.values());
        classes.values().forEach(name -> names.add(name + "Id"));
        return names;
    }

    /** Returns the foreign key by which this column is a relation to a record, if it is one. */
    Optional<ForeignKey> relation(Table table, Column column) {
        List<String> key = key(table);
        return table.foreignKeys().stream()
                .filter(each -> each.columns().equals(List.of(column.name())) && !key.equals(each.columns()))
                .filter(each -> pointsToKey(each, entities))
                .findFirst();
    }

    static List<String> key(Table table) {
        return Objects.requireNonNull(table.primaryKey()).columns();
    }

    private static boolean pointsToKey(ForeignKey key, Map<String, Table> tables) {
        Table target = tables.get(key.targetTable());
        return target != null && key(target).equals(key.targetColumns());
    }

    private static boolean isJoin(Table table, Map<String, Table> tables) {
        return table.columns().size() == 2
                && table.foreignKeys().size() == 2
                && key(table).size() == 2
                && table.foreignKeys().stream().allMatch(key -> key.columns().size() == 1 && pointsToKey(key, tables))
                && !table.foreignKeys()
                        .get(0)
                        .columns()
                        .equals(table.foreignKeys().get(1).columns())
                && table.foreignKeys().stream()
                        .noneMatch(key -> key.targetTable().equals(table.name()));
    }
}
