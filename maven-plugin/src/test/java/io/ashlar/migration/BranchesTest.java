package io.ashlar.migration;

import static io.ashlar.schema.Schemas.id;
import static io.ashlar.schema.Schemas.relation;
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
import io.ashlar.schema.FormerNames;
import io.ashlar.schema.Origins;
import io.ashlar.schema.Schema;
import io.ashlar.schema.SchemaSource.ModelSchema;
import io.ashlar.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two developers write migrations from one parent, and Git merges them. */
class BranchesTest {

    private static final Table AUTHOR = table("author", id(), varchar("name", 80));
    private static final Table POST = table("post", id(), varchar("title", 80), varchar("body", 200));
    private static final Schema BASE = schema(AUTHOR, POST);

    /** What one does: a column and a constraint of author. */
    private static final Table AUTHOR_WITH_MAIL =
            unique(table("author", id(), varchar("name", 80), varchar("mail", 80)), false, "mail");

    /** What the other does: a table that points to author, and a column of post that becomes required. */
    private static final Table COMMENT =
            relation(table("comment", id(), varchar("author_id", 255)), "author_id", "author");

    private static final Table STRICT_POST =
            table("post", id(), required(withDefault(varchar("title", 80), "-")), varchar("body", 200));
    private static final Schema ONE = schema(AUTHOR_WITH_MAIL, POST);
    private static final Schema OTHER = schema(AUTHOR, STRICT_POST, COMMENT);
    private static final Schema BOTH = schema(AUTHOR_WITH_MAIL, STRICT_POST, COMMENT);

    @TempDir
    Path folder;

    private Checkout checkout;

    @BeforeEach
    void init() throws IOException {
        checkout = new Checkout(folder);
    }

    @ParameterizedTest
    @EnumSource
    void runsTheMovedBranchWhereTheOtherHasRun(Dialect dialect) throws Exception {
        branch("2026-11-23T08:00:00Z", ONE, "2026-11-23T07:00:00Z", OTHER, dialect);
        assertThat(checkout.merge("other")).isFalse();
        try (var database = new Upgrade(folder, dialect)) {
            run(database, dialect, "V20261123060000__create_author_post.sql");
            database.execute("insert into #author# values ('a', 'Ann')");
            database.execute("insert into #post# values ('p', null, 'text')");
            run(database, dialect, "V20261123080000__add_author_mail.sql");

            assertThat(rebase("20261123070000"))
                    .isEqualTo(
                            "moved V20261123070000__other behind V20261123080000__add_author_mail, with new versions:"
                                    + " 20261123070000 is 20261123090000");
            run(database, dialect, "V20261123090000__other.sql");

            assertThat(database.rows("select #id#, #title#, #body# from #post#"))
                    .containsExactly("p, -, text");
            database.assertLooksLike(BOTH);
            assertThat(generate("2026-11-23T10:00:00Z", BOTH, dialect)).isEmpty();
            run(database, dialect, "U20261123090000__other.sql");
            database.assertLooksLike(ONE);
            run(database, dialect, "U20261123080000__add_author_mail.sql");
            database.assertLooksLike(BASE);
        }
    }

    @Test
    void movesBothFilesOfAMigrationThatHoldsNobodyUp() throws Exception {
        start(Dialect.POSTGRESQL);
        generate("2026-11-23T08:00:00Z", schema(AUTHOR, POST, table("topic", id())), Dialect.POSTGRESQL);
        checkout.commit("topic");
        checkout.git("checkout", "--quiet", "-b", "other", "HEAD~1");
        GenerateOptions online = GenerateOptions.parse("mail", null, null, null);
        write(online, FormerNames.NONE, "2026-11-23T07:00:00Z", ONE, Dialect.POSTGRESQL);
        checkout.commit("mail");
        checkout.git("checkout", "--quiet", "main");
        checkout.merge("other");

        assertThat(rebase("20261123070000"))
                .isEqualTo("moved V20261123070000__mail behind V20261123080000__create_topic, with new versions:"
                        + " 20261123070000 is 20261123090000, 20261123070001 is 20261123090001");

        assertThat(sql().keySet())
                .contains(
                        "postgresql/V20261123090000__mail.sql",
                        "postgresql/V20261123090001__mail_online.sql",
                        "postgresql/V20261123090001__mail_online.sql.conf",
                        "postgresql/U20261123090001__mail_online.sql")
                .noneMatch(name -> name.contains("2026112307"));
    }

    @Test
    void tellsOfBothBranchesAndChangesNothing() throws Exception {
        branch("2026-11-23T07:00:00Z", ONE, "2026-11-23T08:00:00Z", OTHER, Dialect.H2);
        checkout.merge("other");
        assertThat(text("schema.json")).contains("<<<<<<<");

        assertRefused(() -> generate("2026-11-23T09:00:00Z", BOTH, Dialect.H2), "branches", problem -> {
            assertThat(problem.what())
                    .isEqualTo(
                            "Two branches of the migrations of module blog start from 20261123060000:"
                                    + " V20261123070000__add_author_mail and V20261123080000__other; nothing in them conflicts");
            assertThat(problem.mend())
                    .isEqualTo("move the one that ran on no shared database behind the other: 'mvn modules:db-generate"
                            + " -Dmodule=blog -Drebase=20261123070000' or 'mvn modules:db-generate -Dmodule=blog"
                            + " -Drebase=20261123080000'");
        });
        assertRefused(
                () -> rebase(""),
                "branch-unnamed",
                problem -> assertThat(problem.mend()).contains("-Drebase=20261123070000"));
        assertRefused(() -> rebase("20261123060000"), "branch-unnamed", problem -> {});
    }

    @Test
    void keepsTheNamesOfMigrationsThatAreNewerAnyway() throws Exception {
        branch("2026-11-23T07:00:00Z", ONE, "2026-11-23T08:00:00Z", OTHER, Dialect.H2);
        checkout.merge("other");
        var migrations = sql();

        assertThat(rebase("20261123080000"))
                .isEqualTo("moved V20261123080000__other behind V20261123070000__add_author_mail");

        assertThat(sql()).isEqualTo(migrations);
        assertThat(generate("2026-11-23T09:00:00Z", BOTH, Dialect.H2)).isEmpty();
        assertThat(rebase("20261123080000")).isEqualTo("nothing to move: its migrations are one line");
    }

    @Test
    void movesSeveralMigrationsInTheirOrderWithAllThatLiesBesideThem() throws Exception {
        branch("2026-11-23T12:00:00Z", ONE, "2026-11-23T08:00:00Z", OTHER, Dialect.values());
        checkout.git("checkout", "--quiet", "other");
        generate("2026-11-23T13:00:00Z", schema(AUTHOR, STRICT_POST, COMMENT, table("tag", id())), Dialect.values());
        write("postgresql/V20261123080000__other.sql.conf", "executeInTransaction=false");
        checkout.commit("tag");
        checkout.git("checkout", "--quiet", "main");
        checkout.merge("other");
        var before = sql();

        rebase("20261123130000");

        var after = sql();
        for (Dialect dialect : Dialect.values()) {
            for (String kind : List.of("V", "U")) {
                assertThat(after.get(dialect.id() + "/" + kind + "20261123130001__other.sql"))
                        .isEqualTo(before.get(dialect.id() + "/" + kind + "20261123080000__other.sql"));
                assertThat(after.get(dialect.id() + "/" + kind + "20261123130002__create_tag.sql"))
                        .isEqualTo(before.get(dialect.id() + "/" + kind + "20261123130000__create_tag.sql"));
            }
        }
        assertThat(after).hasSameSizeAs(before).containsKey("postgresql/V20261123130001__other.sql.conf");
        assertThat(generate(
                        "2026-11-23T14:00:00Z",
                        schema(AUTHOR_WITH_MAIL, STRICT_POST, COMMENT, table("tag", id())),
                        Dialect.values()))
                .isEmpty();
    }

    @Test
    void noticesBranchesBehindASnapshotThatOneSideWroteOrThatMergedWithoutAConflict() throws Exception {
        branch("2026-11-23T07:00:00Z", ONE, "2026-11-23T08:00:00Z", OTHER, Dialect.H2);
        checkout.merge("other");
        checkout.git("checkout", "--ours", "schema.json");
        checkout.commit("ours");

        assertRefused(() -> generate("2026-11-23T09:00:00Z", BOTH, Dialect.H2), "branches", problem -> {});

        checkout.git("reset", "--quiet", "--hard", "HEAD~1");
        write(".gitattributes", "schema.json merge=union\n");
        checkout.commit("union");
        assertThat(checkout.merge("other")).isTrue();
        assertThat(text("schema.json")).doesNotContain("<<<<<<<");

        assertRefused(() -> generate("2026-11-23T09:00:00Z", BOTH, Dialect.H2), "branches", problem -> {});
        rebase("20261123070000");
        assertThat(generate("2026-11-23T10:00:00Z", BOTH, Dialect.H2)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesOneColumnAlteredOnBothSides(Dialect dialect) throws Exception {
        var longer = schema(AUTHOR, table("post", id(), varchar("title", 80), varchar("body", 300)));
        var required = schema(AUTHOR, table("post", id(), varchar("title", 80), required(varchar("body", 200))));

        branch("2026-11-23T07:00:00Z", longer, "2026-11-23T08:00:00Z", required, dialect);
        checkout.merge("other");

        ThrowingCallable generate = () -> generate("2026-11-23T09:00:00Z", longer, dialect);
        for (ThrowingCallable call : List.<ThrowingCallable>of(generate, () -> rebase("20261123080000"))) {
            assertRefused(call, "branches-conflict", problem -> {
                assertThat(problem.what())
                        .isEqualTo("Two branches of the migrations of module blog conflict:"
                                + " V20261123070000__change_post_body changes the type of post.body, and"
                                + " V20261123080000__other requires post.body");
                assertThat(problem.mend()).contains("changes/20261123080000__other.json");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAColumnDroppedOnOneSideAndAlteredOnTheOther(Dialect dialect) throws Exception {
        var longer = schema(AUTHOR, table("post", id(), varchar("title", 80), varchar("body", 300)));
        start(dialect);
        write(
                GenerateOptions.parse(null, null, "post.body", null),
                FormerNames.NONE,
                "2026-11-23T07:00:00Z",
                schema(AUTHOR, table("post", id(), varchar("title", 80))),
                dialect);
        other("2026-11-23T08:00:00Z", longer, dialect);
        checkout.merge("other");

        assertRefused(
                () -> generate("2026-11-23T09:00:00Z", longer, dialect),
                "branches-conflict",
                problem -> assertThat(problem.what())
                        .contains(
                                "V20261123070000__drop_post_body drops post.body, and V20261123080000__other changes the type"));
    }

    @ParameterizedTest
    @EnumSource
    void refusesAColumnRenamedOnOneSideAndAlteredOnTheOther(Dialect dialect) throws Exception {
        var longer = schema(AUTHOR, table("post", id(), varchar("title", 80), varchar("body", 300)));
        start(dialect);
        write(
                GenerateOptions.NONE,
                new FormerNames(Map.of("post.text", List.of("body"))),
                "2026-11-23T07:00:00Z",
                schema(AUTHOR, table("post", id(), varchar("title", 80), varchar("text", 200))),
                dialect);
        other("2026-11-23T08:00:00Z", longer, dialect);
        checkout.merge("other");

        assertRefused(
                () -> generate("2026-11-23T09:00:00Z", longer, dialect),
                "branches-conflict",
                problem -> assertThat(problem.what())
                        .contains(
                                "rename_post_body_to_text renames post.body, and V20261123080000__other changes the type of"));
    }

    @Test
    void goesOnAfterAConflictOnceOneBranchsFilesAreDeleted() throws Exception {
        var longer = schema(AUTHOR, table("post", id(), varchar("title", 80), varchar("body", 300)));
        var required = schema(AUTHOR, table("post", id(), varchar("title", 80), required(varchar("body", 200))));
        branch("2026-11-23T07:00:00Z", longer, "2026-11-23T08:00:00Z", required, Dialect.H2);
        checkout.merge("other");
        for (String file : List.of(
                "schema.json",
                "changes/20261123080000__other.json",
                "h2/V20261123080000__other.sql",
                "h2/U20261123080000__other.sql")) {
            Files.delete(folder.resolve(file));
        }

        generate(
                "2026-11-23T09:00:00Z",
                schema(AUTHOR, table("post", id(), varchar("title", 80), required(varchar("body", 300)))),
                Dialect.H2);

        assertThat(text("h2/V20261123090000__require_post_body.sql")).contains("\"body\" set not null");
    }

    @Test
    void letsARenameAndADistantChangeFollowEachOther() throws Exception {
        start(Dialect.H2);
        write(
                GenerateOptions.NONE,
                new FormerNames(Map.of("post.text", List.of("body"))),
                "2026-11-23T07:00:00Z",
                schema(AUTHOR, table("post", id(), varchar("title", 80), varchar("text", 200))),
                Dialect.H2);
        other("2026-11-23T08:00:00Z", schema(AUTHOR_WITH_MAIL, STRICT_POST), Dialect.H2);
        checkout.merge("other");
        var both = schema(
                AUTHOR_WITH_MAIL,
                table("post", id(), required(withDefault(varchar("title", 80), "-")), varchar("text", 200)));

        rebase("20261123070000");

        assertThat(generate("2026-11-23T10:00:00Z", both, Dialect.H2)).isEmpty();
    }

    @Test
    void refusesToRenumberWhatRanOnTheConfiguredDatabase() throws Exception {
        branch("2026-11-23T08:00:00Z", ONE, "2026-11-23T07:00:00Z", OTHER, Dialect.H2);
        checkout.merge("other");
        try (var database = new Upgrade(folder, Dialect.H2)) {
            database.execute("create table #blog_schema_history# (#version# varchar(50))");
            database.execute("insert into #blog_schema_history# values ('20261123060000')");
            RowCounter rows = query -> {
                try {
                    return OptionalLong.of(Long.parseLong(
                            database.rows(query.apply(Dialect.H2)).get(0)));
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            };
            database.execute("insert into #blog_schema_history# values ('20261123070000')");

            assertRefused(
                    () -> rebase("20261123070000", rows),
                    "branch-ran",
                    problem -> assertThat(problem.mend())
                            .contains("mvn modules:db-rollback -Dmodule=blog -Dto=20261123060000"));

            database.execute("delete from #blog_schema_history# where #version# = '20261123070000'");
            assertThat(rebase("20261123070000", rows)).contains("20261123070000 is 20261123090000");
        }
    }

    @Test
    void refusesABranchThatBroughtADialect() throws Exception {
        start(Dialect.H2);
        generate("2026-11-23T07:00:00Z", ONE, Dialect.H2);
        other("2026-11-23T08:00:00Z", OTHER, Dialect.H2, Dialect.MARIADB);
        checkout.merge("other");

        assertRefused(
                () -> rebase("20261123080000"),
                "branch-without-dialect",
                problem -> assertThat(problem.mend()).contains("delete that folder"));
    }

    @Test
    void findsBranchesFromMigrationsWrittenBeforeRecordsWereKept() throws Exception {
        generate("2026-11-23T06:00:00Z", BASE, Dialect.H2);
        Files.delete(folder.resolve("changes/20261123060000__create_author_post.json"));
        branches("2026-11-23T07:00:00Z", ONE, "2026-11-23T08:00:00Z", OTHER, Dialect.H2);
        checkout.merge("other");

        rebase("20261123080000");

        assertThat(generate("2026-11-23T09:00:00Z", BOTH, Dialect.H2)).isEmpty();
    }

    @Test
    void refusesARecordThatWasEdited() throws Exception {
        branch("2026-11-23T07:00:00Z", ONE, "2026-11-23T08:00:00Z", OTHER, Dialect.H2);
        checkout.merge("other");
        var record = "changes/20261123080000__other.json";
        write(record, text(record).replace("255", "100"));

        assertRefused(() -> generate("2026-11-23T09:00:00Z", BOTH, Dialect.H2), "change-edited", problem -> {});
    }

    /** The base on both, one change on main and another, named so, on a branch. */
    private void branch(String time, Schema one, String otherTime, Schema other, Dialect... dialects)
            throws IOException {
        generate("2026-11-23T06:00:00Z", BASE, dialects);
        branches(time, one, otherTime, other, dialects);
    }

    private void branches(String time, Schema one, String otherTime, Schema other, Dialect... dialects)
            throws IOException {
        checkout.commit("base");
        generate(time, one, dialects);
        other(otherTime, other, dialects);
    }

    private void start(Dialect dialect) throws IOException {
        generate("2026-11-23T06:00:00Z", BASE, dialect);
        checkout.commit("base");
    }

    /** Commits what main has, and writes another on the branch. */
    private void other(String time, Schema models, Dialect... dialects) throws IOException {
        checkout.commit("one");
        checkout.git("checkout", "--quiet", "-b", "other", "HEAD~1");
        write(options("other"), FormerNames.NONE, time, models, dialects);
        checkout.commit("other");
        checkout.git("checkout", "--quiet", "main");
    }

    private List<Path> generate(String time, Schema models, Dialect... dialects) {
        return write(options(null), FormerNames.NONE, time, models, dialects);
    }

    /** One file a migration; {@link #movesBothFilesOfAMigrationThatHoldsNobodyUp} has two. */
    private static GenerateOptions options(@Nullable String name) {
        return GenerateOptions.parse(name, null, null, null).withOnline(false);
    }

    private List<Path> write(
            GenerateOptions options, FormerNames former, String time, Schema models, Dialect... dialects) {
        return new MigrationGenerator(
                        "blog",
                        () -> new ModelSchema(models, new Origins(Map.of()), former),
                        MigrationFolder.at(folder),
                        List.of(dialects),
                        Clock.fixed(Instant.parse(time), ZoneOffset.UTC))
                .generate(options, null)
                .files();
    }

    private String rebase(String migration) {
        return rebase(migration, query -> OptionalLong.empty());
    }

    private String rebase(String migration, RowCounter rows) {
        return new Rebase(
                        "blog",
                        MigrationFolder.at(folder),
                        Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC))
                .run(migration, rows);
    }

    private void run(Upgrade database, Dialect dialect, String file) throws Exception {
        database.run(text(dialect.id() + "/" + file));
    }

    private void assertRefused(ThrowingCallable call, String tag, Consumer<Problem> problem) throws IOException {
        var before = sql();
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemsFound.class, found -> {
            assertThat(found.problems()).extracting(Problem::tag).containsExactly(tag);
            problem.accept(found.problems().get(0));
        });
        assertThat(sql()).isEqualTo(before);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private Map<String, String> sql() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            var files = new TreeMap<String, String>();
            for (Path path : paths.filter(path -> path.toString().matches(".*\\.sql(\\.conf)?"))
                    .toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
            return files;
        }
    }
}
