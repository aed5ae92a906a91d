package io.ashlar.migrate;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.List;

/** What a file may say of steps on rows, and what would be passed over in silence. */
final class DataStepFile {

    private static final String UNFILLED = "-- ashlar:unfilled";
    private static final String BATCH = "-- ashlar:batch";

    private DataStepFile() {}

    /**
     * Adds the class that a file names.
     *
     * @throws ProblemsFound if there are statements beside it
     */
    static void addJava(MigrationFile file, List<Step> steps) {
        Step.java(file).ifPresent(java -> {
            if (!steps.isEmpty()) {
                throw new ProblemsFound(new Problem(
                        "data-step-mixed",
                        "'" + file.name() + "' names a class to run, and has statements too",
                        file.path() + ":" + java.line(),
                        "give the class a file of its own, with a version before or after"));
            }
            steps.add(java);
        });
    }

    /**
     * Checks that each line about batches belongs to a step.
     *
     * @throws ProblemsFound if one does not
     */
    static void check(MigrationFile file, List<Step> steps) {
        var batches = steps.stream().filter(step -> step.batch().isPresent()).count();
        if (lines(file).stream().filter(line -> line.startsWith(BATCH)).count() != batches) {
            throw new ProblemsFound(new Problem(
                    "batch-unreadable",
                    "'" + file.name() + "' has a line '" + BATCH + "' with no statement right below it",
                    file.path().toString(),
                    "put it right above the statement that it is for"));
        }
    }

    /** Returns why a file cannot run: it is still to be written by its author, or the class that it names is not there. */
    static List<Problem> problems(String module, MigrationFile file) {
        var line = lines(file).indexOf(UNFILLED) + 1;
        if (line > 0) {
            return List.of(new Problem(
                    "data-step-unfilled",
                    "'" + file.name() + "' of module '" + module + "' is still to be filled in",
                    file.path() + ":" + line,
                    "write what computes the new values, as its comments say, and delete this line; in the folder of each"
                            + " dialect"));
        }
        var java = Step.java(file);
        try {
            if (java.isPresent()) {
                file.classes().find(java.get().type().orElseThrow());
            }
            return List.of();
        } catch (ReflectiveOperationException | LinkageError e) {
            return List.of(new Problem(
                    "data-step-missing",
                    "'" + file.name() + "' of module '" + module + "' names a class that cannot be used: " + e,
                    file.path() + ":" + java.get().line(),
                    "name a public class of the module that implements " + DataStep.class.getName()
                            + " and has a constructor without parameters; it stays as long as the migration does"));
        }
    }

    private static List<String> lines(MigrationFile file) {
        return file.sql().lines().map(String::strip).toList();
    }
}
