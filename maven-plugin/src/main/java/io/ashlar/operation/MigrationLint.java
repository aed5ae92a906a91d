package io.ashlar.operation;

import io.ashlar.database.Dialect;
import io.ashlar.lint.Lint;
import io.ashlar.migrate.MigrationText;
import io.ashlar.migrate.ModuleMigrations;
import io.ashlar.migration.MigrationFolder;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a module's files of migrations may do, those by hand too. */
public final class MigrationLint {

    private MigrationLint() {}

    /**
     * Reads the files of all {@code dialects} after a version.
     *
     * @param resources the module's {@code src/main/resources}
     * @param after the last version that is taken as it is; {@code 0} for none
     * @throws ProblemsFound if a file cannot be read, or {@code after} is no version
     */
    public static List<Lint> of(String module, Path resources, List<Dialect> dialects, String after) {
        if (!after.matches("\\d{1,18}")) {
            throw new ProblemsFound(new Problem(
                    "lint-after-unreadable",
                    "'" + after + "' is no version of a migration",
                    "-DlintAfter",
                    "give the number of the last migration that is taken as it is, such as 20260131120000"));
        }
        List<Lint> lints = new ArrayList<>();
        for (Dialect dialect : dialects) {
            Path folder = MigrationFolder.of(resources, module).path(dialect);
            if (Files.isDirectory(folder)) {
                MigrationText.read(new ModuleMigrations(module, folder), dialect, name -> true).stream()
                        .filter(text -> text.version() > Long.parseLong(after))
                        .forEach(text -> lints.add(Lint.of(dialect, text)));
            }
        }
        return lints;
    }
}
