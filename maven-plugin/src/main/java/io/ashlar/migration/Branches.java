package io.ashlar.migration;

import io.ashlar.database.Dialect;
import io.ashlar.ddl.Ddl;
import io.ashlar.diff.BranchMerge;
import io.ashlar.diff.BranchStep;
import io.ashlar.diff.BranchStep.Conflict;
import io.ashlar.diff.Downs;
import io.ashlar.diff.Renames;
import io.ashlar.diff.SchemaChange;
import io.ashlar.diff.SchemaDiff;
import io.ashlar.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Two lines of migrations that part after one snapshot.
 *
 * @param base where they part
 * @param left the migrations of one, the oldest first
 * @param right those of the other
 */
record Branches(Lineage lineage, Snapshot base, List<ChangeRecord> left, List<ChangeRecord> right) {

    /** Returns the two lines behind two ends. */
    static Branches of(Lineage lineage, ChangeRecord leftEnd, ChangeRecord rightEnd) {
        List<ChangeRecord> left = lineage.line(leftEnd);
        List<ChangeRecord> right = lineage.line(rightEnd);
        int common = 0;
        while (common < Math.min(left.size(), right.size()) && left.get(common).equals(right.get(common))) {
            common++;
        }
        Snapshot base = common == 0 ? Snapshot.NONE : lineage.snapshot(left.get(common - 1));
        return new Branches(lineage, base, left.subList(common, left.size()), right.subList(common, right.size()));
    }

    /** Returns what keeps one from following the other; none where they commute. */
    List<Conflict> conflicts() {
        List<Conflict> conflicts = new ArrayList<>(BranchStep.conflicts(steps(left), steps(right)));
        if (conflicts.isEmpty()) {
            conflicts.addAll(new Replay().uneven());
        }
        return conflicts;
    }

    /** Returns what each migration of the right leads to when it runs after the left; versions and hashes are as before. */
    List<Snapshot> rightAfterLeft() {
        return new Replay().snapshots;
    }

    private List<BranchStep> steps(List<ChangeRecord> line) {
        return line.stream()
                .map(each -> new BranchStep(
                        each.title(),
                        SchemaDiff.between(
                                lineage.before(each).schema(),
                                lineage.snapshot(each).schema(),
                                each.renames())))
                .toList();
    }

    /** The migrations of the right, one by one, on what the left leads to. */
    private final class Replay {

        private final List<Snapshot> snapshots = new ArrayList<>();
        private final List<Conflict> uneven = new ArrayList<>();

        Replay() {
            Snapshot leftEnd = lineage.snapshot(left.get(left.size() - 1));
            Schema merged = leftEnd.schema();
            Set<String> retired = leftEnd.retired();
            for (ChangeRecord each : right) {
                Snapshot before = lineage.before(each);
                Snapshot after = lineage.snapshot(each);
                Schema next = BranchMerge.of(
                        renamedByLeft(each.renames().apply(before.schema())),
                        each.renames().apply(merged),
                        renamedByLeft(after.schema()));
                if (!sql(before.schema(), after.schema(), each.renames()).equals(sql(merged, next, each.renames()))) {
                    uneven.add(new Conflict(
                            left.get(left.size() - 1).title(),
                            each.title(),
                            "leads to tables in which " + each.title() + " would have to be written otherwise"));
                }
                retired = retired(before.retired(), retired, after.retired());
                snapshots.add(new Snapshot(next, retired, after.version(), after.parent(), after.hash()));
                merged = next;
            }
        }

        List<Conflict> uneven() {
            return uneven;
        }

        private Schema renamedByLeft(Schema schema) {
            Schema renamed = schema;
            for (ChangeRecord each : left) {
                renamed = each.renames().apply(renamed);
            }
            return renamed;
        }
    }

    private static Set<String> retired(Set<String> base, Set<String> left, Set<String> right) {
        Set<String> merged = new TreeSet<>(left);
        base.stream().filter(name -> !right.contains(name)).forEach(merged::remove);
        right.stream().filter(name -> !base.contains(name)).forEach(merged::add);
        return merged;
    }

    /** Up and down in all dialects, in whatever order: what a migration says must hold behind the other branch, too. */
    private static Set<String> sql(Schema before, Schema after, Renames renames) {
        List<SchemaChange> up = SchemaDiff.between(before, after, renames);
        List<SchemaChange> down = Downs.between(before, after, renames).changes();
        return Arrays.stream(Dialect.values())
                .flatMap(dialect -> List.of(up, down).stream()
                        .flatMap(changes ->
                                Arrays.stream(Ddl.of(dialect).script(changes).split(";\n", -1))))
                .map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
