package io.ashlar.migration;

import static io.ashlar.database.Dialect.H2;
import static io.ashlar.database.Dialect.POSTGRESQL;
import static io.ashlar.schema.Schemas.id;
import static io.ashlar.schema.Schemas.index;
import static io.ashlar.schema.Schemas.oneOf;
import static io.ashlar.schema.Schemas.optional;
import static io.ashlar.schema.Schemas.reference;
import static io.ashlar.schema.Schemas.required;
import static io.ashlar.schema.Schemas.schema;
import static io.ashlar.schema.Schemas.table;
import static io.ashlar.schema.Schemas.unique;
import static io.ashlar.schema.Schemas.varchar;
import static io.ashlar.schema.Schemas.withDefault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.migrate.Migration;
import io.ashlar.migrate.Migrator;
import io.ashlar.migrate.ModuleMigrations;
import io.ashlar.migrate.RollbackRequest;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.schema.ColumnType.Kind;
import io.ashlar.schema.Origins;
import io.ashlar.schema.Schema;
import io.ashlar.schema.SchemaSource.ModelSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On PostgreSQL, readers and writers go on while a migration runs. */
class OnlineMigrationTest {

    private static final Schema AUTHOR = schema(table("author", id()), table("post", id(), varchar("title", 80)));

    @TempDir
    Path folder;

    @Test
    void whatReadsRowsIsASecondFileThatRunsStatementByStatement() throws IOException {
        generate("2026-11-23T04:00:00Z", AUTHOR, GenerateOptions.NONE);

        generate(
                "2026-11-23T05:00:00Z",
                schema(
                        table("author", id()),
                        index(
                                reference(
                                        unique(
                                                table("post", id(), required(varchar("title", 80)), varchar("by", 255)),
                                                false,
                                                "title"),
                                        "by",
                                        "author"),
                                false,
                                "by")),
                GenerateOptions.NONE);

        assertThat(text("postgresql/V20261123050000__require_post_title_add_post_by.sql"))
                .isEqualTo("""
                        -- Module blog: require_post_title_add_post_by
                        -- Written by modules:db-generate. Never edit it once it ran on a database: add another.
                        -- ashlar:preflight null-in-required | "post"."title" is empty in {count} rows and becomes required | \
                        select count(*) from "post" where "title" is null
                        -- ashlar:preflight duplicate-in-unique | "post"."title" becomes unique, and {count} rows share a value \
                        with another | select coalesce(sum(n), 0) from (select count(*) as n from "post" where "title" is not \
                        null group by "title" having count(*) > 1) as shared

                        alter table "post" add column "by" varchar(255);
                        """);
        assertThat(statements("postgresql/V20261123050001__require_post_title_add_post_by_online.sql"))
                .isEqualTo("""
                        alter table "post" add constraint "ashlar_required" check ("title" is not null) not valid;
                        alter table "post" validate constraint "ashlar_required";
                        alter table "post" alter column "title" set not null;
                        alter table "post" drop constraint "ashlar_required";

                        create unique index concurrently "uq_post_title" on "post" ("title");
                        alter table "post" add constraint "uq_post_title" unique using index "uq_post_title";

                        create index concurrently "ix_post_by" on "post" ("by");

                        alter table "post" add constraint "fk_post_by"
                            foreign key ("by") references "author" ("id") not valid;
                        alter table "post" validate constraint "fk_post_by";
                        """);
        assertThat(text("postgresql/V20261123050001__require_post_title_add_post_by_online.sql.conf"))
                .isEqualTo("executeInTransaction=false\n");
        assertThat(statements("postgresql/U20261123050001__require_post_title_add_post_by_online.sql"))
                .isEqualTo("""
                        alter table "post" drop constraint "fk_post_by";

                        alter table "post" drop constraint "uq_post_title";

                        drop index concurrently "ix_post_by";

                        alter table "post" alter column "title" drop not null;
                        """);
    }

    @Test
    void theLastVersionIsThatOfAllDialects() throws IOException {
        generate("2026-11-23T04:00:00Z", AUTHOR, GenerateOptions.NONE);

        generate("2026-11-23T05:00:00Z", withColour(), GenerateOptions.NONE);

        assertThat(names())
                .contains(
                        "h2/V20261123050001__add_post_colour.sql",
                        "postgresql/V20261123050000__add_post_colour.sql",
                        "postgresql/V20261123050001__add_post_colour_online.sql")
                .doesNotContain("h2/V20261123050000__add_post_colour.sql");
        assertThat(text("schema.json")).contains("\"version\":\"20261123050001\"");
        assertThat(generate("2026-11-23T05:00:00Z", withColour(), GenerateOptions.NONE))
                .isEmpty();
    }

    @Test
    void oneFileIsEnoughWhereNothingElseChanges() throws IOException {
        generate("2026-11-23T04:00:00Z", AUTHOR, GenerateOptions.NONE);

        generate(
                "2026-11-23T05:00:00Z",
                schema(table("author", id()), index(table("post", id(), varchar("title", 80)), false, "title")),
                GenerateOptions.NONE);

        assertThat(statements("postgresql/V20261123050000__change_schema.sql"))
                .isEqualTo("create index concurrently \"ix_post_title\" on \"post\" (\"title\");\n");
        assertThat(names())
                .filteredOn(name -> name.startsWith("postgresql/V"))
                .containsExactly(
                        "postgresql/V20261123040000__create_author_post.sql",
                        "postgresql/V20261123050000__change_schema.sql",
                        "postgresql/V20261123050000__change_schema.sql.conf");
    }

    @Test
    void whatTakesValuesAlongGoesLast() throws IOException {
        generate("2026-11-23T04:00:00Z", AUTHOR, GenerateOptions.NONE);

        generate(
                "2026-11-23T05:00:00Z",
                schema(table("author", id()), oneOf(table("post", id(), varchar("colour", 80)), "colour", "RED")),
                GenerateOptions.parse("colour", null, "post.title", null));

        assertThat(statements("postgresql/V20261123050000__colour.sql"))
                .isEqualTo("alter table \"post\" add column \"colour\" varchar(80);\n");
        assertThat(statements("postgresql/V20261123050001__colour_online.sql"))
                .endsWith("alter table \"post\" drop column \"title\";\n");
    }

    @Test
    void oneFileForAllOnRequest() throws IOException {
        generate("2026-11-23T04:00:00Z", AUTHOR, GenerateOptions.NONE);

        generate("2026-11-23T05:00:00Z", withColour(), GenerateOptions.NONE.withOnline(false));

        assertThat(statements("postgresql/V20261123050000__add_post_colour.sql"))
                .isEqualTo("""
                        alter table "post" add column "colour" varchar(9);

                        alter table "post" add constraint "ck_post_colour" check ("colour" in ('RED', 'GREEN'));
                        """);
        assertThat(names()).noneMatch(name -> name.endsWith(".conf"));
    }

    @Test
    void runsUpAndDownAndUpAgain() throws Exception {
        try (var upgrade = new Upgrade(folder.resolve("unused"), POSTGRESQL)) {
            var module = new ModuleMigrations("blog", folder.resolve("postgresql"));
            generate("2026-11-23T04:00:00Z", AUTHOR, GenerateOptions.NONE);
            Migrator.of(upgrade.settings()).migrate(List.of(module));
            upgrade.execute("insert into #author#(#id#) values ('a')");
            upgrade.execute("insert into #post#(#id#, #title#) values ('1', null), ('2', 'Hi')");
            var before = upgrade.introspect();
            var later = schema(
                    table("author", id()),
                    index(
                            oneOf(
                                    reference(
                                            unique(
                                                    table(
                                                            "post",
                                                            id(),
                                                            required(withDefault(varchar("title", 80), "none")),
                                                            varchar("colour", 9),
                                                            optional("number", Kind.INT),
                                                            varchar("by", 255)),
                                                    false,
                                                    "number"),
                                            "by",
                                            "author"),
                                    "colour",
                                    "RED",
                                    "GREEN"),
                            false,
                            "by"));
            generate("2026-11-23T05:00:00Z", later, GenerateOptions.NONE);

            Migrator.of(upgrade.settings()).migrate(List.of(module));

            assertThat(upgrade.rows("select #id#, #title# from #post# order by 1"))
                    .containsExactly("1, none", "2, Hi");
            var after = upgrade.introspect();
            assertThat(after).anyMatch(line -> line.startsWith("column, post, title, character varying(80), t"));

            var undone = Migrator.of(upgrade.settings())
                    .rollback(module, new RollbackRequest(Optional.of("20261123040000"), Set.of("post")));

            assertThat(undone).extracting(Migration::version).containsExactly("20261123050001", "20261123050000");
            assertThat(upgrade.introspect()).containsAll(before);
            Migrator.of(upgrade.settings()).migrate(List.of(module));
            assertThat(upgrade.introspect()).isEqualTo(after);
        }
    }

    @Test
    void rowsInTheWayStopItBeforeTheFirstFile() throws Exception {
        try (var upgrade = new Upgrade(folder.resolve("unused"), POSTGRESQL)) {
            var module = new ModuleMigrations("blog", folder.resolve("postgresql"));
            generate("2026-11-23T04:00:00Z", AUTHOR, GenerateOptions.NONE);
            Migrator.of(upgrade.settings()).migrate(List.of(module));
            upgrade.execute("insert into #post#(#id#, #title#) values ('1', null)");
            var later = schema(
                    table("author", id()), table("post", id(), required(varchar("title", 80)), varchar("text", 9)));
            generate("2026-11-23T05:00:00Z", later, GenerateOptions.NONE);

            assertThatThrownBy(() -> Migrator.of(upgrade.settings()).migrate(List.of(module)))
                    .isInstanceOfSatisfying(
                            ProblemsFound.class,
                            found -> assertThat(found.problems())
                                    .extracting(Problem::tag)
                                    .containsExactly("null-in-required"));

            assertThat(upgrade.introspect()).noneMatch(line -> line.startsWith("column, post, text"));
        }
    }

    private static Schema withColour() {
        return schema(
                table("author", id()),
                oneOf(table("post", id(), varchar("title", 80), varchar("colour", 9)), "colour", "RED", "GREEN"));
    }

    private List<Path> generate(String time, Schema models, GenerateOptions options) {
        return new MigrationGenerator(
                        "blog",
                        () -> new ModelSchema(models, new Origins(Map.of())),
                        MigrationFolder.at(folder),
                        List.of(H2, POSTGRESQL),
                        Clock.fixed(Instant.parse(time), ZoneOffset.UTC))
                .generate(options, null)
                .files();
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** Returns a file without the comments at its head. */
    private String statements(String file) throws IOException {
        return text(file).replaceFirst("^(--.*\n)*\n", "");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
