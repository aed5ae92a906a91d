package io.ashlar.pull;

import io.ashlar.model.ClassName;
import io.ashlar.model.Plurals;
import io.ashlar.schema.Column;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What one entity has beside the times of {@code Model}, before any Java is written.
 *
 * @param attributes those of the id first, in the order of the key, then as the columns come
 */
record EntityShape(ClassName name, Table table, List<Attribute> attributes) {

    static EntityShape of(TablePlan plan, Table table) {
        List<String> key = TablePlan.key(table);
        Set<String> taken = new HashSet<>(ModelTimes.ATTRIBUTES);
        List<Attribute> attributes = new ArrayList<>();
        table.columns().stream()
                .filter(column -> !ModelTimes.hold(column.name()))
                .sorted(Comparator.comparingInt(
                        column -> key.contains(column.name()) ? key.indexOf(column.name()) : key.size()))
                .forEach(column -> attributes.add(attribute(plan, table, column, taken)));
        plan.joins().stream()
                .filter(join -> side(join, 0).targetTable().equals(table.name()))
                .forEach(join -> attributes.add(toMany(join, taken)));
        return new EntityShape(plan.className(table.name()), table, List.copyOf(attributes));
    }

    private static Attribute attribute(TablePlan plan, Table table, Column column, Set<String> taken) {
        boolean id = TablePlan.key(table).contains(column.name());
        Optional<ForeignKey> relation = plan.relation(table, column);
        return relation.<Attribute>map(key -> new Attribute.ToOne(
                        free(
                                JavaNames.relation(
                                        column.name(), key.targetColumns().get(0)),
                                taken),
                        column,
                        key,
                        id))
                .orElseGet(() -> new Attribute.Plain(free(JavaNames.attribute(column.name()), taken), column, id));
    }

    private static Attribute toMany(Table join, Set<String> taken) {
        ForeignKey other = side(join, 1);
        String one =
                JavaNames.relation(other.columns().get(0), other.targetColumns().get(0));
        return new Attribute.ToMany(free(Plurals.of(one), taken), join, side(join, 0), other);
    }

    /** The first column of a join table's key is the owner's. */
    private static ForeignKey side(Table join, int position) {
        String column = TablePlan.key(join).get(position);
        return join.foreignKeys().stream()
                .filter(key -> key.columns().equals(List.of(column)))
                .findFirst()
                .orElseThrow();
    }

    private static String free(String wanted, Set<String> taken) {
        String free = JavaNames.free(wanted, taken);
        taken.add(free);
        return free;
    }

    /** Returns the class of a composite id; empty for an id of one attribute. */
    Optional<ClassName> idClass() {
        return id().size() > 1 ? Optional.of(ClassName.of(name.packageName(), name.simple() + "Id")) : Optional.empty();
    }

    List<Attribute> id() {
        return attributes.stream().filter(Attribute::id).toList();
    }

    /** Returns the foreign keys that are relations here; others are held by plain attributes. */
    List<ForeignKey> relations() {
        return attributes.stream()
                .map(attribute -> attribute instanceof Attribute.ToOne relation ? relation.key() : null)
                .filter(Objects::nonNull)
                .toList();
    }
}
