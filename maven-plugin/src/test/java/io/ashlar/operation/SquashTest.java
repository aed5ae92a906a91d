package io.ashlar.operation;

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

import io.ashlar.database.Database;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabases;
import io.ashlar.migrate.Migration;
import io.ashlar.migrate.Migrator;
import io.ashlar.migrate.ModuleMigrations;
import io.ashlar.migrate.RollbackRequest;
import io.ashlar.migration.MigrationFolder;
import io.ashlar.migration.MigrationGenerator;
import io.ashlar.migration.Squash;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.schema.Origins;
import io.ashlar.schema.Schema;
import io.ashlar.schema.SchemaSource.ModelSchema;
import io.ashlar.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One migration from many, in databases that ran all, some or none of them. */
class SquashTest {

    private static final Table POST = table("post", id(), varchar("title", 80));
    private static final Table TITLED = table("post", id(), required(withDefault(varchar("title", 80), "-")));
    private static final Table COMMENT = relation(table("comment", id(), varchar("post_id", 255)), "post_id", "post");
    private static final Schema FIRST = schema(POST);
    private static final Schema SECOND = schema(unique(TITLED, false, "title"));
    private static final Schema THIRD = schema(unique(TITLED, false, "title"), COMMENT);
    private static final Schema NEXT = schema(unique(TITLED, false, "title"), COMMENT, table("tag", id()));

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource
    void isTheSameAsTheManyInAnEmptyDatabase(Dialect dialect) throws Exception {
        generate(1, FIRST, 2, SECOND, 3, THIRD);
        var database = database(dialect);

        var proof = squash(null, creator(dialect, database));

        assertThat(proof.proven()).contains("h2", dialect.id());
        assertThat(proof.unproven()).hasSize(dialect == Dialect.H2 ? 2 : 1);
        assertThat(files().keySet())
                .containsExactly(
                        "changes/20260103000000__squash.json",
                        "h2/U20260103000000__squash.sql",
                        "h2/V20260103000000__squash.sql",
                        "mariadb/U20260103000000__squash.sql",
                        "mariadb/V20260103000000__squash.sql",
                        "postgresql/U20260103000000__squash.sql",
                        "postgresql/V20260103000000__squash.sql",
                        "schema.json");
        assertThat(migrate(dialect, database)).containsExactly("V20260103000000__squash.sql");
        assertThat(drift(database, THIRD)).isEmpty();
        generate(4, NEXT);
        assertThat(migrate(dialect, database)).containsExactly("V20260104000000__create_tag.sql");
        assertThat(drift(database, NEXT)).isEmpty();
        assertThat(rollback(dialect, database, "0"))
                .containsExactly("V20260104000000__create_tag.sql", "V20260103000000__squash.sql");
        assertThat(scratches(dialect, creator(dialect, database))).isEqualTo(0);
    }

    @ParameterizedTest
    @EnumSource
    void countsAsRunWhereAllRan(Dialect dialect) throws Exception {
        generate(1, FIRST, 2, SECOND);
        var database = database(dialect);
        migrate(dialect, database);
        generate(3, THIRD);
        migrate(dialect, database);
        execute(dialect, database, "insert into #post# (#id#, #title#) values ('p', 'kept')");

        squash(null, database);

        assertThat(migrate(dialect, database)).isEmpty();
        assertThat(states(dialect, database)).containsExactly("V20260103000000__squash.sql applied");
        assertThat(drift(database, THIRD)).isEmpty();
        assertRefused("rollback-squashed", () -> rollback(dialect, database, null));
        assertRefused("rollback-squashed", () -> rollback(dialect, database, "20260102000001"));
        generate(4, NEXT);
        assertThat(migrate(dialect, database)).containsExactly("V20260104000000__create_tag.sql");
        assertThat(rollback(dialect, database, "20260103000000")).containsExactly("V20260104000000__create_tag.sql");
        assertThat(count(dialect, database, "#post#")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedWhereOnlySomeRan(Dialect dialect) throws Exception {
        generate(1, FIRST, 2, SECOND);
        var database = database(dialect);
        migrate(dialect, database);
        generate(3, THIRD);
        var before = Files.createDirectory(temp.resolve("before"));
        for (var file : files().entrySet()) {
            if (file.getKey().startsWith(dialect.id())) {
                Files.writeString(before.resolve(Path.of(file.getKey()).getFileName()), file.getValue());
            }
        }
        squash(null, database);

        assertRefused(
                "squash-half-run",
                () -> migrate(dialect, database),
                problem -> assertThat(problem.what())
                        .isEqualTo(
                                "'V20260103000000__squash.sql' of module 'blog' stands for several migrations, and this"
                                        + " database lacks 'V20260103000000__create_comment.sql' of them"));

        Migrator.of(database).migrate(List.of(new ModuleMigrations("blog", before)));
        assertThat(migrate(dialect, database)).isEmpty();
    }

    @Test
    void saysWhatWasNotTried() {
        generate(1, FIRST, 2, SECOND);

        assertThat(squash(null, database(Dialect.MARIADB)).unproven())
                .anySatisfy(line -> assertThat(line).startsWith("mariadb: no place to try it in jdbc:mariadb:"))
                .contains("postgresql: no such database is configured");
    }

    @Test
    void mayBeSquashedAgain() throws Exception {
        generate(1, FIRST, 2, SECOND);
        var old = database(Dialect.H2);
        migrate(Dialect.H2, old);
        squash(null, old);
        var fresh = database(Dialect.H2);
        migrate(Dialect.H2, fresh);
        generate(3, THIRD);
        migrate(Dialect.H2, old);
        migrate(Dialect.H2, fresh);
        var half = database(Dialect.H2);

        squash(null, old);

        for (DatabaseSettings database : List.of(old, fresh)) {
            assertThat(migrate(Dialect.H2, database)).isEmpty();
            assertThat(states(Dialect.H2, database)).containsExactly("V20260103000000__squash.sql applied");
        }
        assertThat(migrate(Dialect.H2, half)).containsExactly("V20260103000000__squash.sql");
    }

    @Test
    void refusesAnEarlierSquashThatOnlyHalfRan() throws Exception {
        generate(1, FIRST);
        var half = database(Dialect.H2);
        migrate(Dialect.H2, half);
        generate(2, SECOND);
        squash(null, half);
        generate(3, THIRD);
        squash(null, half);

        assertRefused("squash-half-run", () -> migrate(Dialect.H2, half));
    }

    @Test
    void leavesWhatComesAfterTheVersion() throws Exception {
        generate(1, FIRST, 2, SECOND, 3, THIRD);
        var snapshot = files().get("schema.json");

        squash("20260102000001", database(Dialect.H2));

        assertThat(files().keySet())
                .contains("h2/V20260102000001__squash.sql", "h2/V20260103000000__create_comment.sql")
                .doesNotContain("h2/V20260101000000__create_post.sql");
        assertThat(files().get("schema.json")).isEqualTo(snapshot);
        assertThat(generate(4, THIRD)).isEmpty();
        var database = database(Dialect.H2);
        migrate(Dialect.H2, database);
        assertThat(drift(database, THIRD)).isEmpty();
    }

    @Test
    void takesABaselineForWhatRan() throws Exception {
        generate(1, FIRST, 2, SECOND, 3, THIRD);
        var database = database(Dialect.H2);
        migrate(Dialect.H2, database);
        execute(Dialect.H2, database, "drop table #blog_schema_history#");
        Migrator.of(database).baseline(module(Dialect.H2), "20260103000000");

        squash(null, database);

        assertThat(migrate(Dialect.H2, database)).isEmpty();
    }

    @Test
    void refusesABaselineInTheMiddle() throws Exception {
        generate(1, FIRST, 2, SECOND);
        var database = database(Dialect.H2);
        migrate(Dialect.H2, database);
        execute(Dialect.H2, database, "drop table #blog_schema_history#");
        Migrator.of(database).baseline(module(Dialect.H2), "20260102000001");
        generate(3, THIRD);
        squash(null, database);

        assertRefused("squash-half-run", () -> migrate(Dialect.H2, database));
    }

    @Test
    void saysWhereWhatRanWasNotWhatWasSquashed() throws Exception {
        generate(1, FIRST, 2, SECOND);
        var database = database(Dialect.H2);
        migrate(Dialect.H2, database);
        squash(null, database);
        execute(
                Dialect.H2,
                database,
                "update #blog_schema_history# set #checksum# = 7 where #version# = '20260101000000'");

        assertRefused(
                "migration-edited",
                () -> migrate(Dialect.H2, database),
                problem -> assertThat(problem.what()).contains("V20260101000000__create_post.sql", "with checksum 7"));
        assertThat(states(Dialect.H2, database)).containsExactly("V20260102000001__squash.sql edited");
    }

    @Test
    void refusesWhatWasWrittenByHand() throws Exception {
        generate(1, FIRST, 2, SECOND);
        write("h2/V20260101000001__seed.sql", "insert into \"post\" values ('p', 'title')");

        assertRefused(
                "squash-by-hand",
                () -> squash(null, database(Dialect.H2)),
                problem -> assertThat(problem.where()).endsWith("V20260101000001__seed.sql"));
    }

    @Test
    void refusesMigrationsThatNoRecordTellsOf() throws Exception {
        generate(1, FIRST, 2, SECOND);
        for (String file : files().keySet()) {
            if (file.startsWith("changes/")) {
                Files.delete(db().resolve(file));
            }
        }

        assertRefused("squash-without-records", () -> squash(null, database(Dialect.H2)));
    }

    @Test
    void refusesStatementsThatLeadToMoreThanTables() throws Exception {
        generate(1, FIRST, 2, SECOND);
        write(
                second(),
                "-- edited\ninsert into \"post\" values ('p', 'title');\ncreate view \"v\" as select 1 as \"one\";\n");

        assertThatThrownBy(() -> squash(null, database(Dialect.H2)))
                .isInstanceOfSatisfying(
                        ProblemsFound.class,
                        found -> assertThat(found.problems())
                                .extracting(Problem::tag)
                                .containsExactly("squash-unknown-statement", "squash-unknown-statement"));
    }

    @Test
    void refusesMigrationsThatLeadToSomethingElse() throws Exception {
        generate(1, FIRST, 2, SECOND);
        var file = second();
        write(file, files().get(file) + "create index \"by_hand\" on \"post\" (\"title\");\n");

        assertRefused(
                "squash-differs",
                () -> squash(null, database(Dialect.H2)),
                problem -> assertThat(problem.what()).contains("by_hand"));
    }

    @Test
    void doesNothingWithOneMigrationAndKnowsTheVersions() throws Exception {
        generate(1, FIRST);

        assertThat(new Squash("blog", MigrationFolder.at(db())).plan(null, null).made())
                .isEmpty();
        assertRefused("squash-unknown-version", () -> squash("20260102000001", database(Dialect.H2)));
    }

    private String second() throws IOException {
        return files().keySet().stream()
                .filter(name -> name.startsWith("h2/V20260102000001__"))
                .findFirst()
                .orElseThrow();
    }

    private Path db() {
        return temp.resolve("db");
    }

    private ModuleMigrations module(Dialect dialect) {
        return new ModuleMigrations("blog", db().resolve(dialect.id()));
    }

    private SquashProof squash(@Nullable String to, DatabaseSettings database) {
        var plan = new Squash("blog", MigrationFolder.at(db())).plan(to, null);
        var proof = SquashProof.of("blog", plan, database);
        plan.write();
        return proof;
    }

    private void generate(int day, Schema models, int nextDay, Schema next) {
        generate(day, models);
        generate(nextDay, next);
    }

    private void generate(int day, Schema models, int nextDay, Schema next, int lastDay, Schema last) {
        generate(day, models, nextDay, next);
        generate(lastDay, last);
    }

    private List<Path> generate(int day, Schema models) {
        return new MigrationGenerator(
                        "blog",
                        () -> new ModelSchema(models, new Origins(Map.of())),
                        MigrationFolder.at(db()),
                        List.of(Dialect.values()),
                        Clock.fixed(Instant.parse("2026-01-0" + day + "T00:00:00Z"), ZoneOffset.UTC))
                .generate(null);
    }

    private List<String> migrate(Dialect dialect, DatabaseSettings database) {
        return Migrator.of(database).migrate(List.of(module(dialect))).get(0).applied().stream()
                .map(Migration::file)
                .toList();
    }

    private List<String> rollback(Dialect dialect, DatabaseSettings database, @Nullable String to) {
        return Migrator.of(database)
                .rollback(
                        module(dialect), new RollbackRequest(Optional.ofNullable(to), Set.of("post", "comment", "tag")))
                .stream()
                .map(Migration::file)
                .toList();
    }

    private List<String> states(Dialect dialect, DatabaseSettings database) {
        return Migrator.of(database).status(List.of(module(dialect))).get(0).migrations().stream()
                .map(each -> each.migration().file() + " " + each.state())
                .toList();
    }

    private List<Problem> drift(DatabaseSettings database, Schema expected) {
        return DatabaseCheck.drift(
                database, List.of(new ModuleTables(module(Database.dialect(database)), expected, false)), line -> {});
    }

    private static DatabaseSettings database(Dialect dialect) {
        var database = TestDatabases.fresh(dialect.id());
        return new DatabaseSettings(database.url(), database.user(), database.password());
    }

    /** The user of the tests may create schemas on PostgreSQL, and no databases on MariaDB. */
    private static DatabaseSettings creator(Dialect dialect, DatabaseSettings database) {
        return dialect == Dialect.MARIADB
                ? new DatabaseSettings(database.url(), "admin", database.password())
                : database;
    }

    private static int scratches(Dialect dialect, DatabaseSettings database) throws SQLException {
        return dialect == Dialect.H2
                ? 0
                : count(dialect, database, "information_schema.schemata where schema_name like 'ashlar\\_scratch\\_%'");
    }

    private static int count(Dialect dialect, DatabaseSettings database, String what) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(quoted(dialect, "select count(*) from " + what))) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void execute(Dialect dialect, DatabaseSettings database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(quoted(dialect, sql));
        }
    }

    private static String quoted(Dialect dialect, String sql) {
        return sql.replace("#", dialect == Dialect.MARIADB ? "`" : "\"");
    }

    private void assertRefused(String tag, ThrowingCallable call) {
        assertRefused(tag, call, problem -> {});
    }

    private static void assertRefused(String tag, ThrowingCallable call, Consumer<Problem> problem) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemsFound.class, found -> {
            assertThat(found.problems()).extracting(Problem::tag).containsOnly(tag);
            problem.accept(found.problems().get(0));
        });
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(db().resolve(file), text);
    }

    private Map<String, String> files() throws IOException {
        try (Stream<Path> paths = Files.walk(db())) {
            var files = new TreeMap<String, String>();
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(db().relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
            return files;
        }
    }
}
