package io.ashlar.pull;

import io.ashlar.model.ClassName;
import io.ashlar.schema.Column;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Index;
import io.ashlar.schema.Names;
import io.ashlar.schema.PrimaryKey;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Table;
import io.ashlar.service.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
            ModelTimes.note(table, plan.dialect()).ifPresent(plan.notes()::add);
            tables.add(asRead(table, withTimes(table.columns()), entity.relations()));
        }
        plan.joins().forEach(join -> tables.add(asRead(join, join.columns(), join.foreignKeys())));
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
    private static Table asRead(Table table, List<Column> all, List<ForeignKey> relations) {
        List<ForeignKey> keys = relations.stream()
                .map(each -> new ForeignKey(
                        each.name(),
                        each.columns(),
                        each.targetTable(),
                        each.targetColumns(),
                        ForeignKey.Action.NO_ACTION))
                .toList();
        List<Column> columns = all.stream()
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

    private static List<Column> withTimes(List<Column> columns) {
        return Stream.concat(
                        columns.stream().filter(column -> !ModelTimes.hold(column.name())),
                        ModelTimes.columns().stream())
                .toList();
    }

    private static boolean isOf(List<ForeignKey> keys, Column column) {
        return keys.stream().anyMatch(each -> each.columns().contains(column.name()));
    }
}
