package io.ashlar.diff;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What can go wrong when changes run on tables that hold rows.
 *
 * @param problems what cannot run at all
 * @param losses what runs, and takes values along
 * @param preflights what runs only if the rows are fit for it
 */
public record Risks(List<Problem> problems, List<Loss> losses, List<Preflight> preflights) {

    /** Copies the lists. */
    public Risks {
        problems = List.copyOf(problems);
        losses = List.copyOf(losses);
        preflights = List.copyOf(preflights);
    }

    /** Returns these and those of a later step. */
    public Risks and(Risks later) {
        return new Risks(
                joined(problems, later.problems), joined(losses, later.losses), joined(preflights, later.preflights));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /**
     * Passes where everything can run, and someone agreed to all that is lost.
     *
     * @param rows tells how much a loss takes, where a database can be asked
     * @throws ProblemsFound with all problems, and a problem for each loss without consent
     */
    public void orThrow(Consent consent, Function<Loss, OptionalLong> rows) {
        List<Problem> all = new ArrayList<>(problems);
        losses.stream().filter(loss -> !consent.covers(loss)).forEach(loss -> all.add(loss.problem(rows.apply(loss))));
        if (!all.isEmpty()) {
            throw new ProblemsFound(all);
        }
    }
}
