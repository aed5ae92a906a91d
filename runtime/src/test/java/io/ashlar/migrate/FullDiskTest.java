package io.ashlar.migrate;

import static io.ashlar.migrate.TestMigrations.h2File;
import static io.ashlar.migrate.TestMigrations.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.OtherJvm;
import io.ashlar.problem.ProblemsFound;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file that may not grow any more is to a database what a full disk is. */
@DisabledOnOs(OS.WINDOWS) // has no ulimit
class FullDiskTest {

    private static final int MEGABYTES = 4;

    @TempDir
    Path directory;

    @Test
    void goesOnWhenThereIsRoomAgain() throws Exception {
        var settings = h2File(directory);
        var blog = TestMigrations.of("blog", directory).file("V1__entry.sql", """
                        CREATE TABLE entry (id INT PRIMARY KEY, n INT, filler VARCHAR);
                        INSERT INTO entry VALUES (0, 1, '');
                        INSERT INTO entry SELECT x, 0, REPEAT(RANDOM_UUID(), 100) FROM SYSTEM_RANGE(1, 4000);
                        UPDATE entry SET n = n + 1;
                        """);

        try (var process = OtherJvm.startWithSmallFiles(MEGABYTES, Main.class, settings.url(), directory.toString())) {
            assertThat(process.line()).startsWith("migration-");
        }
        Migrator.of(settings).migrate(List.of(blog.get()));

        assertThat(query(settings, "SELECT COUNT(*) FROM entry")).containsExactly("4001");
        assertThat(query(settings, "SELECT n FROM entry WHERE id < 2 ORDER BY id"))
                .containsExactly("2", "1");
    }

    /** Migrates and prints what went wrong. */
    static final class Main {

        private Main() {}

        public static void main(String[] args) {
            try {
                Migrator.of(new DatabaseSettings(args[0], "sa", ""))
                        .migrate(List.of(
                                new ModuleMigrations("blog", Path.of(args[1]).resolve("blog"))));
                System.out.println("done");
            } catch (ProblemsFound e) {
                System.out.println(e.problems().get(0).tag());
            }
        }
    }
}
