package io.ashlar.operation;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.operation.Drift.Difference;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells whose change a difference is: the migrations', which then lead elsewhere than the models want, or somebody's by
 * hand. Where the migrations can be run on a database of their own that is certain; else those written by hand are searched.
 */
final class Blame {

    private static final String GENERATED = "-- Written by modules:db-generate.";

    private final ModuleTables module;
    private final DatabaseSettings database;
    private final @Nullable Set<String> made;

    private Blame(ModuleTables module, DatabaseSettings database, @Nullable Set<String> made) {
        this.module = module;
        this.database = database;
        this.made = made;
    }

    /** Runs the module's migrations where they may run; what goes wrong with them there is no concern of a drift. */
    static Blame of(ModuleTables module, Dialect dialect, DatabaseSettings database, Catalog wanted) {
        if (dialect != Dialect.H2 && !module.replay()) {
            return new Blame(module, database, null);
        }
        Schema schema = module.schema();
        try {
            Catalog migrated = new Sandbox(module.migrations(), schema, dialect, database).migrated();
            return new Blame(
                    module,
                    database,
                    Drift.between(schema, wanted, migrated).stream()
                            .map(Difference::text)
                            .collect(Collectors.toSet()));
        } catch (SQLException | ProblemsFound e) {
            return new Blame(module, database, null);
        }
    }

    Problem problem(Difference difference) {
        String name = module.migrations().module();
        List<String> files = written(difference);
        if (made == null ? !files.isEmpty() : made.contains(difference.text())) {
            String who = files.isEmpty() ? "its migrations" : String.join(", ", files) + ", written by hand,";
            return new Problem(
                    "drift",
                    "The migrations of module " + name + " lead elsewhere than its models: " + difference.text(),
                    database.safeUrl(),
                    "see what " + who + " did there, and take it into the models, or add a migration that undoes it");
        }
        return new Problem(
                "drift",
                "The database is not what the migrations of module " + name + " made it: " + difference.text(),
                database.safeUrl(),
                "no migration did that, so somebody changed the table by hand: undo it there; or take it into the models,"
                        + " run db-generate, and db-baseline or a migration that tolerates it");
    }

    /** Returns the migrations by hand that name both the table and its part. */
    private List<String> written(Difference difference) {
        Path folder = module.migrations().folder();
        List<String> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (var files = Files.newDirectoryStream(folder, "V*.sql")) {
            for (Path file : files) {
                String sql = Files.readString(file);
                if (!sql.contains(GENERATED) && names(sql, difference.table()) && names(sql, difference.part())) {
                    found.add(file.getFileName().toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
        return found.stream().sorted().toList();
    }

    private static boolean names(String sql, String name) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])", Pattern.CASE_INSENSITIVE)
                .matcher(sql)
                .find();
    }
}
