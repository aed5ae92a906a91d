package io.ashlar.migrate;

import static io.ashlar.migrate.TestMigrations.fresh;
import static io.ashlar.migrate.TestMigrations.h2File;
import static io.ashlar.migrate.TestMigrations.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.OtherJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConcurrentMigrationTest {

    private static final int AT_ONCE = 8;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "h2 file", "postgresql", "mariadb"})
    void oneOfEightAtOnceDoesTheWorkAndAllSucceed(String database) throws Exception {
        var settings = database.equals("h2 file") ? h2File(directory) : fresh(database);
        var modules = modules();

        var reports = new ArrayList<List<MigratedModule>>();
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        for (var done : threads.invokeAll(java.util.Collections.<Callable<List<MigratedModule>>>nCopies(
                AT_ONCE, () -> Migrator.of(settings).migrate(modules)))) {
            reports.add(done.get());
        }
        threads.shutdown();

        assertThat(reports).hasSize(AT_ONCE);
        assertThat(reports.stream().flatMap(List::stream).flatMap(module -> module.applied().stream()))
                .hasSize(6); // three files of two modules, once each
        assertThat(query(settings, "SELECT n FROM post")).containsExactly("2");
    }

    @Test
    void processesTakeTurnsOnAnH2File() throws Exception {
        var settings = h2File(directory);
        modules();

        var processes = new ArrayList<OtherJvm>();
        for (int i = 0; i < 3; i++) {
            processes.add(OtherJvm.start(Main.class, settings.url(), directory.toString()));
        }
        var applied = new ArrayList<String>();
        for (var process : processes) {
            applied.add(process.line());
            assertThat(process.end()).isZero();
        }

        assertThat(applied).containsExactlyInAnyOrder("6", "0", "0");
    }

    /** Migrates and prints how many migrations it applied. */
    static final class Main {

        private Main() {}

        public static void main(String[] args) {
            var directory = Path.of(args[1]);
            var report = Migrator.of(new DatabaseSettings(args[0], "sa", ""))
                    .migrate(List.of(
                            new ModuleMigrations("blog", directory.resolve("blog")),
                            new ModuleMigrations("shop", directory.resolve("shop"))));
            System.out.println(
                    report.stream().mapToInt(module -> module.applied().size()).sum());
        }
    }

    private List<ModuleMigrations> modules() {
        var blog = TestMigrations.of("blog", directory)
                .file("V1__create.sql", "CREATE TABLE post (n INT);\nINSERT INTO post VALUES (0);")
                .file("V2__count.sql", "UPDATE post SET n = n + 1;")
                .file("V3__count.sql", "UPDATE post SET n = n + 1;");
        var shop = TestMigrations.of("shop", directory)
                .file("V1__create.sql", "CREATE TABLE item (id INT);")
                .file("V2__add.sql", "ALTER TABLE item ADD COLUMN a INT;")
                .file("V3__add.sql", "ALTER TABLE item ADD COLUMN b INT;");
        return List.of(blog.get(), shop.get());
    }
}
