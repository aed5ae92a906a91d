package io.ashlar.pull;

import java.util.List;
import java.util.Set;

/**
 * What to pull.
 *
 * @param packageName of the models
 * @param tables their names, in any case; empty for all that are nobody's
 * @param taken names of tables that modules have already
 */
public record PullRequest(String packageName, List<String> tables, Set<String> taken) {

    /** Copies. */
    public PullRequest {
        tables = List.copyOf(tables);
        taken = Set.copyOf(taken);
    }
}
