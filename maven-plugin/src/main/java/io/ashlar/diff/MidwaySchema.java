package io.ashlar.diff;

import io.ashlar.schema.Check;
import io.ashlar.schema.Column;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Index;
import io.ashlar.schema.PrimaryKey;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Sequence;
import io.ashlar.schema.Table;
import io.ashlar.schema.Unique;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A schema in the making. */
final class MidwaySchema {

    private final List<Sequence> sequences;
    private final Map<String, Draft> tables = new LinkedHashMap<>();

    MidwaySchema(Schema start) {
        sequences = new ArrayList<>(start.sequences());
        start.tables().forEach(table -> tables.put(table.name(), new Draft(table)));
    }

    Draft table(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    void add(Sequence sequence) {
        sequences.add(sequence);
    }

    /** What a table that goes points to may change before it has gone. */
    void addWithoutForeignKeys(Table table) {
        Draft draft = new Draft(table);
        draft.foreignKeys.clear();
        tables.put(table.name(), draft);
    }

    /** Returns whether no constraint or index has this name. */
    boolean isFree(String name) {
        return tables.values().stream().flatMap(Draft::names).noneMatch(name::equals);
    }

    /** Returns all of it, but foreign keys to columns that are no key yet. */
    Schema toSchema() {
        return new Schema(
                sequences,
                tables.values().stream()
                        .map(table -> table.toTable(this::isGrounded))
                        .toList());
    }

    private boolean isGrounded(ForeignKey key) {
        Draft target = tables.get(key.targetTable());
        Set<String> columns = Set.copyOf(key.targetColumns());
        return target != null
                && Stream.concat(
                                Stream.ofNullable(target.primaryKey).map(PrimaryKey::columns),
                                target.uniques.stream()
                                        .filter(unique -> !unique.partial())
                                        .map(Unique::columns))
                        .anyMatch(unique -> columns.equals(Set.copyOf(unique)));
    }

    /** One table of it. */
    static final class Draft {

        final List<Column> columns;
        final List<Unique> uniques;
        final List<Index> indexes;
        final List<Check> checks;
        final List<ForeignKey> foreignKeys;

        @Nullable
        PrimaryKey primaryKey;

        private final String name;
        private final @Nullable String comment;

        Draft(Table table) {
            name = table.name();
            columns = new ArrayList<>(table.columns());
            primaryKey = table.primaryKey();
            uniques = new ArrayList<>(table.uniques());
            indexes = new ArrayList<>(table.indexes());
            checks = new ArrayList<>(table.checks());
            foreignKeys = new ArrayList<>(table.foreignKeys());
            comment = table.comment();
        }

        void change(String column, UnaryOperator<Column> change) {
            columns.replaceAll(each -> each.name().equals(column) ? change.apply(each) : each);
        }

        Stream<String> names() {
            return Stream.of(
                            Stream.ofNullable(primaryKey).map(PrimaryKey::name),
                            uniques.stream().map(Unique::name),
                            indexes.stream().map(Index::name),
                            checks.stream().map(Check::name),
                            foreignKeys.stream().map(ForeignKey::name))
                    .flatMap(names -> names);
        }

        Table toTable(Predicate<ForeignKey> grounded) {
            return new Table(
                    name,
                    columns,
                    primaryKey,
                    uniques,
                    indexes,
                    checks,
                    foreignKeys.stream().filter(grounded).toList(),
                    comment);
        }
    }
}
