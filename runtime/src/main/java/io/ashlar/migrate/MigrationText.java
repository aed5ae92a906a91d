package io.ashlar.migrate;

import io.ashlar.database.Dialect;
import io.ashlar.problem.ProblemsFound;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A migration's file, split into statements as the run would do, without a database.
 *
 * @param version as in its name
 * @param file where it lies
 * @param sql all of its text
 * @param oneTransaction what the {@code .conf} beside it says about {@code executeInTransaction}; null where it says nothing
 */
public record MigrationText(
        long version,
        String name,
        Path file,
        String sql,
        @Nullable Boolean oneTransaction,
        List<Statement> statements) {

    private static final String SETTING = "executeInTransaction=";

    /**
     * One statement.
     *
     * @param line where it begins, from 1
     * @param sql without the comments before it and what ends it
     * @param transactional whether it can run in a transaction
     */
    public record Statement(int line, String sql, boolean transactional) {}

    /** Copies the list. */
    public MigrationText {
        statements = List.copyOf(statements);
    }

    /**
     * Reads the migrations of a module, the oldest first.
     *
     * @param names whether a file of this name is wanted; the others are not split
     * @throws ProblemsFound if the folder is missing, or a file cannot be read or split
     */
    public static List<MigrationText> read(ModuleMigrations module, Dialect dialect, Predicate<String> names) {
        return MigrationFolders.read(List.of(module), dialect).getOrDefault(module.module(), List.of()).stream()
                .filter(file -> names.test(file.name()))
                .map(file -> of(dialect, file))
                .toList();
    }

    /**
     * Splits a text that may not be in its file yet; its version is 0.
     *
     * @param settings the text of the {@code .conf} beside it; null for none
     */
    public static MigrationText of(Dialect dialect, Path file, String sql, @Nullable String settings) {
        var name = String.valueOf(file.getFileName());
        return of(dialect, new MigrationFile(file, 0, new Migration("0", name, name), sql, DataSteps.NONE, settings));
    }

    private static MigrationText of(Dialect dialect, MigrationFile file) {
        return new MigrationText(
                file.version(),
                file.name(),
                file.path(),
                file.sql(),
                setting(file.settings()),
                Script.of(dialect, file).steps().stream()
                        .map(step -> new Statement(step.line(), step.sql(), step.isTransactional()))
                        .toList());
    }

    private static @Nullable Boolean setting(@Nullable String settings) {
        return settings == null
                ? null
                : settings.lines()
                        .map(line -> line.replace(" ", ""))
                        .filter(line -> line.startsWith(SETTING))
                        .map(line -> Boolean.valueOf(line.substring(SETTING.length())))
                        .findFirst()
                        .orElse(null);
    }
}
