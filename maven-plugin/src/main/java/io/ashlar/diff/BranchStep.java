package io.ashlar.diff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One migration of a branch.
 *
 * @param name for messages
 */
public record BranchStep(String name, List<SchemaChange> changes) {

    /** Copies the list. */
    public BranchStep {
        changes = List.copyOf(changes);
    }

    /**
     * Two migrations of two branches that get into each other's way.
     *
     * @param one the name of one
     * @param other the name of the other
     * @param what each of them does, in words
     */
    public record Conflict(String one, String other, String what) {}

    /** Returns what keeps two branches from following each other in any order; none where they commute. */
    public static List<Conflict> conflicts(List<BranchStep> left, List<BranchStep> right) {
        Set<Conflict> conflicts = new LinkedHashSet<>();
        for (BranchStep one : left) {
            for (BranchStep other : right) {
                one.collisions(other).forEach(what -> conflicts.add(new Conflict(one.name(), other.name(), what)));
            }
        }
        return List.copyOf(conflicts);
    }

    private Set<String> collisions(BranchStep other) {
        List<Touch> theirs = other.changes.stream()
                .flatMap(change -> Touches.of(change).stream())
                .toList();
        Set<String> objects = new LinkedHashSet<>();
        List<String> whats = new ArrayList<>();
        for (SchemaChange change : changes) {
            for (Touch mine : Touches.of(change)) {
                theirs.stream().filter(mine::collidesWith).findFirst().ifPresent(its -> {
                    if (objects.add(mine.part().isEmpty() ? its.object() : mine.object())) {
                        whats.add(mine + ", and " + other.name + " " + its);
                    }
                });
            }
        }
        return new LinkedHashSet<>(whats);
    }
}
