package io.ashlar.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.database.Database;
import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabases;
import io.ashlar.ddl.Ddl;
import io.ashlar.diff.SchemaChange.AddColumn;
import io.ashlar.diff.SchemaDiff;
import io.ashlar.operation.Catalog;
import io.ashlar.operation.DatabaseCheck;
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
import java.util.stream.Collectors;
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
        assertThat(pulled.notes()).containsExactlyElementsOf(expected(dialect, "notes.txt", pulled.notes()));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void writesThemAsAPersonWould(Dialect dialect) throws Exception {
        var pulled = pull(handWritten(dialect), Set.of());

        for (String name : List.of("Author", "Post", "OrderLine", "OrderLineId")) {
            assertThat(source(pulled, name))
                    .as(name)
                    .isEqualTo(expected(dialect, name + ".java.txt", source(pulled, name)));
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

        assertThat(pulled.notes()).allMatch(note -> note.contains(" has no created_at, updated_at, deleted_at, "));
        assertThat(SchemaDiff.between(models, CompiledModels.read(pulled, folder)))
                .hasSize(3 * pulled.models().size())
                .allMatch(change -> change instanceof AddColumn added
                        && added.column().name().matches("(created|updated|deleted)_at"));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void givesStatementsWhereADatabaseHasNamesThatModelsCannotHave(Dialect dialect) throws Exception {
        var settings = fresh(dialect);
        execute(settings, text(expectedFile(dialect, "names.sql")));

        var pulled = pull(settings, Set.of());

        assertThat(SchemaDiff.between(pulled.schema(), CompiledModels.read(pulled, folder)))
                .isEmpty();
        assertThat(pulled.notes()).containsExactlyElementsOf(expected(dialect, "names.txt", pulled.notes()));
        assertThat(differences(settings, pulled))
                .hasSizeGreaterThanOrEqualTo(pulled.notes().size());

        execute(
                settings,
                pulled.notes().stream().map(DatabasePullTest::statement).collect(Collectors.joining()));

        assertThat(differences(settings, pulled)).isEmpty();
        assertThat(pull(settings, Set.of()).notes()).isEmpty();
    }

    private static String statement(String note) {
        return note.replaceFirst(".*; (rename it|add them) here: ", "").replace("; ", ";\n") + ";\n";
    }

    /** Returns what db-check would call drift. */
    private static List<String> differences(DatabaseSettings settings, Pulled pulled) throws SQLException {
        try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
            Dialect dialect = Database.dialect(settings);
            return DatabaseCheck.differences(dialect, connection, pulled.schema(), Catalog.read(dialect, connection));
        }
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
    void replacesAFileOnlyWhenToldTo(Dialect dialect) throws Exception {
        var pulled = pull(handWritten(dialect), Set.of());
        Path mine = folder.resolve("org/acme/shop/Post.java");
        Files.createDirectories(mine.resolveSibling(""));
        Files.writeString(mine, "mine");

        assertThatThrownBy(() -> pulled.writeTo(folder, StandardCharsets.UTF_8, false))
                .hasMessageContaining(
                        "[pull-file-exists] Post is there already, and says otherwise than the table POST")
                .hasMessageContaining(mine.toString());
        assertThat(mine).hasContent("mine");
        assertThat(mine.resolveSibling("Author.java")).doesNotExist();

        assertThat(pulled.writeTo(folder, StandardCharsets.UTF_8, true))
                .hasSize(7)
                .contains(mine);
        assertThat(pulled.writeTo(folder, StandardCharsets.UTF_8, false)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void saysThatThereIsNothingToPull(Dialect dialect) throws Exception {
        var settings = fresh(dialect);
        execute(settings, "create table note (text varchar(20));\ncreate table tag (code varchar(20) primary key);\n");

        assertThatThrownBy(() -> pull(settings, Set.of(name(dialect, "tag"))))
                .hasMessageContaining("[pull-nothing]")
                .hasMessageContaining("The table " + name(dialect, "tag") + " is left out: a module has it already")
                .hasMessageContaining("The table " + name(dialect, "note") + " is left out: it has no primary key");
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

    private static List<String> expected(Dialect dialect, String file, List<String> lines) throws IOException {
        return expected(dialect, file, String.join("\n", lines) + "\n").lines().toList();
    }

    /** Returns what is on file; takes {@code actual} for that when told to. */
    private static String expected(Dialect dialect, String file, String actual) throws IOException {
        String name = expectedFile(dialect, file);
        if (Boolean.getBoolean("ashlar.accept")) {
            Files.writeString(Path.of("src/test/resources/io/ashlar/pull", name), actual);
            return actual;
        }
        return text(name);
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
