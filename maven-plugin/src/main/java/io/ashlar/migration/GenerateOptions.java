package io.ashlar.migration;

import io.ashlar.diff.Consent;
import io.ashlar.diff.DeclaredRenames.Rename;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user says about the next migration.
 *
 * @param name of the migration; null to derive it from the changes
 * @param renames as typed
 * @param consent to what is lost
 * @param dropLater tables and columns that stay until consent
 * @param online whether readers and writers go on while it runs, where the database can do that
 * @param dataStep whether values are computed in between, and how
 */
public record GenerateOptions(
        @Nullable String name,
        List<Rename> renames,
        Consent consent,
        Set<String> dropLater,
        boolean online,
        Optional<DataStepChoice> dataStep) {

    /** Nothing said. */
    public static final GenerateOptions NONE =
            new GenerateOptions(null, List.of(), Consent.NONE, Set.of(), true, Optional.empty());

    /** Copies the collections. */
    public GenerateOptions {
        renames = List.copyOf(renames);
        dropLater = Set.copyOf(dropLater);
    }

    /**
     * Reads what was typed; null where nothing was.
     *
     * @param rename such as {@code post:article,article.body:article.text}
     * @param allowDestructive such as {@code post.body,comment}
     * @param dropLater likewise
     * @throws ProblemsFound if a rename has no two sides
     */
    public static GenerateOptions parse(
            @Nullable String name,
            @Nullable String rename,
            @Nullable String allowDestructive,
            @Nullable String dropLater) {
        List<Problem> problems = new ArrayList<>();
        List<Rename> renames = new ArrayList<>();
        for (String each : split(rename)) {
            String[] sides = each.split(":", -1);
            boolean fits = sides.length == 2
                    && !sides[0].isBlank()
                    && !sides[1].isBlank()
                    && sides[0].contains(".") == sides[1].contains(".");
            if (fits) {
                renames.add(new Rename(sides[0].strip(), sides[1].strip()));
            } else {
                problems.add(new Problem(
                        "rename-unreadable",
                        "'" + each + "' does not say what is renamed to what",
                        "-Drename",
                        "write -Drename=post.body:post.subtitle for a column, -Drename=post:article for a table, with"
                                + " commas between several"));
            }
        }
        if (split(allowDestructive).contains("*")) {
            problems.add(new Problem(
                    "consent-to-everything",
                    "'*' is no consent: it would agree to losses nobody has seen",
                    "-DallowDestructive",
                    "name the tables and columns, as db-generate lists them"));
        }
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
        return new GenerateOptions(
                name, renames, new Consent(split(allowDestructive)), split(dropLater), true, Optional.empty());
    }

    /** The same, with readers and writers going on or not. */
    public GenerateOptions withOnline(boolean goOn) {
        return new GenerateOptions(name, renames, consent, dropLater, goOn, dataStep);
    }

    /** Returns the same with one more rename. */
    GenerateOptions withRename(String before, String after) {
        List<Rename> more = new ArrayList<>(renames);
        more.add(new Rename(before, after));
        return new GenerateOptions(name, more, consent, dropLater, online, dataStep);
    }

    /**
     * Returns the same with a data step.
     *
     * @param typed as {@link DataStepChoice#parse} reads it
     * @throws ProblemsFound if that cannot be read
     */
    public GenerateOptions withDataStep(@Nullable String typed) {
        return new GenerateOptions(name, renames, consent, dropLater, online, DataStepChoice.parse(typed));
    }

    private static Set<String> split(@Nullable String list) {
        Set<String> parts = new LinkedHashSet<>();
        if (list != null) {
            Arrays.stream(list.split(",", -1))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .forEach(parts::add);
        }
        return parts;
    }
}
