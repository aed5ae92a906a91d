package io.ashlar.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All problems of one step at once, so that the user mends them in one round. Shown without a stack trace. */
public final class ProblemsFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Reports {@code problems}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public ProblemsFound(List<Problem> problems) {
        this(problems, null);
    }

    /** Reports {@code problems}, keeping their technical cause. */
    public ProblemsFound(List<Problem> problems, @Nullable Throwable cause) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), cause);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("no problems");
        }
        this.problems = List.copyOf(problems);
    }

    /** Reports one problem. */
    public ProblemsFound(Problem problem) {
        this(List.of(problem), null);
    }

    /** Returns what was found, in the order found; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
