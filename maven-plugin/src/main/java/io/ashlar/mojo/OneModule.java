package io.ashlar.mojo;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.List;

/** The one module that a goal is for which changes a single history. */
record OneModule(String name) {

    /**
     * Returns the module that was named.
     *
     * @throws ProblemsFound if none was, or several
     */
    static OneModule of(String goal, List<String> names) {
        if (names.size() != 1) {
            throw new ProblemsFound(new Problem(
                    "one-module",
                    goal + " works on one module at a time, and " + (names.isEmpty() ? "none" : names.size())
                            + (names.isEmpty() ? " was named" : " were named"),
                    "command line",
                    "name it: mvn modules:" + goal + " -Dmodule=blog"));
        }
        return new OneModule(names.get(0));
    }
}
