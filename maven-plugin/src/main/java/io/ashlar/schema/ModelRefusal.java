package io.ashlar.schema;

import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.exceptions.EclipseLinkException;

/** What EclipseLink says of models it cannot map, in words that end in a remedy. */
final class ModelRefusal {

    private static final Map<Integer, String> MENDS = Map.of(
            7250,
            "name the target in models of @Module; a model of another module is held by its id, not by a relation",
            7332,
            "use the ids' own types in the @IdClass, not the entities",
            7351,
            "mark the converter class with @Converter",
            7220,
            "give one @JoinColumn for each column of the target's composite id");

    private ModelRefusal() {}

    /** Returns the problem behind a failure; what is no refusal of a model stays as it is, as do explained problems. */
    static RuntimeException explain(RuntimeException failure, String module) {
        EclipseLinkException refusal = null; // the innermost speaks of the model, the others of the attempt
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemsFound found) {
                return found;
            }
            if (cause instanceof ClassCastException) {
                return problem(
                        "a field or getter is annotated in a way that cannot be read: " + cause.getMessage(),
                        module,
                        "look for @Access on a single field, or annotations on both fields and getters",
                        failure);
            }
            refusal = cause instanceof EclipseLinkException inner ? inner : refusal;
        }
        if (refusal != null) {
            String mend = MENDS.getOrDefault(refusal.getErrorCode(), "correct the mapping this speaks of");
            return problem(firstLine(refusal), module, mend, failure);
        }
        return failure;
    }

    private static ProblemsFound problem(String what, String module, String mend, RuntimeException cause) {
        return new ProblemsFound(
                List.of(new Problem(
                        "model-cannot-be-mapped", "The models cannot be mapped: " + what, "module " + module, mend)),
                cause);
    }

    /** EclipseLink frames its sentence with its version, a number and the stack. */
    private static String firstLine(EclipseLinkException refusal) {
        String message = String.valueOf(refusal.getMessage());
        return message.lines()
                .filter(line -> line.startsWith("Exception Description:"))
                .map(line -> line.substring("Exception Description:".length()).strip())
                .findFirst()
                .orElse(message.strip());
    }
}
