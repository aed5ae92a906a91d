package io.ashlar.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.Module;
import io.ashlar.data.Ulid;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabases;
import io.ashlar.migrate.Migrator;
import io.ashlar.migrate.ModuleMigrations;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.schema.EclipseLinkSchemas;
import io.ashlar.schema.OutboxSchema;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway") // JPA sets the fields
class OutboxTableTest {

    @TempDir
    Path folder;

    @Entity
    static class Post {
        @Id
        @Ulid
        String id;
    }

    @Entity
    static class MyBlogOutbox {
        @Id
        @Ulid
        String id;
    }

    @Module(name = "my-blog", outbox = true)
    static class Durable {}

    @Module(name = "my-blog")
    static class Forgetful {}

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void comesWithTheMigrationAfterTheModuleAsksForIt(Dialect dialect) throws Exception {
        var database = TestDatabases.fresh(dialect.id());
        generate(dialect, false);
        assertThat(generate(dialect, true).get(1).getFileName().toString()).endsWith("__create_my_blog_outbox.sql");
        assertThat(generate(dialect, true)).isEmpty();

        Migrator.of(new DatabaseSettings(database.url(), database.user(), database.password()))
                .migrate(List.of(new ModuleMigrations("my-blog", folder.resolve(dialect.id()))));

        var insert = "insert into #my_blog_outbox# (#event_id#, #model#, #action#, #ids#, #created_at#)"
                + " values ('01J', 'Post', 'CREATED', '[]', current_timestamp)";
        var select = "select #id#, #attempts#, #dead#, #next_attempt_at#, #handled#, #error# from #my_blog_outbox#";
        var quote = dialect == Dialect.MARIADB ? "`" : "\"";
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(insert.replace("#", quote));
            try (var row = statement.executeQuery(select.replace("#", quote))) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong(1)).isEqualTo(1);
                assertThat(row.getInt(2)).isZero();
                assertThat(row.getBoolean(3)).isFalse();
                assertThat(row.getObject(4)).isNull();
            }
        }
    }

    @Test
    void refusesAModelWithTheTableOfTheOutbox() {
        var source = OutboxSchema.of(
                EclipseLinkSchemas.of(
                        "my-blog", List.of(MyBlogOutbox.class), getClass().getClassLoader()),
                "my-blog",
                Durable.class);

        var found = catchThrowableOfType(ProblemsFound.class, source::read);

        assertThat(found.problems()).extracting(Problem::tag).containsExactly("outbox-table-taken");
        assertThat(found).hasMessageContaining("MyBlogOutbox");
    }

    private List<Path> generate(Dialect dialect, boolean outbox) {
        var source = OutboxSchema.of(
                EclipseLinkSchemas.of("my-blog", List.of(Post.class), getClass().getClassLoader()),
                "my-blog",
                outbox ? Durable.class : Forgetful.class);
        return new MigrationGenerator(
                        "my-blog", source, MigrationFolder.at(folder), List.of(dialect), Clock.systemUTC())
                .generate(null);
    }
}
