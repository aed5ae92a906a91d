package io.ashlar.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.schema.FormerNames;
import io.ashlar.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two developers change one random model at random: where their migrations do not conflict, one runs after the other on a
 * database with rows, leads to the schema of both, and back.
 */
class RandomBranchesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"H2, 120, 40", "POSTGRESQL, 6, 1", "MARIADB, 6, 1"})
    void runOneAfterTheOtherWhereTheyCommute(Dialect dialect, int rounds, int atLeast) throws Exception {
        int commuting = 0;
        for (int seed = 0; seed < rounds; seed++) {
            try {
                commuting += commutes(dialect, seed, folder.resolve("seed" + seed)) ? 1 : 0;
            } catch (Exception | AssertionError e) {
                throw new AssertionError("seed " + seed + " on " + dialect + ": " + e.getMessage(), e);
            }
        }
        assertThat(commuting).isBetween(atLeast, rounds - 1);
    }

    private static boolean commutes(Dialect dialect, int seed, Path folder) throws Exception {
        var one = new RandomModel(new Random(seed));
        var random = new Random(seed);
        var other = new RandomModel(random);
        var before = one.schema();
        assertThat(other.schema()).isEqualTo(before);
        try (var upgrade = new Upgrade(folder, dialect)) {
            upgrade.run(upgrade.generate(before, FormerNames.NONE, GenerateOptions.NONE)
                    .get(0));
            RandomMigrationsTest.insert(one, new Random(seed), upgrade);
            var base = Files.readString(folder.resolve("schema.json"));
            var ups = generate(upgrade, before, one, "one", 1 + seed % 2);
            Files.writeString(folder.resolve("schema.json"), base);
            var kept = hide(folder, "one");
            random.nextBytes(new byte[28]); // from here on, the other goes its own way
            var others = generate(upgrade, before, other, "other", 1);
            kept.show();
            if (ups.isEmpty() || others.isEmpty()) {
                return false;
            }
            var name = name(folder.resolve("changes"), "other").replaceFirst("\\.json$", "");
            try {
                new Rebase("shop", MigrationFolder.at(folder), Clock.systemUTC()).run(name, null);
            } catch (ProblemsFound e) {
                assertThat(e.problems()).extracting(Problem::tag).containsOnly("branches-conflict");
                return false;
            }
            upgrade.run(ups.get(0));
            var between = upgrade.introspect();
            var text = Files.readString(folder.resolve("schema.json"));
            var moved = folder.resolve(dialect.id());
            assertThat(upgrade.objections(others.get(0))).isEmpty();
            upgrade.run(Files.readString(moved.resolve(name(moved, "V", "other"))));
            upgrade.assertLooksLike(SnapshotFormat.read(text, folder).schema());
            if (upgrade.objections(others.get(1)).isEmpty()) {
                upgrade.run(Files.readString(moved.resolve(name(moved, "U", "other"))));
                assertThat(upgrade.introspect()).as("down").isEqualTo(between);
            }
            return true;
        }
    }

    private static List<String> generate(Upgrade upgrade, Schema before, RandomModel model, String name, int edits)
            throws IOException {
        for (int i = 0; i < edits; i++) {
            model.edit();
        }
        var options = GenerateOptions.parse(
                name, RandomMigrationsTest.renames(model), RandomMigrationsTest.givenUp(before, model), null);
        return upgrade.generate(model.schema(), FormerNames.NONE, options);
    }

    /** Files that one branch has and the other does not see. */
    private record Hidden(Path folder, Path aside, List<Path> files) {

        void show() throws IOException {
            for (Path file : files) {
                Files.move(aside.resolve(folder.relativize(file)), file);
            }
        }
    }

    private static Hidden hide(Path folder, String name) throws IOException {
        var aside = folder.resolveSibling(folder.getFileName() + "-aside");
        try (var found = Files.walk(folder)) {
            var files = found.filter(file -> file.toString().contains("__" + name + "."))
                    .toList();
            for (Path file : files) {
                var target = aside.resolve(folder.relativize(file));
                Files.createDirectories(target.resolveSibling("."));
                Files.move(file, target);
            }
            return new Hidden(folder, aside, files);
        }
    }

    private static String name(Path folder, String title) throws IOException {
        return name(folder, "", title);
    }

    private static String name(Path folder, String prefix, String title) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith(prefix) && file.contains("__" + title + "."))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
