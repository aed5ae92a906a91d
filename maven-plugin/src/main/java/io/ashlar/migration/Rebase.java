package io.ashlar.migration;

import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Moves one of two branches of migrations behind the other, where they commute: the snapshot becomes that of both, and
 * migrations that would be older than what they follow get new versions. Their SQL stays as it is.
 */
public final class Rebase {

    private final String module;
    private final MigrationFolder folder;
    private final Clock clock;

    /** Prepares. */
    public Rebase(String module, MigrationFolder folder, Clock clock) {
        this.module = module;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Moves the branch with a migration.
     *
     * @param migration a version, or a version and a name, of the branch that ran nowhere yet; empty to be told of both
     * @param counter asks the configured database whether what gets a new version ran there; null for none
     * @return what was done, for the user
     * @throws ProblemsFound if the branches conflict, or it is not told which one moves; nothing is changed then
     */
    public String run(String migration, @Nullable RowCounter counter) {
        Lineage lineage = folder.lineage();
        List<ChangeRecord> ends = lineage.ends();
        if (ends.size() < 2) {
            return "nothing to move: its migrations are one line";
        }
        ChangeRecord moved = moved(lineage, ends, migration);
        ChangeRecord stays = ends.stream()
                .filter(each -> !each.equals(moved))
                .reduce((one, other) -> other)
                .orElseThrow();
        Branches branches = Branches.of(lineage, stays, moved);
        List<Problem> problems = new ArrayList<>(BranchProblems.conflicts(module, folder, branches));
        problems.addAll(dialects(branches));
        Map<String, String> versions = versions(branches);
        ran(branches, versions, counter).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
        write(branches, versions, lineage.snapshot(stays));
        return "moved " + names(branches.right()) + " behind " + stays.title()
                + (versions.isEmpty()
                        ? ""
                        : ", with new versions: "
                                + versions.entrySet().stream()
                                        .map(each -> each.getKey() + " is " + each.getValue())
                                        .collect(Collectors.joining(", ")));
    }

    private ChangeRecord moved(Lineage lineage, List<ChangeRecord> ends, String migration) {
        List<ChangeRecord> found = migration.isEmpty()
                ? List.of()
                : ends.stream()
                        .filter(end -> ends.stream()
                                .filter(other -> !other.equals(end))
                                .allMatch(other -> Branches.of(lineage, other, end).right().stream()
                                        .anyMatch(each -> isNamed(each, migration))))
                        .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new ProblemsFound(new Problem(
                "branch-unnamed",
                (migration.isEmpty() ? "-Drebase does not say" : "'" + migration + "' does not tell")
                        + " which branch of the migrations of module " + module + " is moved behind the other",
                folder.changes().toString(),
                BranchProblems.choice(module, lineage, ends)));
    }

    private static boolean isNamed(ChangeRecord each, String migration) {
        String name = migration.replaceFirst("^V", "").replaceFirst("\\.sql$", "");
        return each.name().equals(name)
                || each.version().equals(name)
                || each.files().stream()
                        .anyMatch(file -> version(file).equals(name) || file.endsWith("/V" + name + ".sql"));
    }

    /** A dialect that only one branch has would lack what the other did. */
    private List<Problem> dialects(Branches branches) {
        List<Problem> problems = new ArrayList<>();
        for (Dialect dialect : Dialect.values()) {
            boolean all = Stream.concat(branches.left().stream(), branches.right().stream())
                    .filter(each -> !each.files().isEmpty())
                    .allMatch(each -> each.files().stream().anyMatch(file -> file.startsWith(dialect.id() + "/")));
            if (!all && !folder.migrations(dialect).isEmpty()) {
                problems.add(new Problem(
                        "branch-without-dialect",
                        "Only some of the migrations since the branches parted are written for " + dialect.id(),
                        folder.path(dialect).toString(),
                        "if they ran nowhere yet, delete that folder, move the branch, and run db-generate again, which"
                                + " writes the whole schema for it"));
            }
        }
        return problems;
    }

    /** Returns the new version of each that is older than what it will follow, by the old one; they keep their order. */
    private Map<String, String> versions(Branches branches) {
        Set<String> old = branches.right().stream()
                .flatMap(each -> each.files().stream())
                .map(Rebase::version)
                .sorted(Comparator.comparing(BigInteger::new))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        BigInteger last = branches.left().stream()
                .flatMap(each -> each.files().stream())
                .map(file -> new BigInteger(version(file)))
                .reduce(BigInteger.ZERO, BigInteger::max);
        if (old.stream().allMatch(each -> new BigInteger(each).compareTo(last) > 0)) {
            return Map.of();
        }
        Map<String, String> versions = new LinkedHashMap<>();
        String newest = last.toString();
        for (String each : old) {
            newest = MigrationVersion.next(clock, folder.migrations(), newest);
            versions.put(each, newest);
        }
        return versions;
    }

    private Optional<Problem> ran(Branches branches, Map<String, String> versions, @Nullable RowCounter counter) {
        if (versions.isEmpty() || counter == null) {
            return Optional.empty();
        }
        String list = versions.keySet().stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));
        String query = "select count(*) from #" + module.replace('-', '_') + "_schema_history# where #version# in ("
                + list + ")";
        long rows = counter.count(dialect -> query.replace("#", dialect == Dialect.MARIADB ? "`" : "\""))
                .orElse(0);
        return rows == 0
                ? Optional.empty()
                : Optional.of(new Problem(
                        "branch-ran",
                        "Migrations would get new versions that ran on the configured database: "
                                + names(branches.right()),
                        folder.changes().toString(),
                        "undo them there first: mvn modules:db-rollback -Dmodule=" + module + " -Dto="
                                + (branches.base().version().isEmpty()
                                        ? "0"
                                        : branches.base().version())
                                + "; or move the other branch"));
    }

    private void write(Branches branches, Map<String, String> versions, Snapshot stays) {
        Map<Path, String> texts = new LinkedHashMap<>();
        Map<Path, Path> moves = new LinkedHashMap<>();
        List<ChangeRecord> records = new ArrayList<>();
        List<Snapshot> merged = branches.rightAfterLeft();
        Snapshot before = stays;
        for (int i = 0; i < merged.size(); i++) {
            ChangeRecord old = branches.right().get(i);
            String version =
                    old.files().isEmpty() ? before.version() : versions.getOrDefault(old.version(), old.version());
            Snapshot after =
                    new Snapshot(merged.get(i).schema(), merged.get(i).retired(), version, before.hash(), "").hashed();
            List<String> files =
                    old.files().stream().map(file -> renumbered(file, versions)).toList();
            records.add(ChangeRecord.between(renumbered(old.name(), versions), before, after, old.renames(), files));
            old.files().forEach(file -> moves.putAll(folder.together(file, renumbered(file, versions))));
            before = after;
        }
        texts.put(folder.snapshotPath(), SnapshotFormat.write(before));
        records.forEach(each -> texts.put(folder.change(each.name()), ChangeFormat.write(each)));
        Set<Path> gone = branches.right().stream()
                .map(old -> folder.change(old.name()))
                .filter(path -> !texts.containsKey(path))
                .collect(Collectors.toSet());
        folder.write(texts, moves, gone);
    }

    private static String renumbered(String name, Map<String, String> versions) {
        String version = version(name);
        return name.replaceFirst("(^|/V)" + version + "__", "$1" + versions.getOrDefault(version, version) + "__");
    }

    /** The version in {@code h2/V1__name.sql} and {@code 1__name}. */
    private static String version(String name) {
        return name.replaceFirst("^.*/V", "").replaceFirst("__.*$", "");
    }

    private static String names(List<ChangeRecord> records) {
        return records.stream().map(ChangeRecord::title).collect(Collectors.joining(", "));
    }
}
