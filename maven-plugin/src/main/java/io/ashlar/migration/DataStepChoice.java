package io.ashlar.migration;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a user computes new values from old ones, between what makes room and what demands and drops.
 *
 * @param type the class that does it; empty for SQL
 */
public record DataStepChoice(Optional<String> type) {

    /**
     * Reads what was typed.
     *
     * @param typed {@code true}, or the name of a class; null, empty or {@code false} for no data step
     * @throws ProblemsFound if it is neither
     */
    public static Optional<DataStepChoice> parse(@Nullable String typed) {
        String step = typed == null ? "" : typed.strip();
        if (step.isEmpty() || step.equals("false")) {
            return Optional.empty();
        }
        if (step.equals("true")) {
            return Optional.of(new DataStepChoice(Optional.empty()));
        }
        if (!step.matches("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)+")) {
            throw new ProblemsFound(
                    new Problem(
                            "data-step-unreadable",
                            "'" + step + "' is no name of a class with its package",
                            "-DdataStep",
                            "write -DdataStep for a file to fill with SQL, or -DdataStep=com.acme.blog.SplitNames for a class"));
        }
        return Optional.of(new DataStepChoice(Optional.of(step)));
    }
}
