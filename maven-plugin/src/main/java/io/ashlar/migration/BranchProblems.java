package io.ashlar.migration;

import io.ashlar.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of branches of migrations. */
final class BranchProblems {

    private BranchProblems() {}

    /** Returns that there are branches, or what keeps them from following each other. */
    static List<Problem> of(String module, MigrationFolder folder, Lineage lineage) {
        List<ChangeRecord> ends = lineage.ends();
        Branches branches = Branches.of(lineage, ends.get(0), ends.get(1));
        List<Problem> conflicts = conflicts(module, folder, branches);
        if (!conflicts.isEmpty()) {
            return conflicts;
        }
        String parent = branches.base().version();
        return List.of(new Problem(
                "branches",
                "Two branches of the migrations of module " + module + " start from "
                        + (parent.isEmpty() ? "nothing" : parent) + ": " + names(branches.left()) + " and "
                        + names(branches.right()) + "; nothing in them conflicts",
                folder.changes().toString(),
                choice(module, lineage, ends)));
    }

    /** Returns what keeps two branches from following each other; none where they commute. */
    static List<Problem> conflicts(String module, MigrationFolder folder, Branches branches) {
        return branches.conflicts().stream()
                .map(conflict -> new Problem(
                        "branches-conflict",
                        "Two branches of the migrations of module " + module + " conflict: " + conflict.one() + " "
                                + conflict.what(),
                        folder.changes().toString(),
                        "see that the models say what is to be; then delete schema.json and of one branch, which ran"
                                + " nowhere yet, " + deletions(branches.left()) + " or " + deletions(branches.right())
                                + "; and run 'mvn modules:db-generate -Dmodule=" + module
                                + "' again, which writes what is missing"))
                .toList();
    }

    /** Returns how to say which branch moves. */
    static String choice(String module, Lineage lineage, List<ChangeRecord> ends) {
        return "move the one that ran on no shared database behind the other: "
                + ends.stream()
                        .map(end -> "'mvn modules:db-generate -Dmodule=" + module + " -Drebase="
                                + named(lineage, ends, end) + "'")
                        .collect(Collectors.joining(" or "));
    }

    /** By its version, unless both branches have it. */
    private static String named(Lineage lineage, List<ChangeRecord> ends, ChangeRecord end) {
        boolean shared = ends.stream()
                .filter(other -> !other.equals(end))
                .flatMap(other -> lineage.line(other).stream())
                .anyMatch(other -> other.version().equals(end.version()));
        return shared ? end.name() : end.version();
    }

    private static String deletions(List<ChangeRecord> branch) {
        return branch.stream()
                .map(each -> "changes/" + each.name() + ".json"
                        + each.files().stream().map(file -> ", " + file).collect(Collectors.joining())
                        + (each.files().isEmpty() ? "" : " with the U files beside them"))
                .collect(Collectors.joining(", "));
    }

    private static String names(List<ChangeRecord> records) {
        return records.stream().map(ChangeRecord::title).collect(Collectors.joining(", "));
    }
}
