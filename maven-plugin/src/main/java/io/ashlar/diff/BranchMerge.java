package io.ashlar.diff;

import io.ashlar.schema.Check;
import io.ashlar.schema.Column;
import io.ashlar.schema.ForeignKey;
import io.ashlar.schema.Index;
import io.ashlar.schema.Schema;
import io.ashlar.schema.Sequence;
import io.ashlar.schema.Table;
import io.ashlar.schema.Unique;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Joins what two branches made of one schema, where they have no {@link BranchStep#conflicts conflicts}. */
public final class BranchMerge {

    private BranchMerge() {}

    /** Returns {@code left} with all by which {@code right} differs from {@code base}; all three use the names of after. */
    public static Schema of(Schema base, Schema left, Schema right) {
        Map<String, Table> bases = byName(base.tables(), Table::name);
        Map<String, Table> lefts = byName(left.tables(), Table::name);
        Map<String, Table> rights = byName(right.tables(), Table::name);
        TreeSet<String> names = new TreeSet<>(lefts.keySet());
        names.addAll(rights.keySet());
        return new Schema(
                merged(base.sequences(), left.sequences(), right.sequences(), Sequence::name),
                names.stream()
                        .map(name -> table(bases.get(name), lefts.get(name), rights.get(name)))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static @Nullable Table table(@Nullable Table base, @Nullable Table left, @Nullable Table right) {
        if (base == null || left == null || right == null) {
            return one(base, left, right);
        }
        return new Table(
                base.name(),
                merged(base.columns(), left.columns(), right.columns(), Column::name),
                one(base.primaryKey(), left.primaryKey(), right.primaryKey()),
                merged(base.uniques(), left.uniques(), right.uniques(), Unique::name),
                merged(base.indexes(), left.indexes(), right.indexes(), Index::name),
                merged(base.checks(), left.checks(), right.checks(), Check::name),
                merged(base.foreignKeys(), left.foreignKeys(), right.foreignKeys(), ForeignKey::name),
                one(base.comment(), left.comment(), right.comment()));
    }

    private static <T> List<T> merged(List<T> base, List<T> left, List<T> right, Function<T, String> name) {
        Map<String, T> bases = byName(base, name);
        Map<String, T> merged = byName(left, name);
        Map<String, T> rights = byName(right, name);
        bases.forEach((key, before) -> {
            if (!rights.containsKey(key)) {
                merged.remove(key);
            }
        });
        rights.forEach((key, after) -> {
            if (!after.equals(bases.get(key))) {
                merged.put(key, after);
            }
        });
        return List.copyOf(merged.values());
    }

    /** Returns the side that is no longer as it was. */
    private static <T> @Nullable T one(@Nullable T base, @Nullable T left, @Nullable T right) {
        return Objects.equals(base, right) ? left : right;
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        Map<String, T> byName = new LinkedHashMap<>();
        all.forEach(each -> byName.put(name.apply(each), each));
        return byName;
    }
}
