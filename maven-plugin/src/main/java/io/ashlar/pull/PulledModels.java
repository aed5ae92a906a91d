package io.ashlar.pull;

import io.ashlar.model.ClassName;
import io.ashlar.schema.Column;
import io.ashlar.schema.ColumnType;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Index;
import io.ashlar.schema.Names;
import io.ashlar.schema.PrimaryKey;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Table;
import io.ashlar.schema.Unique;
import io.ashlar.service.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All models of a plan as Java, and the tables that these will be read as. */
record PulledModels(List<PulledSource> sources, Schema schema) {

    static PulledModels of(TablePlan plan) {
        List<PulledSource> sources = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        for (Table table : plan.entities().values()) {
            EntitySource entity = new EntitySource(plan, table);
            PulledModel model = entity.model();
            sources.add(source(model, Template.ENTITY));
            entity.key().ifPresent(key -> sources.add(source(key, Template.KEY)));
            table.foreignKeys().stream()
                    .filter(key -> !entity.relations().contains(key))
                    .forEach(key -> plan.notes().add(leftOut(table, key)));
            tables.add(asRead(table, entity.keyColumns(), entity.relations(), plan));
        }
        for (Table join : plan.joins()) {
            tables.add(asRead(join, TablePlan.key(join), join.foreignKeys(), plan));
        }
        return new PulledModels(sources, new Schema(List.of(), tables));
    }

    private static String leftOut(Table table, ForeignKey key) {
        return "The foreign key " + key.name() + " of " + table.name() + " to " + key.targetTable()
                + " is no relation, but " + (key.columns().size() == 1 ? "a plain attribute" : "plain attributes");
    }

    private static PulledSource source(PulledModel model, Template template) {
        return new PulledSource(ClassName.of(model.packageName(), model.className()), template.fill(model));
    }

    /** The schema reader names keys by itself, and gives each relation an index. */
    private static Table asRead(Table table, List<String> key, List<ForeignKey> relations, TablePlan plan) {
        List<ForeignKey> keys = relations.stream()
                .map(each -> new ForeignKey(
                        each.name(),
                        each.columns(),
                        each.targetTable(),
                        each.targetColumns(),
                        ForeignKey.Action.NO_ACTION))
                .toList();
        List<Column> columns = table.columns().stream()
                .map(column -> plan.isModelColumn(table, column) ? ofModel(column) : column)
                .map(column -> isOf(keys, column) ? column.withDefault(null) : column)
                .toList();
        List<Unique> uniques = uniques(table);
        List<Index> indexes = new ArrayList<>(indexes(table));
        keys.stream()
                .map(ForeignKey::columns)
                .sorted(Comparator.comparing(list -> String.join(",", list)))
                .filter(list -> !covered(list, key, uniques, indexes))
                .forEach(list -> indexes.add(new Index(
                        Names.index(table.name(), list),
                        list.stream().map(name -> new Index.Part(name, false)).toList(),
                        false)));
        return new Table(
                table.name(),
                columns,
                new PrimaryKey(Names.primaryKey(table.name()), key),
                uniques,
                indexes,
                List.of(),
                keys,
                table.comment());
    }

    private static Column ofModel(Column column) {
        return new Column(column.name(), ColumnType.of(ColumnType.Kind.INSTANT), column.nullable());
    }

    private static boolean isOf(List<ForeignKey> keys, Column column) {
        return keys.stream().anyMatch(each -> each.columns().contains(column.name()));
    }

    /** Returns those that models can have: of the columns that databases can index, each list of columns once. */
    static List<Unique> uniques(Table table) {
        Set<List<String>> seen = new HashSet<>();
        return table.uniques().stream()
                .filter(unique -> indexable(table, unique.columns()) && seen.add(unique.columns()))
                .toList();
    }

    static List<Index> indexes(Table table) {
        return table.indexes().stream()
                .filter(index -> indexable(table, index.columnNames()))
                .toList();
    }

    private static boolean indexable(Table table, List<String> columns) {
        return columns.stream()
                .allMatch(name -> table.column(name)
                        .filter(column -> column.type().indexable())
                        .isPresent());
    }

    static boolean covered(List<String> columns, List<String> key, List<Unique> uniques, List<Index> indexes) {
        return begins(key, columns)
                || uniques.stream().anyMatch(unique -> begins(unique.columns(), columns))
                || indexes.stream().anyMatch(index -> begins(index.columnNames(), columns));
    }

    private static boolean begins(List<String> columns, List<String> prefix) {
        return columns.size() >= prefix.size()
                && columns.subList(0, prefix.size()).equals(prefix);
    }
}
