package io.ashlar.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ashlar.databases.TestDatabases;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void opensConnectionsOfEachDialect(String dialect) throws SQLException {
        try (var database = Database.open(fresh(dialect));
                var connection = database.dataSource().getConnection()) {
            assertThat(database.dialect().id()).isEqualTo(dialect);
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @OnEachDatabase
    void opensConnectionsWithoutAPool(String dialect) throws SQLException {
        try (var database = Database.openUnpooled(fresh(dialect));
                var one = database.dataSource().getConnection();
                var other = database.dataSource().getConnection()) {
            assertThat(one.isValid(5) && other.isValid(5)).isTrue();
            assertThat(one).isNotSameAs(other);
        }
    }

    @Test
    void createsNoFileWithoutAPoolEither(@TempDir Path directory) {
        var settings = h2(directory.resolve("shop"));

        assertThatThrownBy(() -> Database.openUnpooled(settings)).isInstanceOf(ProblemsFound.class);
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"jdbc:postgresql://localhost:1/shop, PostgreSQL", "jdbc:mariadb://localhost:1/shop, MariaDB"})
    void saysThatNoServerAnswers(String url, String server) {
        var problem = problem(new DatabaseSettings(url, "shop", "secret"));

        assertThat(problem.tag()).isEqualTo("database-unreachable");
        assertThat(problem.what()).startsWith("No " + server + " answers at 'localhost:1'");
        assertThat(problem.where()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://no-such-host.invalid/shop", "jdbc:mariadb://no-such-host.invalid/shop"})
    void saysThatTheHostIsUnknown(String url) {
        var problem = problem(new DatabaseSettings(url, "shop", "secret"));

        assertThat(problem.tag()).isEqualTo("database-unreachable");
        assertThat(problem.what()).contains("'no-such-host.invalid'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void saysThatThePasswordIsWrong(String dialect) {
        var right = fresh(dialect);

        var problem = problem(new DatabaseSettings(right.url(), right.user(), "wrong-one"));

        assertThat(problem.tag()).isEqualTo("database-login-refused");
        assertThat(problem.what()).contains("user '" + right.user() + "'");
        assertThat(problem.toString()).doesNotContain("wrong-one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void saysThatThePasswordIsNotGiven(String dialect) {
        var right = fresh(dialect);

        var problem = problem(new DatabaseSettings(right.url(), right.user(), null));

        assertThat(problem.tag()).isEqualTo("database-login-refused");
        assertThat(problem.what()).contains("no password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void saysThatTheServerHasNoSuchDatabase(String dialect) {
        var right = fresh(dialect);

        var problem = problem(
                new DatabaseSettings(right.url().replaceAll("/test_\\d+", "/shpo"), right.user(), right.password()));

        assertThat(problem.tag()).isEqualTo("database-unknown");
        assertThat(problem.what()).contains("no database 'shpo'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:mariadb://localhost", "jdbc:mariadb://localhost:3306/", "jdbc:mariadb://localhost/?a=b"})
    void asksForTheNameOfTheDatabase(String url) {
        assertThat(problem(new DatabaseSettings(url, "shop", null)).tag()).isEqualTo("database-unnamed");
    }

    @Test
    void namesTheDialectsItSupports() {
        var problem = problem(new DatabaseSettings("jdbc:oracle:thin:@//db/shop", null, null));

        assertThat(problem.tag()).isEqualTo("database-dialect-unknown");
        assertThat(problem.mend()).contains("jdbc:h2:", "jdbc:postgresql:", "jdbc:mariadb:");
    }

    @Test
    void namesTheDependencyOfAMissingDriver() {
        var settings = new DatabaseSettings("jdbc:postgresql://localhost/shop", null, null);

        var problem = catchThrowableOfType(
                        ProblemsFound.class,
                        () -> Drivers.driver(settings, Stream.of(ClassLoader.getPlatformClassLoader())))
                .problems()
                .get(0);

        assertThat(problem.tag()).isEqualTo("database-driver-missing");
        assertThat(problem.mend()).contains("org.postgresql:postgresql");
    }

    @Test
    void createsNoH2FileForAnApplication(@TempDir Path directory) {
        var problem = problem(h2(directory.resolve("shop")));

        assertThat(problem.tag()).isEqualTo("database-missing");
        assertThat(problem.mend()).contains("mvn modules:db-migrate");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void createsAnH2FileWithItsFoldersForMigrations(@TempDir Path directory) {
        Database.openOrCreate(h2(directory.resolve("new/data/shop"))).close();

        assertThat(directory.resolve("new/data/shop.mv.db")).exists();
        Database.open(h2(directory.resolve("new/data/shop"))).close();
    }

    @Test
    void saysThatTheFolderOfAnH2FileIsReadOnly(@TempDir Path directory) throws IOException {
        var folder = Files.isWritable(readOnly(directory)) ? Path.of("/proc") : directory; // root may write everywhere

        var found = catchThrowableOfType(ProblemsFound.class, () -> Database.openOrCreate(h2(folder.resolve("shop"))));

        assertThat(found.problems().get(0).tag()).isEqualTo("database-read-only");
        assertThat(found).hasMessageContaining(folder.toString());
    }

    @Test
    void saysThatAnotherProcessHasTheH2File(@TempDir Path directory) throws Exception {
        var settings = h2(directory.resolve("shop"));
        Database.openOrCreate(settings).close();

        Problem problem;
        try (var other = OtherJvm.start(HoldOpen.class, settings.url())) {
            assertThat(other.line()).isEqualTo("open");
            problem = problem(settings);
        }

        assertThat(problem.tag()).isEqualTo("database-locked");
    }

    @Test
    void showsNoPasswordOfTheUrl() {
        var settings = new DatabaseSettings(
                "jdbc:postgresql://localhost:1/shop?user=shop&password=s3cret&ssl=false", null, null);

        assertThat(settings.toString())
                .isEqualTo("jdbc:postgresql://localhost:1/shop?user=shop&password=***&ssl=false");
        assertThatThrownBy(() -> Database.open(settings)).hasMessageNotContaining("s3cret");
        assertThat(new DatabaseSettings("jdbc:mariadb://root:s3cret@db/shop", null, null).safeUrl())
                .isEqualTo("jdbc:mariadb://root:***@db/shop");
    }

    /** Holds an H2 file open until its input ends. */
    static final class HoldOpen {

        private HoldOpen() {}

        public static void main(String[] args) throws IOException {
            try (var database = Database.open(new DatabaseSettings(args[0], "sa", ""))) {
                System.out.println(database.dialect() == Dialect.H2 ? "open" : "?");
                System.in.read();
            }
        }
    }

    private static DatabaseSettings fresh(String dialect) {
        var database = TestDatabases.fresh(dialect);
        return new DatabaseSettings(database.url(), database.user(), database.password());
    }

    private static DatabaseSettings h2(Path file) {
        return new DatabaseSettings("jdbc:h2:file:" + file, "sa", "");
    }

    private static Path readOnly(Path directory) {
        if (!directory.toFile().setWritable(false)) {
            throw new IllegalStateException("cannot make " + directory + " read-only");
        }
        return directory;
    }

    private static Problem problem(DatabaseSettings settings) {
        return catchThrowableOfType(
                        ProblemsFound.class, () -> Database.open(settings).close())
                .problems()
                .get(0);
    }
}
