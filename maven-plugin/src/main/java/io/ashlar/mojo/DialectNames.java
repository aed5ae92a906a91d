package io.ashlar.mojo;

import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code <dialects>} in the plugin's configuration. */
final class DialectNames {

    private DialectNames() {}

    /**
     * Returns the dialects, h2 and postgresql where none is configured.
     *
     * @throws ProblemsFound if one is unknown
     */
    static List<Dialect> of(@Nullable List<String> dialects) {
        return dialects == null || dialects.isEmpty()
                ? List.of(Dialect.H2, Dialect.POSTGRESQL)
                : dialects.stream().map(DialectNames::dialect).distinct().toList();
    }

    private static Dialect dialect(@Nullable String id) {
        return Dialect.byId(String.valueOf(id).strip())
                .orElseThrow(() -> new ProblemsFound(new Problem(
                        "unknown-dialect",
                        "There is no dialect '" + id + "'. Known: "
                                + String.join(
                                        ", ",
                                        Arrays.stream(Dialect.values())
                                                .map(Dialect::id)
                                                .toList()),
                        "<dialects> of modules-maven-plugin",
                        "use <dialect>h2</dialect>, <dialect>postgresql</dialect> or <dialect>mariadb</dialect>")));
    }
}
