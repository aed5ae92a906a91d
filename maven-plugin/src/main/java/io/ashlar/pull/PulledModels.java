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
import io.ashlar.service.Template;
import java.util.ArrayList;
import java.util.List;

/** All models of a plan as Java, and the tables that these will be read as. */
record PulledModels(List<PulledSource> sources, Schema schema) {

    static PulledModels of(TablePlan plan) {
        List<PulledSource> sources = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        for (Table table : plan.entities().values()) {
            EntityShape entity = EntityShape.of(plan, table);
            EntitySource source = new EntitySource(plan, entity);
            sources.add(source(source.model(), Template.ENTITY));
            source.id().ifPresent(id -> sources.add(source(id, Template.KEY)));
            table.foreignKeys().stream()
                    .filter(key -> !entity.relations().contains(key))
                    .forEach(key -> plan.notes().add(leftOut(table, key)));
            tables.add(asRead(table, entity.relations(), plan));
        }
        plan.joins().forEach(join -> tables.add(asRead(join, join.foreignKeys(), plan)));
        return new PulledModels(sources, new Schema(List.of(), tables));
    }

    private static String leftOut(Table table, ForeignKey key) {
        return "The foreign key " + key.name() + " of " + table.name() + " to " + key.targetTable()
                + " is no relation, but " + (key.columns().size() == 1 ? "a plain attribute" : "plain attributes");
    }

    private static PulledSource source(PulledModel model, Template template) {
        return new PulledSource(
                ClassName.of(model.packageName(), model.className()), model.table(), template.fill(model));
    }

    /** The schema reader names keys by itself, and gives each relation an index. */
    private static Table asRead(Table table, List<ForeignKey> relations, TablePlan plan) {
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
        List<Index> indexes = new ArrayList<>(table.indexes());
        indexes.addAll(DerivedIndexes.of(table, keys));
        return new Table(
                table.name(),
                columns,
                new PrimaryKey(Names.primaryKey(table.name()), TablePlan.key(table)),
                table.uniques(),
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
}
