package io.ashlar.registration;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name a user may have meant. */
final class Nearest {

    private Nearest() {}

    /** Returns the likeliest of {@code known} for a mistyped {@code name}; empty if none is near. */
    static Optional<String> to(String name, Collection<String> known) {
        int reach = Math.max(1, Math.min(3, name.length() / 2));
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= reach)
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
    }

    /** Counts the letters inserted, left out, replaced, or swapped with a neighbour. */
    private static int distance(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, left, right, i, j);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int step(int[][] cost, String left, String right, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
