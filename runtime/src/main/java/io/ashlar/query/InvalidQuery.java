package io.ashlar.query;

import io.ashlar.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A filter or find that was given as a map or JSON does not fit the model. Nothing was sent to the database. Says all that
 * is wrong at once; for a web service, that is a bad request.
 */
public final class InvalidQuery extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Reports {@code problems}, one or more. */
    public InvalidQuery(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Returns what is wrong, each with its place in the filter or find; values of sensitive attributes are left out. */
    public List<Problem> problems() {
        return problems;
    }
}
