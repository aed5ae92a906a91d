package io.ashlar.weaving;

import io.ashlar.config.ModuleManifest;
import io.ashlar.problem.Problem;
import java.util.Optional;

/** What a module may be called. */
public final class ModuleName {

    private ModuleName() {}

    /** Returns what is wrong with {@code name}, the name in {@code @Module} of the class {@code service}. */
    public static Optional<Problem> check(String name, String service) {
        if (name.isBlank()) {
            return Optional.of(new Problem(
                    "empty-module-name",
                    "The module of " + service + " has no name",
                    "@Module of " + service,
                    "name it: @Module(name = \"blog\")"));
        }
        if (!ModuleManifest.isName(name)) {
            return Optional.of(new Problem(
                    "invalid-module-name",
                    "A module cannot be called '" + name + "'",
                    "@Module of " + service,
                    "use lower-case letters, digits and single hyphens, starting with a letter, as in order-history"));
        }
        return Optional.empty();
    }
}
