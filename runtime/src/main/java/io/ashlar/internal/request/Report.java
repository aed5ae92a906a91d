package io.ashlar.internal.request;

import io.ashlar.problem.Nearest;
import io.ashlar.problem.Problem;
import io.ashlar.query.InvalidQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects what is wrong with one request, up to a number that nobody would read. */
final class Report {

    private static final int MOST = 20;

    private final List<Problem> problems = new ArrayList<>();

    /** Notes a problem; throws all if it is the last that is taken. */
    void add(String tag, String what, Place where, String mend) {
        problems.add(new Problem(tag, what, where.path(), mend));
        if (problems.size() == MOST) {
            orThrow();
        }
    }

    /** Notes a name that does not exist; the mend is one of {@code known}. */
    void unknown(String tag, String what, String name, Collection<String> known, Place where) {
        // a longer name is no slip of the finger, and looking for its likes would take long
        String question = name.length() > 100 ? "" : Nearest.question(name, known);
        add(
                tag,
                what + "." + question,
                where,
                known.isEmpty() ? "leave it out" : "write one of: " + String.join(", ", known));
    }

    /**
     * Ends the request if something was noted.
     *
     * @throws InvalidQuery with all of it
     */
    void orThrow() {
        if (!problems.isEmpty()) {
            throw new InvalidQuery(problems);
        }
    }
}
