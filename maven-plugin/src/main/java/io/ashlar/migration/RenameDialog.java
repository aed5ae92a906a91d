package io.ashlar.migration;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Asks a person about each change that may be a rename. A "no" is no consent to a loss: that is still asked for by name. */
public final class RenameDialog {

    private static final int PATIENCE = 5;

    private final UnaryOperator<String> terminal;

    /**
     * Prepares.
     *
     * @param terminal returns the line that a person types to a question; an empty one at its end
     */
    public RenameDialog(UnaryOperator<String> terminal) {
        this.terminal = terminal;
    }

    /**
     * Returns {@code options} with what was answered.
     *
     * @throws ProblemsFound if the answer was to abort, or there was none
     */
    public GenerateOptions settle(MigrationGenerator generator, GenerateOptions options, @Nullable RowCounter counter) {
        Set<String> denied = new HashSet<>();
        GenerateOptions settled = options;
        while (true) {
            // again after each answer: a table that keeps its rows under another name shows its columns
            Optional<RenameQuestion> open = generator.questions(settled, counter).stream()
                    .filter(question -> !denied.contains(pair(question)))
                    .findFirst();
            if (open.isEmpty()) {
                return settled;
            }
            if (isYes(open.get())) {
                settled = settled.withRename(open.get().before(), open.get().after());
            } else {
                denied.add(pair(open.get()));
            }
        }
    }

    private static String pair(RenameQuestion question) {
        return question.before() + ":" + question.after();
    }

    private boolean isYes(RenameQuestion question) {
        for (int i = 0; i < PATIENCE; i++) {
            switch (terminal.apply(question.text()).strip().toLowerCase(Locale.ROOT)) {
                case "y", "yes" -> {
                    return true;
                }
                case "n", "no" -> {
                    return false;
                }
                case "a", "abort" -> throw aborted(question);
                default -> {
                    // asked again
                }
            }
        }
        throw aborted(question);
    }

    private static ProblemsFound aborted(RenameQuestion question) {
        return new ProblemsFound(new Problem(
                "rename-not-settled",
                "Whether " + question.after() + " is the former " + question.before() + " was left open; nothing was"
                        + " written",
                "the answer at the terminal",
                "run the same command again, or say it: -Drename=" + question.before() + ":" + question.after()
                        + ", or -DallowDestructive=" + question.before()));
    }
}
