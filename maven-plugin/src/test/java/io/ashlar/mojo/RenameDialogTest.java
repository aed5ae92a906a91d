package io.ashlar.mojo;

import static io.ashlar.schema.Schemas.id;
import static io.ashlar.schema.Schemas.schema;
import static io.ashlar.schema.Schemas.table;
import static io.ashlar.schema.Schemas.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.databases.TestDatabases;
import io.ashlar.migrate.Migrator;
import io.ashlar.migrate.ModuleMigrations;
import io.ashlar.migration.DatabaseRows;
import io.ashlar.migration.GenerateOptions;
import io.ashlar.migration.MigrationFolder;
import io.ashlar.migration.MigrationGenerator;
import io.ashlar.migration.RenameDialog;
import io.ashlar.migration.RowCounter;
import io.ashlar.schema.FormerNames;
import io.ashlar.schema.Origins;
import io.ashlar.schema.Schema;
import io.ashlar.schema.SchemaSource.ModelSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.codehaus.plexus.components.interactivity.DefaultPrompter;
import org.codehaus.plexus.components.interactivity.InputHandler;
import org.codehaus.plexus.components.interactivity.OutputHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At a terminal, a person says what is a rename. */
class RenameDialogTest {

    private static final Schema BODY = schema(table("post", id(), varchar("body", 20)));
    private static final Schema TEXT = schema(table("post", id(), varchar("text", 20)));
    private static final String QUESTION =
            "Is post.text the former post.body? [y]es, it is the same / [n]o: drop and add" + " / [a]bort: ";

    private final StringBuilder screen = new StringBuilder();

    @TempDir
    Path folder;

    @Test
    void renamesWhatIsTheSame() throws Exception {
        generate(BODY, GenerateOptions.NONE, null);

        var sql = generate(TEXT, settled(TEXT, GenerateOptions.NONE, null, "y"), null);

        assertThat(screen).hasToString(QUESTION);
        assertThat(sql).contains("rename").doesNotContain("drop column");
    }

    @Test
    void asksForConsentByNameToWhatIsNotTheSame() throws Exception {
        generate(BODY, GenerateOptions.NONE, null);

        var settled = settled(TEXT, GenerateOptions.NONE, null, "no");

        assertThat(settled).isEqualTo(GenerateOptions.NONE);
        assertThatThrownBy(() -> generate(TEXT, settled, null)).hasMessageContaining("-DallowDestructive=post.body");
    }

    @Test
    void writesNothingWhenThePersonAbortsOrIsGone() throws Exception {
        generate(BODY, GenerateOptions.NONE, null);

        assertThatThrownBy(() -> settled(TEXT, GenerateOptions.NONE, null, "perhaps", "A"))
                .hasMessageContaining("[rename-not-settled]");
        assertThat(screen).hasToString(QUESTION + QUESTION);
        assertThatThrownBy(() -> settled(TEXT, GenerateOptions.NONE, null)).hasMessageContaining("nothing was written");
    }

    @Test
    void asksNothingAboutWhatWasSaidOnTheCommandLine() throws Exception {
        generate(BODY, GenerateOptions.NONE, null);

        settled(TEXT, GenerateOptions.parse(null, null, "post.body", null), null);
        settled(TEXT, GenerateOptions.parse(null, "post.body:post.text", null, null), null);
        settled(TEXT, GenerateOptions.parse(null, null, null, "post.body"), null);
        settled(BODY, GenerateOptions.NONE, null);

        assertThat(screen).isEmpty();
    }

    @Test
    void asksAboutEachCandidateAndThenAboutTheColumnsOfATableThatIsTheSame() throws Exception {
        var article = table("article", id(), varchar("text", 20), varchar("title", 20), varchar("kind", 20));
        generate(
                schema(table("post", id(), varchar("body", 20), varchar("title", 20), varchar("kind", 20))),
                GenerateOptions.NONE,
                null);

        var settled = settled(schema(article), GenerateOptions.NONE, null, "yes", "y");

        assertThat(screen.toString().lines().toList().get(0))
                .contains("Is article the former post?", "Is article.text the former article.body?");
        assertThat(generate(schema(article), settled, null)).doesNotContain("drop ");
    }

    @Test
    void goesOnToTheNextCandidateAfterANo() throws Exception {
        generate(BODY, GenerateOptions.NONE, null);
        var two = schema(table("post", id(), varchar("slug", 20), varchar("text", 20)));

        var settled = settled(two, GenerateOptions.NONE, null, "n", "y");

        assertThat(screen.toString()).contains("Is post.slug the former", "Is post.text the former");
        assertThat(generate(two, settled, null))
                .contains("rename")
                .contains("\"slug\"")
                .doesNotContain("drop column");
    }

    @Test
    void tellsHowMuchThereIsInTheConfiguredDatabase() throws Exception {
        generate(BODY, GenerateOptions.NONE, null);
        var database = TestDatabases.fresh("h2");
        var settings = new DatabaseSettings(database.url(), database.user(), database.password());
        Migrator.of(settings).migrate(List.of(new ModuleMigrations("shop", folder.resolve("h2"))));
        insert(settings);

        settled(TEXT, GenerateOptions.NONE, new DatabaseRows(() -> settings), "y");

        assertThat(screen.toString()).contains("the former post.body (2 values in the configured database)?");
    }

    private static void insert(DatabaseSettings settings) throws SQLException {
        try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                var statement = connection.createStatement()) {
            statement.execute("insert into \"post\" values ('1', 'one'), ('2', 'two'), ('3', null)");
        }
    }

    private GenerateOptions settled(
            Schema models, GenerateOptions options, @Nullable RowCounter counter, String... answers) {
        screen.setLength(0);
        var prompter = new DefaultPrompter(new Screen(screen), new Keyboard(new ArrayDeque<>(List.of(answers))));
        return new RenameDialog(new PrompterLine(prompter)).settle(generator(models), options, counter);
    }

    private String generate(Schema models, GenerateOptions options, @Nullable RowCounter counter) throws IOException {
        var file = generator(models).generate(options, counter).files().stream()
                .filter(path -> path.getFileName().toString().startsWith("V"))
                .findFirst();
        return Files.readString(file.orElseThrow());
    }

    private MigrationGenerator generator(Schema models) {
        return new MigrationGenerator(
                "shop",
                () -> new ModelSchema(models, new Origins(Map.of()), FormerNames.NONE),
                MigrationFolder.at(folder),
                List.of(Dialect.H2),
                Clock.systemUTC());
    }

    private record Screen(StringBuilder text) implements OutputHandler {

        @Override
        public void write(String line) {
            text.append(line);
        }

        @Override
        public void writeLine(String line) {
            text.append(line).append('\n');
        }
    }

    private record Keyboard(Deque<String> lines) implements InputHandler {

        @Override
        public @Nullable String readLine() {
            return lines.poll();
        }

        @Override
        public @Nullable String readPassword() {
            return lines.poll();
        }

        @Override
        public List<String> readMultipleLines() {
            return List.copyOf(lines);
        }
    }
}
