package io.ashlar.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.databases.TestDatabase;
import io.ashlar.databases.TestDatabases;
import io.ashlar.migrate.Migrator;
import io.ashlar.migrate.ModuleMigrations;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** A database with the tables of module {@code blog}, and the rows that all contenders share. */
public final class Data implements AutoCloseable {

    static final int POSTS = 50_000;
    static final int AUTHORS = 1_000;
    static final int POSTS_OF_A_CATEGORY = 50;
    static final int AUTHORS_OF_A_NAME = 20;
    static final String NEW = "new";

    private final TestDatabase database;
    private final HikariDataSource pool;

    private Data(TestDatabase database) {
        this.database = database;
        this.pool = Pools.open(database, "fixtures");
    }

    /** Starts PostgreSQL if it does not run yet, and fills a database. */
    static Data fresh(int posts) {
        var data = new Data(TestDatabases.fresh("postgresql"));
        data.migrate();
        data.fill(posts);
        return data;
    }

    static String post(int number) {
        return "post_%026d".formatted(number);
    }

    static String author(int number) {
        return "author_%026d".formatted(number);
    }

    static String category(int number) {
        return "category-%06d".formatted(number);
    }

    static String name(int number) {
        return "name-%03d".formatted(number);
    }

    TestDatabase database() {
        return database;
    }

    HikariDataSource pool() {
        return pool;
    }

    /** Removes what operations stored, and the traces of what they removed. */
    void tidy() {
        execute("DELETE FROM post WHERE category = '" + NEW + "'");
        execute("VACUUM (ANALYZE) post");
    }

    private void migrate() {
        try {
            var folder = Objects.requireNonNull(
                    Data.class.getResource("/META-INF/modules/blog/db/postgresql"), "migrations of module blog");
            Migrator.of(new DatabaseSettings(database.url(), database.user(), database.password()))
                    .migrate(List.of(new ModuleMigrations("blog", Path.of(folder.toURI()))));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stores the same rows each time, without a round trip for each. */
    private void fill(int posts) {
        execute("""
                INSERT INTO author (id, name, email, created_at, updated_at)
                SELECT 'author_' || lpad(n::text, 26, '0'), 'name-' || lpad((n / %d)::text, 3, '0'),
                       'author' || n || '@example.org', timestamptz '2026-01-01 00:00:00.123456Z', '2026-01-02Z'
                FROM generate_series(0, %d) n""".formatted(AUTHORS_OF_A_NAME, AUTHORS - 1));
        execute("""
                INSERT INTO post (id, title, body, category, status, views, rating, published_at, author_id,
                                  created_at, updated_at)
                SELECT 'post_' || lpad(n::text, 26, '0'), 'Title of post ' || n, repeat(md5(n::text), 8),
                       'category-' || lpad((n / %d)::text, 6, '0'),
                       (ARRAY['DRAFT', 'PUBLISHED', 'ARCHIVED'])[n %% 3 + 1], n %% 1000, (n %% 1000) / 100.0,
                       CASE WHEN n %% 3 = 0 THEN NULL ELSE timestamptz '2026-03-01Z' + n * interval '1 second' END,
                       'author_' || lpad((n %% %d)::text, 26, '0'), timestamptz '2026-02-01Z' + n * interval '1 ms',
                       timestamptz '2026-02-02Z' + n * interval '1 us'
                FROM generate_series(0, %d) n""".formatted(POSTS_OF_A_CATEGORY, AUTHORS, posts - 1));
        execute("VACUUM (ANALYZE)");
    }

    private void execute(String sql) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
