package io.ashlar.migration;

import static io.ashlar.database.Dialect.POSTGRESQL;
import static io.ashlar.schema.Schemas.id;
import static io.ashlar.schema.Schemas.index;
import static io.ashlar.schema.Schemas.oneOf;
import static io.ashlar.schema.Schemas.optional;
import static io.ashlar.schema.Schemas.required;
import static io.ashlar.schema.Schemas.schema;
import static io.ashlar.schema.Schemas.table;
import static io.ashlar.schema.Schemas.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.migrate.MigrationOptions;
import io.ashlar.migrate.Migrator;
import io.ashlar.migrate.ModuleMigrations;
import io.ashlar.schema.ColumnType.Kind;
import io.ashlar.schema.FormerNames;
import io.ashlar.schema.Schema;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A table gets a column, an index, a check and a NOT NULL while others read and write it. With {@code
 * -Dashlar.online.rows=10000000} it is a large one, and the figures are printed; with {@code -Dashlar.online=false} in the
 * form that holds others up.
 */
class OnlineLoadTest {

    private static final Integer ROWS = Integer.getInteger("ashlar.online.rows");

    private static final Schema BEFORE = schema(table("post", id(), varchar("title", 80), optional("views", Kind.INT)));
    private static final Schema AFTER = schema(oneOf(
            index(
                    table(
                            "post",
                            id(),
                            required(varchar("title", 80)),
                            optional("views", Kind.INT),
                            varchar("colour", 9)),
                    false,
                    "title"),
            "colour",
            "RED",
            "GREEN"));

    @TempDir
    Path folder;

    /** What one client saw. */
    private record Seen(int requests, Duration longest) {}

    @Test
    void noRequestWaitsLongerThanTheLockTimeout() throws Exception {
        int rows = ROWS == null ? 20_000 : ROWS;
        var module = new ModuleMigrations("shop", folder.resolve("postgresql"));
        try (var upgrade = new Upgrade(folder, POSTGRESQL)) {
            upgrade.generate(BEFORE, FormerNames.NONE, GenerateOptions.NONE);
            Migrator.of(upgrade.settings()).migrate(List.of(module));
            upgrade.execute(
                    "insert into #post# select i::text, 'title ' || i, 0 from generate_series(1, " + rows + ") i");
            upgrade.execute("analyze #post#");
            upgrade.generate(AFTER, FormerNames.NONE, GenerateOptions.NONE);
            var clients = Executors.newFixedThreadPool(4);
            var started = new CountDownLatch(4);
            var over = new AtomicBoolean();
            var seen = new ArrayList<Future<Seen>>();
            for (String sql : List.of(
                    "select views from post where id = ?",
                    "update post set views = coalesce(views, 0) + 1 where id = ?")) {
                for (int i = 0; i < 2; i++) {
                    seen.add(clients.submit(client(upgrade.settings(), sql, rows, started, over)));
                }
            }
            started.await();
            long start = System.nanoTime();

            Migrator.of(upgrade.settings()).migrate(List.of(module));

            var took = Duration.ofNanos(System.nanoTime() - start);
            over.set(true);
            for (Future<Seen> client : seen) {
                if (ROWS != null) {
                    System.out.println(rows + " rows, migrated in " + took.toMillis() + " ms: " + client.get());
                }
                assertThat(client.get().longest()).isLessThan(MigrationOptions.DEFAULT.lockTimeout());
                assertThat(client.get().requests()).isPositive();
            }
            clients.shutdown();
            assertThat(upgrade.introspect())
                    .contains("column, post, title, character varying(80), t, , null, null")
                    .anyMatch(line -> line.startsWith("constraint, ck_post_colour, post, t,"))
                    .anyMatch(line -> line.startsWith("index, ix_post_title,"));
        }
    }

    /** One request after the other, each for a row by chance, until it is over. */
    private static Callable<Seen> client(
            DatabaseSettings settings, String sql, int rows, CountDownLatch started, AtomicBoolean over) {
        return () -> {
            var random = new Random(sql.length());
            int requests = 0;
            long longest = 0;
            try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                    var statement = connection.prepareStatement(sql)) {
                while (!over.get()) {
                    long start = System.nanoTime();
                    statement.setString(1, Integer.toString(1 + random.nextInt(rows)));
                    statement.execute();
                    longest = Math.max(longest, System.nanoTime() - start);
                    requests++;
                    started.countDown();
                }
            }
            return new Seen(requests, Duration.ofNanos(longest));
        };
    }
}
