package io.ashlar.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.data.Default;
import io.ashlar.data.Ulid;
import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabase;
import io.ashlar.databases.TestDatabases;
import io.ashlar.schema.EclipseLinkSchemas;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two releases of a model, from classes to a database that holds rows of the first. */
@SuppressWarnings("NullAway") // JPA sets the fields
class ModelsToRowsTest {

    @TempDir
    Path folder;

    @Entity
    @Table(name = "post")
    static class Post {
        @Id
        @Ulid
        String id;

        @Column(nullable = false)
        String title;
    }

    @Entity
    @Table(name = "post")
    static class LaterPost {
        @Id
        @Ulid
        String id;

        @Default("45")
        int views;

        @Column(nullable = false)
        String title;

        @Column(unique = true)
        String slug;

        @ManyToOne
        Author author;
    }

    @Entity
    static class Author {
        @Id
        @Ulid
        String id;
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void keepsRowsAndFillsDefaults(Dialect dialect) throws Exception {
        var quote = dialect == Dialect.MARIADB ? "`" : "\"";
        var database = TestDatabases.fresh(dialect.id());
        run(database, sql(generate(dialect, Post.class)));
        run(database, "insert into #post#(#id#, #title#) values ('1', 'kept');\n".replace("#", quote));

        var written = generate(dialect, LaterPost.class, Author.class);
        run(database, sql(written));

        assertThat(written.get(1).getFileName().toString()).endsWith("__create_author_change_3_columns.sql");
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select #title#, #views#, #slug#, #author_id# from #post#".replace("#", quote))) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("kept");
            assertThat(rows.getInt(2)).isEqualTo(45);
            assertThat(rows.getString(3)).isNull();
            assertThat(rows.getString(4)).isNull();
        }
        assertThat(generate(dialect, Author.class, LaterPost.class)).isEmpty();
    }

    private List<Path> generate(Dialect dialect, Class<?>... models) {
        var source = EclipseLinkSchemas.of("blog", List.of(models), getClass().getClassLoader());
        return new MigrationGenerator("blog", source, MigrationFolder.at(folder), List.of(dialect), Clock.systemUTC())
                .generate(null);
    }

    /** The snapshot is first among the files. */
    private static String sql(List<Path> files) throws Exception {
        return Files.readString(files.get(1));
    }

    private static void run(TestDatabase database, String sql) throws Exception {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            for (String one : sql.split(";\n", -1)) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        }
    }
}
