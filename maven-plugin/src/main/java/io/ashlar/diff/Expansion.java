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
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The schema between two, in which old and new values have room beside each other: all that is new is there and demands
 * nothing, and all that goes is still there. A data step computes one from the other.
 */
public final class Expansion {

    private final Table before;
    private final Table after;
    private final Set<String> gone;

    private Expansion(Table before, Table after) {
        this.before = before;
        this.after = after;
        this.gone = before.columns().stream()
                .map(Column::name)
                .filter(name -> after.column(name).isEmpty())
                .collect(Collectors.toSet());
    }

    /**
     * Returns the schema between {@code stored} and {@code wanted}.
     *
     * @param stored under the names of after
     */
    public static Schema between(Schema stored, Schema wanted) {
        Map<String, Table> tables = new LinkedHashMap<>();
        wanted.tables()
                .forEach(table -> tables.put(
                        table.name(),
                        stored.table(table.name())
                                .map(before -> new Expansion(before, table).table())
                                .orElse(table)));
        stored.tables().forEach(table -> tables.putIfAbsent(table.name(), table));
        Map<String, Sequence> sequences = new LinkedHashMap<>();
        wanted.sequences().forEach(sequence -> sequences.put(sequence.name(), sequence));
        stored.sequences().forEach(sequence -> sequences.putIfAbsent(sequence.name(), sequence));
        return new Schema(List.copyOf(sequences.values()), List.copyOf(tables.values()));
    }

    private Table table() {
        List<Column> columns = new ArrayList<>();
        after.columns()
                .forEach(now -> before.column(now.name())
                        .ifPresentOrElse(old -> columns.add(both(old, now)), () -> added(now, columns)));
        before.columns().stream().filter(column -> gone.contains(column.name())).forEach(columns::add);
        return new Table(
                after.name(),
                columns,
                primaryKey(),
                kept(
                        before.uniques(),
                        after.uniques(),
                        Unique::name,
                        Unique::columns,
                        (old, now) -> new Unique(now.name(), old.columns(), old.liveOnly(), old.where()).equals(now)),
                kept(
                        before.indexes(),
                        after.indexes(),
                        Index::name,
                        Index::columnNames,
                        (old, now) -> new Index(now.name(), old.columns(), old.liveOnly(), old.where(), old.search())
                                .equals(now)),
                kept(
                        before.checks(),
                        after.checks(),
                        Check::name,
                        Check::columns,
                        (old, now) -> new Check(now.name(), old.columns(), old.condition()).equals(now)),
                kept(
                        before.foreignKeys(),
                        after.foreignKeys(),
                        ForeignKey::name,
                        ForeignKey::columns,
                        (old, now) -> new ForeignKey(
                                        now.name(),
                                        old.columns(),
                                        old.targetTable(),
                                        old.targetColumns(),
                                        old.onDelete())
                                .equals(now)),
                after.comment());
    }

    /** Another key has to wait for its columns; the old one for those that go. */
    private @Nullable PrimaryKey primaryKey() {
        PrimaryKey old = before.primaryKey();
        PrimaryKey now = after.primaryKey();
        return old != null && now != null && old.columns().equals(now.columns()) ? now : old;
    }

    private static void added(Column now, List<Column> columns) {
        if (now.computed() == null) { // else it follows once its columns are filled
            columns.add(now.defaultValue() == null && !now.identity() ? now.withNullable(true) : now);
        }
    }

    private static Column both(Column old, Column now) {
        if (old.computed() != null || now.computed() != null) {
            return old;
        }
        boolean fits = old.type().equals(now.type()) || Conversion.of(old.type(), now.type()) == Conversion.WIDENS;
        Column typed = fits ? now : old.withComment(now.comment());
        return typed.withNullable(old.nullable() || now.nullable()).withIdentity(old.identity());
    }

    /** Returns what both demand, and of the old what belongs to columns that go. */
    private <T> List<T> kept(
            List<T> old,
            List<T> now,
            Function<T, String> name,
            Function<T, List<String>> columns,
            BiPredicate<T, T> same) {
        Map<String, T> kept = new LinkedHashMap<>();
        now.stream()
                .filter(each -> old.stream().anyMatch(other -> same.test(other, each)))
                .forEach(each -> kept.put(name.apply(each), each));
        Predicate<T> ends = each -> columns.apply(each).stream().anyMatch(gone::contains);
        old.stream().filter(ends).forEach(each -> kept.putIfAbsent(name.apply(each), each));
        return List.copyOf(kept.values());
    }
}
