package io.ashlar.migrate;

import static io.ashlar.migrate.TestMigrations.execute;
import static io.ashlar.migrate.TestMigrations.fresh;
import static io.ashlar.migrate.TestMigrations.h2File;
import static io.ashlar.migrate.TestMigrations.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigratorTest {

    private static final Migration FIRST =
            new Migration("20260101000000", "create post", "V20260101000000__create_post.sql");
    private static final Migration SECOND =
            new Migration("20260102000000", "add title", "V20260102000000__add_title.sql");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void appliesWhatIsPendingOnce(String dialect) throws SQLException {
        var settings = fresh(dialect);
        var blog = blog();

        var first = migrate(settings, blog);
        var again = migrate(settings, blog);
        blog.file(SECOND.file(), "ALTER TABLE post ADD COLUMN title VARCHAR(80);");
        var later = migrate(settings, blog);

        assertThat(first).containsExactly(new MigratedModule("blog", List.of(FIRST)));
        assertThat(again).containsExactly(new MigratedModule("blog", List.of()));
        assertThat(later).containsExactly(new MigratedModule("blog", List.of(SECOND)));
        assertThat(query(settings, "SELECT title FROM post")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void givesEachModuleAHistoryOfItsOwnInOneSchema(String dialect) throws SQLException {
        var settings = fresh(dialect);
        var cart = TestMigrations.of("shop-cart", directory)
                .file("V20260101000000__create_cart.sql", "CREATE TABLE cart (id INT PRIMARY KEY);");

        migrate(settings, blog());
        var report = migrate(settings, blog(), cart);

        assertThat(report).extracting(MigratedModule::module).containsExactly("blog", "shop-cart");
        assertThat(query(settings, "SELECT COUNT(*) FROM post UNION ALL SELECT COUNT(*) FROM cart"))
                .containsExactly("0", "0");
        assertThat(status(settings, blog(), cart))
                .allMatch(module -> module.pending().isEmpty());
    }

    @Test
    void needsTwoStatementsToFindNothingToDoInManyModules() throws SQLException {
        var settings = fresh("h2");
        var modules = new TestMigrations[20];
        for (int i = 0; i < modules.length; i++) {
            modules[i] = TestMigrations.of("m" + i, directory).file("V1__t.sql", "CREATE TABLE t" + i + " (id INT);");
        }
        migrate(settings, modules);
        execute(settings, "SET QUERY_STATISTICS TRUE");

        migrate(settings, modules);

        assertThat(query(settings, "SELECT sql_statement FROM information_schema.query_statistics"))
                .filteredOn(sql -> sql.contains("schema_history") || sql.contains("information_schema.tables"))
                .hasSize(2);
    }

    @Test
    void saysHowFarEachModuleIs() throws SQLException {
        var settings = fresh("h2");
        migrate(settings, blog());
        var ahead = blog().file(SECOND.file(), "ALTER TABLE post ADD COLUMN title VARCHAR(80);");

        assertThat(status(settings, ahead).get(0).applied()).containsExactly(FIRST);
        assertThat(status(settings, ahead).get(0).pending()).containsExactly(SECOND);
    }

    @Test
    void createsNothingWhenAskedForTheStatus() {
        var settings = h2File(directory.resolve("data"));

        assertThat(status(settings, blog()).get(0).pending()).containsExactly(FIRST);
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void readsMigrationsInAJar() throws IOException, SQLException {
        var settings = fresh("h2");
        try (var jar = FileSystems.newFileSystem(directory.resolve("blog.jar"), Map.of("create", "true"))) {
            var folder = Files.createDirectories(jar.getPath("/META-INF/modules/blog/db/h2"));
            Files.writeString(folder.resolve(FIRST.file()), "CREATE TABLE post (id INT PRIMARY KEY);");

            Migrator.of(settings).migrate(List.of(new ModuleMigrations("blog", folder)));
        }

        assertThat(query(settings, "SELECT id FROM post")).isEmpty();
    }

    @Test
    void takesTheTextOfAMigrationAsItIs() throws SQLException {
        var settings = fresh("h2");
        var notes = TestMigrations.of("notes", directory)
                .file(
                        "V1__notes.sql",
                        "\uFEFFCREATE TABLE note (t VARCHAR(99));\r\nINSERT INTO note VALUES ('${a} --; ü 😀');\r\n");

        migrate(settings, notes);

        assertThat(query(settings, "SELECT t FROM note")).containsExactly("${a} --; ü 😀");
        assertThat(status(settings, notes)).allMatch(module -> module.pending().isEmpty());
    }

    @Test
    void takesOtherLineEndsForNoEdit() throws SQLException {
        var settings = fresh("h2");
        var notes = TestMigrations.of("notes", directory).file("V1__n.sql", "CREATE TABLE n (\n id INT\n);\n");
        migrate(settings, notes);

        notes.file("V1__n.sql", "CREATE TABLE n (\r\n id INT\r\n);");

        assertThat(migrate(settings, notes)).containsExactly(new MigratedModule("notes", List.of()));
    }

    @Test
    void runsOutsideATransactionWhatMust() throws SQLException {
        var settings = fresh("postgresql");
        var blog = blog().file("V20260103000000__index.sql", "CREATE INDEX CONCURRENTLY post_id ON post (id);")
                .file("V20260103000000__index.sql.conf", "executeInTransaction=false\n");

        migrate(settings, blog);

        assertThat(query(settings, "SELECT indexname FROM pg_indexes WHERE indexname = 'post_id'"))
                .containsExactly("post_id");
    }

    @Test
    void readsTheSettingsBesideAFileAndNoOthers() throws IOException {
        var blog = blog().file(SECOND.file(), "ALTER TABLE post ADD COLUMN title VARCHAR(80);")
                .file(FIRST.file() + ".conf", "executeInTransaction=false\n")
                .file("V1__elsewhere.sql.conf", "executeInTransaction=true\n");

        var files = MigrationFolders.read(List.of(blog.get()), Dialect.H2).getOrDefault("blog", List.of());

        assertThat(files).extracting(MigrationFile::settings).containsExactly("executeInTransaction=false\n", null);
    }

    @Test
    void tellsOfASuffixInCapitalsWhichWouldNeverRun() {
        var blog = blog().file("V20260105000000__loud.SQL", "drop table post;");

        assertThat(problem(fresh("h2"), blog).tag()).isEqualTo("migration-misnamed");
    }

    @Test
    void takesTheHistoriesOfOthersForNobodys() throws SQLException {
        var settings = fresh("h2");
        execute(settings, "CREATE TABLE \"shop_schema_history\" (id INT)");

        assertThat(migrate(settings, blog())).isNotEmpty();
        assertThat(migrate(settings, blog()).get(0).applied()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\n\n"})
    void countsInTheChecksumAllButTheEndsOfLines(String end) {
        var lines = "\uFEFFcreate table \"gr\u00f6\u00dfe\" (" + end + "  id int" + end + ");" + end;
        var file = new MigrationFile(Path.of("V1__x.sql"), 1, FIRST, lines, DataSteps.NONE, null);
        var flyway = new CRC32();
        for (var line :
                new BufferedReader(new StringReader(lines.substring(1))).lines().toList()) {
            flyway.update(line.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(file.checksum()).isEqualTo((int) flyway.getValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void refusesAMigrationEditedAfterItRan(String dialect) throws IOException {
        var settings = fresh(dialect);
        var blog = blog();
        migrate(settings, blog);
        var ran = MigrationFile.read(blog.path(FIRST.file())).checksum();

        blog.file(FIRST.file(), "CREATE TABLE post (id BIGINT PRIMARY KEY);")
                .file(SECOND.file(), "ALTER TABLE post ADD COLUMN title VARCHAR(80);");
        var problem = problem(settings, blog);

        assertThat(problem.tag()).isEqualTo("migration-edited");
        assertThat(problem.what()).contains(FIRST.file(), "module 'blog'", "what ran had " + ran);
        assertThat(problem.where()).isEqualTo(blog.path(FIRST.file()).toString());
        assertThat(problem.mend()).contains("restore", "new migration");
    }

    @Test
    void refusesToGoOnWithoutAMigrationThatRan() throws Exception {
        var settings = fresh("h2");
        var blog = blog();
        migrate(settings, blog);

        Files.delete(blog.path(FIRST.file()));

        assertThat(problem(settings, blog).tag()).isEqualTo("migration-missing");
    }

    @Test
    void refusesAMigrationOlderThanOneThatRan() throws SQLException {
        var settings = fresh("h2");
        var blog = blog();
        migrate(settings, blog);

        blog.file("V20251231000000__from_a_branch.sql", "CREATE TABLE late (id INT);");
        var problem = problem(settings, blog);

        assertThat(problem.tag()).isEqualTo("migration-out-of-order");
        assertThat(problem.what()).contains("V20251231000000__from_a_branch.sql", "20260101000000");
    }

    @Test
    void reportsWhatIsWrongWithAllFoldersAtOnce() {
        var settings = h2File(directory.resolve("data"));
        var blog = blog().file("V1__a.sql", "").file("V01__b.sql", "").file("create.sql", "");
        var gone = new ModuleMigrations("gone", directory.resolve("gone/db/h2"));

        var found = catchThrowableOfType(
                ProblemsFound.class, () -> Migrator.of(settings).migrate(List.of(blog.get(), gone)));

        assertThat(found.problems())
                .extracting(Problem::tag)
                .containsExactly("migration-misnamed", "migration-version-taken", "migrations-missing");
        assertThat(found.problems().get(2).what()).isEqualTo("Module 'gone' has no folder of migrations for H2");
        assertThat(found.problems().get(2).mend()).contains("mvn modules:db-generate -Dmodule=gone");
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void leavesNothingOfAFailedMigrationOnPostgres() throws SQLException {
        var settings = fresh("postgresql");
        var blog = blog().file(SECOND.file(), "CREATE TABLE half (id INT);\n\nALTER TABLE psot ADD COLUMN title TEXT;");

        var problem = problem(settings, blog);

        assertThat(problem.tag()).isEqualTo("migration-failed");
        assertThat(problem.what())
                .contains(SECOND.file(), "module 'blog'", "\"psot\" does not exist", "ALTER TABLE psot ADD");
        assertThat(problem.where()).isEqualTo(blog.path(SECOND.file()) + ":3");
        assertThat(problem.mend()).contains("nothing of this file was kept");
        assertThat(query(settings, "SELECT table_name FROM information_schema.tables WHERE table_name = 'half'"))
                .isEmpty();

        blog.file(SECOND.file(), "ALTER TABLE post ADD COLUMN title TEXT;");
        assertThat(migrate(settings, blog)).containsExactly(new MigratedModule("blog", List.of(SECOND)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb"})
    void goesOnAtTheCorrectedStatementWhereTheDatabaseKeepsTheOthers(String dialect) throws SQLException {
        var settings = fresh(dialect);
        var blog = blog().file(
                        SECOND.file(),
                        "-- second\nCREATE TABLE half (id INT);\nALTER TABLE psot ADD COLUMN title TEXT;");

        var problem = problem(settings, blog);
        var again = problem(settings, blog);

        assertThat(problem.tag()).isEqualTo("migration-failed");
        assertThat(problem.where()).isEqualTo(blog.path(SECOND.file()) + ":3");
        assertThat(problem.mend()).contains("its first statement stays done", "goes on at this statement");
        assertThat(again).isEqualTo(problem);
        assertThat(status(settings, blog).get(0).migrations())
                .extracting(MigrationStatus::state)
                .containsExactly(MigrationState.APPLIED, MigrationState.UNFINISHED);

        blog.file(SECOND.file(), "CREATE TABLE half (id INT);\nALTER TABLE post ADD COLUMN title TEXT;");
        assertThat(migrate(settings, blog)).containsExactly(new MigratedModule("blog", List.of(SECOND)));
        assertThat(status(settings, blog).get(0).applied()).containsExactly(FIRST, SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb"})
    void startsOverWhenWhatWasDoneIsUndoneAndForgotten(String dialect) throws SQLException {
        var settings = fresh(dialect);
        var blog = blog().file(SECOND.file(), "CREATE TABLE half (id INT);\nALTER TABLE psot ADD COLUMN title TEXT;");
        var problem = problem(settings, blog);

        blog.file(SECOND.file(), "CREATE TABLE whole (id INT);");
        var refused = problem(settings, blog);
        execute(settings, "DROP TABLE half"); // as the problem says
        execute(settings, problem.mend().replaceAll("(?s).*\"(DELETE .*0)\".*", "$1"));

        assertThat(refused.tag()).isEqualTo("migration-broke-off-earlier");
        assertThat(refused.what()).contains(SECOND.file(), "after 1 statement", "has been edited since");
        assertThat(refused.mend()).contains("DELETE FROM");
        assertThat(migrate(settings, blog)).containsExactly(new MigratedModule("blog", List.of(SECOND)));
    }

    @Test
    void leavesNoInvalidIndexWhereBuildingItFails() throws SQLException {
        var settings = fresh("postgresql");
        var blog =
                blog().file(SECOND.file(), "INSERT INTO post VALUES (1); ALTER TABLE post ADD COLUMN n INT DEFAULT 0;");
        blog.file(
                        "V20260103000000__twice.sql",
                        "ALTER TABLE post DROP CONSTRAINT post_pkey; INSERT INTO post VALUES (1);")
                .file("V20260104000000__index.sql", "CREATE UNIQUE INDEX CONCURRENTLY one ON post (id);")
                .file("V20260104000000__index.sql.conf", "executeInTransaction=false");

        var problem = problem(settings, blog);
        var left = query(settings, "SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid");
        execute(settings, "DELETE FROM post");
        migrate(settings, blog);

        assertThat(problem.tag()).isEqualTo("migration-failed");
        assertThat(problem.mend()).contains("nothing of this file was kept");
        assertThat(left).isEmpty();
        assertThat(query(settings, "SELECT 1 FROM pg_index WHERE indexrelid = to_regclass('one') AND indisvalid"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mariadb"})
    void forgetsAMigrationWhoseFirstStatementFailed(String dialect) throws SQLException {
        var settings = fresh(dialect);
        var blog = blog().file(SECOND.file(), "ALTER TABLE psot ADD COLUMN title TEXT;");

        assertThat(problem(settings, blog).mend()).contains("nothing of this file was kept");

        blog.file(SECOND.file(), "ALTER TABLE post ADD COLUMN title TEXT;");
        assertThat(migrate(settings, blog)).containsExactly(new MigratedModule("blog", List.of(SECOND)));
    }

    @Test
    void doesNothingForNoModules() {
        var nowhere = new DatabaseSettings("jdbc:postgresql://localhost:1/shop", null, null);

        assertThat(Migrator.of(nowhere).migrate(List.of())).isEmpty();
    }

    private TestMigrations blog() {
        return TestMigrations.of("blog", directory).file(FIRST.file(), "CREATE TABLE post (id INT PRIMARY KEY);");
    }

    private static List<MigratedModule> migrate(DatabaseSettings settings, TestMigrations... modules) {
        return Migrator.of(settings).migrate(list(modules));
    }

    private static List<ModuleStatus> status(DatabaseSettings settings, TestMigrations... modules) {
        return Migrator.of(settings).status(list(modules));
    }

    private static List<ModuleMigrations> list(TestMigrations... modules) {
        return List.of(modules).stream().map(TestMigrations::get).toList();
    }

    private static Problem problem(DatabaseSettings settings, TestMigrations... modules) {
        var found = catchThrowableOfType(ProblemsFound.class, () -> migrate(settings, modules));
        assertThat(found.problems()).hasSize(1);
        return found.problems().get(0);
    }
}
