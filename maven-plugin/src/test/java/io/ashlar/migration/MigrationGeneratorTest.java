package io.ashlar.migration;

import static io.ashlar.database.Dialect.H2;
import static io.ashlar.database.Dialect.MARIADB;
import static io.ashlar.database.Dialect.POSTGRESQL;
import static io.ashlar.schema.Schemas.comment;
import static io.ashlar.schema.Schemas.id;
import static io.ashlar.schema.Schemas.index;
import static io.ashlar.schema.Schemas.oneOf;
import static io.ashlar.schema.Schemas.reference;
import static io.ashlar.schema.Schemas.required;
import static io.ashlar.schema.Schemas.schema;
import static io.ashlar.schema.Schemas.table;
import static io.ashlar.schema.Schemas.unique;
import static io.ashlar.schema.Schemas.varchar;
import static io.ashlar.schema.Schemas.withDefault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationGeneratorTest {

    private static final Schema POST = schema(table("post", id(), varchar("title", 80)));
    private static final Schema POST_WITH_SLUG = schema(table("post", id(), varchar("title", 80), varchar("slug", 80)));

    @TempDir
    Path folder;

    @Test
    void writesOneFileADialectAndTheSnapshot() throws IOException {
        generate("2026-11-23T04:14:23Z", POST, null, H2, POSTGRESQL, MARIADB);

        assertThat(files().keySet())
                .containsExactly(
                        "changes/20261123041423__create_post.json",
                        "h2/U20261123041423__create_post.sql",
                        "h2/V20261123041423__create_post.sql",
                        "mariadb/U20261123041423__create_post.sql",
                        "mariadb/V20261123041423__create_post.sql",
                        "postgresql/U20261123041423__create_post.sql",
                        "postgresql/V20261123041423__create_post.sql",
                        "schema.json");
        assertThat(files().get("postgresql/U20261123041423__create_post.sql")).isEqualTo("""
                        -- Module blog: back from create_post
                        -- Written by modules:db-generate. Runs on modules:db-rollback only.
                        -- ashlar:lossy table "post" with its rows

                        drop table "post";
                        """);
        assertThat(files().get("postgresql/V20261123041423__create_post.sql")).isEqualTo("""
                        -- Module blog: create_post
                        -- Written by modules:db-generate. Never edit it once it ran on a database: add another.

                        create table "post" (
                            "id" varchar(255) not null,
                            "title" varchar(80),
                            constraint "pk_post" primary key ("id")
                        );
                        """);
    }

    @Test
    void keepsTheSnapshotAsOneObjectALine() throws IOException {
        var rich = new Schema(
                List.of(new io.ashlar.schema.Sequence("post_seq", 1, 50)),
                List.of(comment(
                        oneOf(
                                index(
                                        unique(
                                                reference(
                                                        table(
                                                                "post",
                                                                id(),
                                                                required(withDefault(varchar("s", 9), "A"))),
                                                        "s",
                                                        "post"),
                                                true,
                                                "s"),
                                        false,
                                        "s desc"),
                                "s",
                                "A",
                                "B"),
                        "what \"is\" said")));

        generate("2026-11-23T04:14:23Z", rich, null, H2);

        var text = snapshot();
        assertThat(text).startsWith("""
                        [
                        {"sequence":"post_seq","start":1,"increment":50},
                        {"table":"post","comment":"what \\"is\\" said"},
                        {"column":"id","of":"post","type":"varchar(255)","required":true},
                        {"column":"s","of":"post","type":"varchar(9)","required":true,"default":"A"},
                        {"primaryKey":"pk_post","of":"post","columns":["id"]},
                        {"unique":"uq_post_s","of":"post","columns":["s"],"liveOnly":true},
                        {"index":"ix_post_s","of":"post","columns":["s"],"descending":["s"]},
                        {"check":"ck_post_s","of":"post","columns":["s"],"oneOf":["A","B"]},
                        {"foreignKey":"fk_post_s","of":"post","columns":["s"],"target":"post","targetColumns":["id"],"onDelete":"no_action"},
                        {"snapshot":1,"version":"20261123041423","parent":"","hash":\
                        """.stripTrailing());
        assertThat(SnapshotFormat.read(text, folder).schema()).isEqualTo(rich);
    }

    @Test
    void writesNothingTheSecondTime() throws IOException {
        generate("2026-11-23T04:14:23Z", POST, null, H2, POSTGRESQL);
        var before = files();

        var written = generate("2026-11-23T05:00:00Z", POST, null, H2, POSTGRESQL);

        assertThat(written).isEmpty();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void writesOnlyWhatWasAddedAndChainsTheSnapshots() throws IOException {
        generate("2026-11-23T04:14:23Z", POST, null, H2);
        var first = SnapshotFormat.read(snapshot(), folder);

        generate("2026-11-23T05:00:00Z", POST_WITH_SLUG, null, H2);

        assertThat(files().get("h2/V20261123050000__add_post_slug.sql"))
                .endsWith("\nalter table \"post\" add column \"slug\" varchar(80);\n");
        var second = SnapshotFormat.read(snapshot(), folder);
        assertThat(second.parent()).isEqualTo(first.hash());
        assertThat(second.version()).isEqualTo("20261123050000");
    }

    @Test
    void takesAVersionAfterTheLastEvenIfTheClockIsBehind() throws IOException {
        generate("2026-12-31T23:59:59Z", POST, null, H2);

        generate("2026-01-01T00:00:00Z", POST_WITH_SLUG, "Slug, please!", H2);

        assertThat(files()).containsKey("h2/V20270101000000__slug_please.sql");
    }

    @Test
    void goesBeyondAVersionAUserMadeUp() throws IOException {
        generate("2026-11-23T04:14:23Z", POST, null, H2);
        write("h2/V99999999999999__by_hand.sql", "-- mine");

        generate("2026-11-23T05:00:00Z", POST_WITH_SLUG, null, H2);

        assertThat(files()).containsKey("h2/V100000000000000__add_post_slug.sql");
    }

    @Test
    void givesADialectAddedLaterTheWholeSchemaAtTheSameVersion() throws IOException {
        generate("2026-11-23T04:14:23Z", POST, null, H2);
        generate("2026-11-23T05:00:00Z", POST_WITH_SLUG, null, H2);
        var snapshot = snapshot();

        generate("2026-11-23T06:00:00Z", POST_WITH_SLUG, null, H2, POSTGRESQL);

        assertThat(files().get("postgresql/V20261123050000__create_post.sql"))
                .contains("\"title\" varchar(80)", "\"slug\" varchar(80)");
        assertThat(snapshot()).isEqualTo(snapshot);
        assertThat(files()).hasSize(9);
    }

    @Test
    void givesADialectAddedWithAChangeBothAtOnce() throws IOException {
        generate("2026-11-23T04:14:23Z", POST, null, H2);

        generate("2026-11-23T05:00:00Z", POST_WITH_SLUG, null, H2, MARIADB);

        assertThat(files())
                .containsKeys("h2/V20261123050000__add_post_slug.sql", "mariadb/V20261123050000__create_post.sql");
    }

    @Test
    void refusesADialectThatWasLeftBehind() throws IOException {
        generate("2026-11-23T04:14:23Z", POST, null, H2, MARIADB);
        generate("2026-11-23T05:00:00Z", POST_WITH_SLUG, null, H2);

        assertRefused("dialect-behind", () -> generate("2026-11-23T06:00:00Z", POST_WITH_SLUG, null, H2, MARIADB));
    }

    @Test
    void refusesMigrationsWithoutASnapshot() throws IOException {
        write("h2/V1__by_hand.sql", "-- mine");

        assertRefused("missing-snapshot", () -> generate("2026-11-23T06:00:00Z", POST, null, H2, POSTGRESQL));
    }

    @Test
    void refusesASnapshotThatWasEdited() throws IOException {
        generate("2026-11-23T04:14:23Z", POST, null, H2);
        write("schema.json", snapshot().replace("varchar(80)", "varchar(90)"));

        assertRefused("snapshot-edited", () -> generate("2026-11-23T06:00:00Z", POST, null, H2));
    }

    @Test
    void refusesASnapshotThatIsNoJson() throws IOException {
        generate("2026-11-23T04:14:23Z", POST, null, H2);
        write("schema.json", "<<<<<<< HEAD\n" + snapshot());

        assertRefused("snapshot-unreadable", () -> generate("2026-11-23T06:00:00Z", POST, null, H2));
    }

    @Test
    void refusesASnapshotOfALaterVersion() throws IOException {
        generate("2026-11-23T04:14:23Z", POST, null, H2);
        write("schema.json", snapshot().replace("\"snapshot\":1", "\"snapshot\":2"));

        assertRefused("snapshot-of-later-version", () -> generate("2026-11-23T06:00:00Z", POST, null, H2));
    }

    @Test
    void refusesRecordsWhoseMigrationsAreGone() throws IOException {
        generate("2026-11-23T04:14:23Z", POST, null, H2);
        Files.delete(folder.resolve("h2/V20261123041423__create_post.sql"));

        assertRefused("migrations-gone", () -> generate("2026-11-23T06:00:00Z", POST, null, H2));
    }

    @Test
    void refusesASnapshotThatTheLastMigrationIsMissingFrom() throws IOException {
        generate("2026-11-23T04:14:23Z", POST, null, H2);
        var before = snapshot();
        generate("2026-11-23T05:00:00Z", POST_WITH_SLUG, null, H2);
        write("schema.json", before);

        assertRefused("snapshot-of-another-branch", () -> generate("2026-11-23T06:00:00Z", POST_WITH_SLUG, null, H2));
    }

    @Test
    void refusesARecordThatIsNoJson() throws IOException {
        generate("2026-11-23T04:14:23Z", POST, null, H2);
        write("changes/20261123041423__create_post.json", "nothing");

        assertRefused("change-unreadable", () -> generate("2026-11-23T06:00:00Z", POST, null, H2));
    }

    @Test
    void refusesToTellASnapshotFromRecordsOfWhichOneIsMissing() throws IOException {
        generate("2026-11-23T04:14:23Z", POST, null, H2);
        generate("2026-11-23T05:00:00Z", POST_WITH_SLUG, "slug", H2);
        Files.delete(folder.resolve("changes/20261123041423__create_post.json"));
        Files.delete(folder.resolve("schema.json"));

        assertRefused("change-missing", () -> generate("2026-11-23T06:00:00Z", POST_WITH_SLUG, null, H2));
    }

    @Test
    void refusesAFileThatWouldNeverRun() throws IOException {
        generate("2026-11-23T04:14:23Z", POST, null, H2);
        write("h2/V2_forgotten_underscore.sql", "");

        assertRefused("migration-file-name", () -> generate("2026-11-23T06:00:00Z", POST, null, H2));
    }

    @Test
    void refusesANameOfNothing() throws IOException {
        assertRefused("migration-name", () -> generate("2026-11-23T06:00:00Z", POST, "../..", H2));
    }

    @Test
    void writesNothingWhenAChangeIsRefused() throws IOException {
        generate("2026-11-23T04:14:23Z", POST_WITH_SLUG, null, H2, POSTGRESQL);

        assertRefused("drop-column", () -> generate("2026-11-23T06:00:00Z", POST, null, H2, POSTGRESQL));
    }

    @Test
    void writesNothingWhenOneFileCannotBeWritten() throws IOException {
        write("postgresql", "a file where a folder should be");

        assertRefused("cannot-write-migrations", () -> generate("2026-11-23T06:00:00Z", POST, null, H2, POSTGRESQL));
    }

    @Test
    void writesNothingForAModuleWithoutModels() throws IOException {
        assertThat(generate("2026-11-23T06:00:00Z", Schema.EMPTY, null, H2)).isEmpty();
        assertThat(files()).isEmpty();
    }

    private List<Path> generate(String time, Schema models, @Nullable String name, Dialect... dialects) {
        var clock = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
        return new MigrationGenerator(
                        "blog",
                        () -> new ModelSchema(models, new Origins(Map.of())),
                        MigrationFolder.at(folder),
                        List.of(dialects),
                        clock)
                .generate(name);
    }

    private void assertRefused(String tag, ThrowingCallable call) throws IOException {
        var before = files();

        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemsFound.class,
                        found -> assertThat(found.problems())
                                .extracting(Problem::tag)
                                .containsExactly(tag));

        assertThat(files()).isEqualTo(before);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private String snapshot() throws IOException {
        return Files.readString(folder.resolve("schema.json"));
    }

    private Map<String, String> files() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            var files = new TreeMap<String, String>();
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
            return files;
        }
    }
}
