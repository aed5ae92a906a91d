package io.ashlar.migration;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All records of a module's changes, and which follows which. One line has one end; each branch has one more. */
final class Lineage {

    private final Path folder;
    private final Map<String, ChangeRecord> byHash = new LinkedHashMap<>();
    private final Map<String, Snapshot> snapshots = new HashMap<>();

    /**
     * Takes the records.
     *
     * @param folder for messages
     * @throws ProblemsFound if two are the same change at the same time, so that nothing tells which follows which
     */
    Lineage(Path folder, Collection<ChangeRecord> records) {
        this.folder = folder;
        for (ChangeRecord each : records) {
            ChangeRecord twin = byHash.put(each.hash(), each);
            if (twin != null) {
                throw new ProblemsFound(new Problem(
                        "branches-conflict",
                        twin.title() + " and " + each.title() + " are the same change, made at the same time",
                        folder.toString(),
                        "delete one of them that ran nowhere yet, with its migrations"));
            }
        }
    }

    /** Returns whether nothing was recorded, as before records were kept. */
    boolean isEmpty() {
        return byHash.isEmpty();
    }

    /** Returns those that nothing follows, the oldest first. */
    List<ChangeRecord> ends() {
        Set<String> parents = byHash.values().stream().map(ChangeRecord::parent).collect(Collectors.toSet());
        return byHash.values().stream()
                .filter(each -> !parents.contains(each.hash()))
                .sorted(Comparator.comparing((ChangeRecord each) -> new BigInteger(each.version()))
                        .thenComparing(ChangeRecord::name))
                .toList();
    }

    /** Returns the record of a snapshot. */
    Optional<ChangeRecord> of(String hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    /** Returns the record and all before it, the oldest first. */
    List<ChangeRecord> line(ChangeRecord end) {
        List<ChangeRecord> line = new ArrayList<>();
        @Nullable ChangeRecord each = end;
        while (each != null) {
            line.add(0, each);
            each = each.start() ? null : byHash.get(each.parent());
        }
        return line;
    }

    /**
     * Returns the snapshot that a record leads to.
     *
     * @throws ProblemsFound if a record before it is missing or was edited
     */
    Snapshot snapshot(ChangeRecord record) {
        for (ChangeRecord each : line(record)) {
            if (!snapshots.containsKey(each.hash())) {
                snapshots.put(each.hash(), checked(each, before(each)));
            }
        }
        return snapshot(record.hash());
    }

    /** Returns the snapshot that a record starts from. */
    Snapshot before(ChangeRecord record) {
        if (record.start() || record.parent().isEmpty()) {
            return Snapshot.NONE;
        }
        if (!byHash.containsKey(record.parent())) {
            throw new ProblemsFound(new Problem(
                    "change-missing",
                    "What " + record.title() + " follows is not recorded",
                    folder.resolve(record.name() + ".json").toString(),
                    "restore the missing file of this folder from version control"));
        }
        return snapshot(record.parent());
    }

    private Snapshot snapshot(String hash) {
        Snapshot known = snapshots.get(hash);
        return known != null ? known : snapshot(Objects.requireNonNull(byHash.get(hash)));
    }

    private Snapshot checked(ChangeRecord record, Snapshot before) {
        Snapshot after = record.after(before);
        if (!after.hash().equals(record.hash())) {
            throw new ProblemsFound(new Problem(
                    "change-edited",
                    "The record of " + record.title() + " is not as db-generate wrote it",
                    folder.resolve(record.name() + ".json").toString(),
                    "restore it from version control"));
        }
        return after;
    }
}
