package io.ashlar.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabases;
import io.ashlar.ddl.Ddl;
import io.ashlar.diff.SchemaDiff;
import io.ashlar.schema.EclipseLinkSchemas;
import io.ashlar.schema.Schema;
import io.ashlar.schema.models.Chinook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabasePullTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void makesModelsThatAreReadAsTheTablesTheyCameFrom(Dialect dialect) throws Exception {
        var settings = handWritten(dialect);

        var pulled = pull(settings, Set.of());

        assertThat(pulled.models()).containsExactly("Author", "Category", "OrderLine", "Post", "Profile", "Tag");
        assertThat(SchemaDiff.between(pulled.schema(), CompiledModels.read(pulled, folder)))
                .isEmpty();
        assertThat(pulled.notes()).containsExactlyElementsOf(expected(dialect, "notes.txt"));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void writesThemAsAPersonWould(Dialect dialect) throws Exception {
        var pulled = pull(handWritten(dialect), Set.of());

        for (String name : List.of("Author", "Post", "OrderLine", "OrderLineId")) {
            assertThat(source(pulled, name)).as(name).isEqualTo(text(expectedFile(dialect, name + ".java.txt")));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void findsAllOfAPublishedModelAgain(Dialect dialect) throws Exception {
        var models = EclipseLinkSchemas.of("music", Chinook.models(), getClass().getClassLoader())
                .read()
                .schema();
        var settings = fresh(dialect);
        execute(settings, Ddl.of(dialect).script(SchemaDiff.between(Schema.EMPTY, models)));

        var pulled = pull(settings, Set.of());

        assertThat(pulled.notes()).isEmpty();
        assertThat(SchemaDiff.between(models, CompiledModels.read(pulled, folder)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void givesStatementsThatNamePrimaryKeysAsMigrationsDo(Dialect dialect) throws Exception {
        var settings = handWritten(dialect);
        var renames = pull(settings, Set.of()).notes().stream()
                .filter(note -> note.startsWith("The primary key of "))
                .map(note -> note.substring(note.indexOf(": ") + 2) + ";\n")
                .toList();

        execute(settings, String.join("", renames));

        assertThat(renames).hasSize(dialect == Dialect.MARIADB ? 0 : 7);
        assertThat(pull(settings, Set.of()).notes()).noneMatch(note -> note.contains("primary key of"));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void leavesTablesOfModulesAloneAndRefusesThemByName(Dialect dialect) throws Exception {
        var settings = handWritten(dialect);

        var pulled = pull(settings, Set.of(name(dialect, "tag"), name(dialect, "author")));

        assertThat(pulled.models()).containsExactly("Category", "OrderLine", "Post", "PostTag", "Profile");
        assertThat(SchemaDiff.between(pulled.schema(), CompiledModels.read(pulled, folder)))
                .isEmpty();
        assertThat(pulled.notes())
                .contains("The table " + name(dialect, "tag") + " is left out: a module has it already");
        assertThatThrownBy(() -> DatabasePull.of(
                        settings,
                        new PullRequest("org.acme.shop", List.of("TAG", "tags"), Set.of(name(dialect, "tag")))))
                .hasMessageContaining("[pull-table-taken]")
                .hasMessageContaining("[pull-unknown-table]");
    }

    @ParameterizedTest
    @EnumSource(value = Dialect.class, names = "H2")
    void neverTouchesAFileThatIsThere(Dialect dialect) throws Exception {
        var pulled = pull(handWritten(dialect), Set.of());
        Path mine = folder.resolve("org/acme/shop/Post.java");
        Files.createDirectories(mine.resolveSibling(""));
        Files.writeString(mine, "mine");

        assertThat(pulled.kept(folder)).containsExactly(mine);
        assertThat(pulled.writeTo(folder, StandardCharsets.UTF_8))
                .doesNotContain(mine)
                .hasSize(6);
        assertThat(mine).hasContent("mine");
        assertThat(pulled.writeTo(folder, StandardCharsets.UTF_8)).isEmpty();
    }

    private static Pulled pull(DatabaseSettings settings, Set<String> taken) {
        return DatabasePull.of(settings, new PullRequest("org.acme.shop", List.of(), taken));
    }

    private static String source(Pulled pulled, String name) {
        return pulled.sources().stream()
                .filter(source -> source.name().simple().equals(name))
                .findFirst()
                .orElseThrow()
                .text();
    }

    /** H2 has names without quotes in capitals. */
    private static String name(Dialect dialect, String name) {
        return dialect == Dialect.H2 ? name.toUpperCase(java.util.Locale.ROOT) : name;
    }

    private static DatabaseSettings handWritten(Dialect dialect) throws IOException, SQLException {
        var settings = fresh(dialect);
        execute(settings, text(expectedFile(dialect, "tables.sql")));
        return settings;
    }

    private static DatabaseSettings fresh(Dialect dialect) {
        var database = TestDatabases.fresh(dialect.id());
        return new DatabaseSettings(database.url(), database.user(), database.password());
    }

    private static List<String> expected(Dialect dialect, String file) throws IOException {
        return text(expectedFile(dialect, file)).lines().toList();
    }

    private static String expectedFile(Dialect dialect, String file) {
        return dialect.id() + "/" + file;
    }

    private static String text(String file) throws IOException {
        try (var stream = DatabasePullTest.class.getResourceAsStream(file)) {
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void execute(DatabaseSettings settings, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                var statement = connection.createStatement()) {
            for (String each : sql.split(";\\s*\\n", -1)) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
        }
    }
}
