package io.ashlar.operation;

import io.ashlar.database.Database;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.migrate.Migrator;
import io.ashlar.migrate.ModuleMigrations;
import io.ashlar.migration.SquashPlan;
import io.ashlar.operation.Catalog.CatalogTable;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Runs the many migrations in one empty place and the one made from them in another, and compares what is there then. */
public final class SquashProof {

    private final String module;
    private final List<String> proven = new ArrayList<>();
    private final List<String> unproven = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private SquashProof(String module) {
        this.module = module;
    }

    /**
     * Proves each dialect: H2 in memory, the one of {@code database} on its server, if it answers and lets us.
     *
     * @throws ProblemsFound if the one leads to something else than the many
     */
    public static SquashProof of(String module, SquashPlan plan, DatabaseSettings database) {
        SquashProof proof = new SquashProof(module);
        plan.made().forEach((dialect, made) -> proof.prove(dialect, made, database));
        if (!proof.problems.isEmpty()) {
            throw new ProblemsFound(proof.problems);
        }
        return proof;
    }

    /** Returns the dialects that both ways were run for. */
    public List<String> proven() {
        return List.copyOf(proven);
    }

    /** Returns the others, and why they were not. */
    public List<String> unproven() {
        return List.copyOf(unproven);
    }

    private void prove(Dialect dialect, SquashPlan.Made made, DatabaseSettings database) {
        if (dialect != Dialect.H2 && Database.dialect(database) != dialect) {
            unproven.add(dialect.id() + ": no such database is configured");
            return;
        }
        Optional<Scratch> first = Optional.empty();
        Optional<Scratch> second = Optional.empty();
        try {
            first = scratch(dialect, database);
            second = scratch(dialect, database);
            if (first.isPresent() && second.isPresent()) {
                compare(dialect, made, first.get(), second.get());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A database for trying broke off", e);
        } finally {
            first.ifPresent(SquashProof::close);
            second.ifPresent(SquashProof::close);
        }
    }

    private Optional<Scratch> scratch(Dialect dialect, DatabaseSettings database) {
        try {
            return Optional.of(dialect == Dialect.H2 ? Scratch.inMemory() : Scratch.on(database));
        } catch (SQLException | ProblemsFound e) {
            String why =
                    e instanceof ProblemsFound found ? found.problems().get(0).what() : e.getMessage();
            String line = dialect.id() + ": no place to try it in " + database.safeUrl() + ": " + why;
            if (!unproven.contains(line)) {
                unproven.add(line);
            }
            return Optional.empty();
        }
    }

    private void compare(Dialect dialect, SquashPlan.Made made, Scratch many, Scratch one) throws SQLException {
        Path folder = temporary();
        try {
            migrate(folder.resolve("many"), made.from(), many);
            Path file = folder.resolve("one").resolve(made.file().getFileName().toString());
            write(file, made.text());
            migrate(folder.resolve("one"), List.of(), one);
        } finally {
            delete(folder);
        }
        Set<String> differences;
        try (var left = many.database().dataSource().getConnection();
                var right = one.database().dataSource().getConnection()) {
            Catalog before = Catalog.read(dialect, left);
            differences = differences(before, Catalog.read(dialect, right));
            for (String table : before.tables().keySet()) {
                if (!table.startsWith(module.replace('-', '_') + "_schema_") && hasRows(dialect, left, table)) {
                    differences.add("the many leave rows in " + table + ", which the one would not");
                }
            }
        }
        differences.forEach(
                difference -> problems.add(
                        new Problem(
                                "squash-differs",
                                "The one migration for " + dialect.id() + " is not the same as the many: " + difference,
                                made.file().toString(),
                                "see which of the many does that; squash what comes before it, with -Dto=<version>. Nothing was changed")));
        if (differences.isEmpty()) {
            proven.add(dialect.id());
        }
    }

    private void migrate(Path folder, List<Path> files, Scratch scratch) {
        try {
            Files.createDirectories(folder);
            for (Path file : files) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
                Path settings = file.resolveSibling(file.getFileName() + ".conf");
                if (Files.exists(settings)) {
                    Files.copy(settings, folder.resolve(settings.getFileName().toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Migrator.of(scratch.settings()).migrate(List.of(new ModuleMigrations(module, folder)));
    }

    private static Set<String> differences(Catalog many, Catalog one) {
        Set<String> differences = new TreeSet<>();
        Set<String> tables = new TreeSet<>(many.tables().keySet());
        tables.addAll(one.tables().keySet());
        for (String name : tables) {
            CatalogTable left = many.tables().get(name);
            CatalogTable right = one.tables().get(name);
            if (left == null || right == null) {
                differences.add("the table " + name + " is in only one of them");
            } else {
                differing(left.columns(), right.columns())
                        .forEach(column -> differences.add(name + "." + column + " is "
                                + left.columns().get(column) + " and "
                                + right.columns().get(column)));
                differing(placeless(left.definitions()), placeless(right.definitions()))
                        .forEach(each -> differences.add(each + " of " + name + " is "
                                + left.definitions().get(each) + " and "
                                + right.definitions().get(each)));
            }
        }
        return differences;
    }

    /** PostgreSQL names the schema of an index's table. */
    private static Map<String, String> placeless(Map<String, String> definitions) {
        Map<String, String> placeless = new TreeMap<>(definitions);
        placeless.replaceAll((name, definition) -> definition.replaceAll("ashlar_scratch_[0-9a-f]{8}", ""));
        return placeless;
    }

    private static <V> Set<String> differing(Map<String, V> left, Map<String, V> right) {
        Set<String> names = new TreeSet<>(left.keySet());
        names.addAll(right.keySet());
        names.removeIf(name -> Objects.equals(left.get(name), right.get(name)));
        return names;
    }

    private static boolean hasRows(Dialect dialect, Connection connection, String table) throws SQLException {
        String quote = dialect == Dialect.MARIADB ? "`" : "\"";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select 1 from " + quote + table + quote)) {
            return rows.next();
        }
    }

    private static void close(Scratch scratch) {
        try {
            scratch.close();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot remove what was tried in " + scratch.settings(), e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("ashlar-squash");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
