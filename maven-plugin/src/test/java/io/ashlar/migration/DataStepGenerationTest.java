package io.ashlar.migration;

import static io.ashlar.schema.Schemas.id;
import static io.ashlar.schema.Schemas.oneOf;
import static io.ashlar.schema.Schemas.optional;
import static io.ashlar.schema.Schemas.required;
import static io.ashlar.schema.Schemas.schema;
import static io.ashlar.schema.Schemas.table;
import static io.ashlar.schema.Schemas.unique;
import static io.ashlar.schema.Schemas.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.database.Dialect;
import io.ashlar.migrate.DataBatch;
import io.ashlar.migrate.DataStep;
import io.ashlar.migrate.DataSteps;
import io.ashlar.migrate.MigratedModule;
import io.ashlar.migrate.Migrator;
import io.ashlar.migrate.ModuleMigrations;
import io.ashlar.migrate.RollbackRequest;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.schema.ColumnType.Kind;
import io.ashlar.schema.FormerNames;
import io.ashlar.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** New values are computed from old ones between what makes room for them and what demands them. */
class DataStepGenerationTest {

    private static final Schema TWO_NAMES =
            schema(table("author", id(), required(varchar("first", 20)), required(varchar("last", 20))));
    private static final Schema ONE_NAME =
            schema(unique(table("author", id(), required(varchar("name", 41))), false, "name"));
    private static final String JOIN = """
            -- ashlar:batch 2 #author#.#id#
            update #author# set #name# = concat(#first#, ' ', #last#) where #id# between {from} and {to};
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void computesARequiredFieldFromTwoThatGo(Dialect dialect) throws Exception {
        try (var upgrade = new Upgrade(folder, dialect)) {
            withAuthors(upgrade, dialect);
            var before = tables(upgrade);

            var written = upgrade.generate(ONE_NAME, FormerNames.NONE, splitting("true", "author.first,author.last"));
            assertThat(names(dialect)).hasSize(4);
            assertThat(upgrade.generate(ONE_NAME, FormerNames.NONE, GenerateOptions.NONE))
                    .as("the second diff")
                    .isEmpty();
            assertThat(written.get(0))
                    .contains(quoted(dialect, "requires #author#.#name#"), quoted(dialect, "drops #author#.#first#"))
                    .contains(quoted(dialect, "--   -- ashlar:batch 1000 #author#.#id#"))
                    .contains(quoted(
                            dialect, "--   update #author# set #name# = ... where #id# between {from} and {to};"));
            assertThatThrownBy(() -> migrate(upgrade, dialect)).hasMessageContaining("[data-step-unfilled]");
            assertThat(tables(upgrade)).isEqualTo(before);

            fill(dialect, quoted(dialect, JOIN));
            migrate(upgrade, dialect);

            assertThat(upgrade.rows("select #name# from #author# order by #id#"))
                    .containsExactly("Ada King", "Alan Turing", "Grace Hopper");
            assertThat(tables(upgrade)).isEqualTo(fresh(dialect, ONE_NAME));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void leadsBackAndUpAgain(Dialect dialect) throws Exception {
        try (var upgrade = new Upgrade(folder, dialect)) {
            withAuthors(upgrade, dialect);
            var before = tables(upgrade);
            upgrade.generate(ONE_NAME, FormerNames.NONE, splitting("true", "author.first,author.last"));
            fill(dialect, quoted(dialect, JOIN));
            Files.writeString(
                    file(dialect, "U", "_data"),
                    quoted(
                            dialect,
                            "update #author# set #first# = substring(#name#, 1, locate(' ', #name#) - 1),"
                                            .replace("locate(' ', #name#)", position(dialect))
                                    + " #last# = substring(#name#, " + position(dialect) + " + 1);"));
            migrate(upgrade, dialect);

            var versions = names(dialect).stream()
                    .map(name -> name.substring(1, name.indexOf("__")))
                    .toList();
            Migrator.of(upgrade.settings())
                    .rollback(module(dialect), new RollbackRequest(Optional.of(versions.get(0)), Set.copyOf(versions)));

            assertThat(upgrade.rows("select #first#, #last# from #author# order by #id#"))
                    .containsExactly("Ada, King", "Alan, Turing", "Grace, Hopper");
            assertThat(tables(upgrade)).isEqualTo(before);
            migrate(upgrade, dialect);
            assertThat(tables(upgrade)).isEqualTo(fresh(dialect, ONE_NAME));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void stopsBeforeTheContractWhereTheStepLeftRowsOut(Dialect dialect) throws Exception {
        try (var upgrade = new Upgrade(folder, dialect)) {
            withAuthors(upgrade, dialect);
            upgrade.generate(ONE_NAME, FormerNames.NONE, splitting("true", "author.first,author.last"));
            fill(dialect, quoted(dialect, JOIN.replace("where", "where #first# like 'A%' and")));

            assertThatThrownBy(() -> migrate(upgrade, dialect))
                    .hasMessageContaining("[null-in-required]")
                    .hasMessageContaining("is empty in 1 rows and becomes required");

            assertThat(upgrade.rows("select #first#, #last# from #author# where #name# is null"))
                    .containsExactly("Grace, Hopper");
            upgrade.execute("update #author# set #name# = 'Grace Hopper' where #name# is null");
            migrate(upgrade, dialect);
            assertThat(tables(upgrade)).isEqualTo(fresh(dialect, ONE_NAME));
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void runsAClassBetweenColumns(Dialect dialect) throws Exception {
        var before = schema(table("post", id(), required(optional("old", Kind.BOOLEAN))));
        var after = schema(oneOf(table("post", id(), required(varchar("state", 9))), "state", "DRAFT", "PUBLISHED"));
        try (var upgrade = new Upgrade(folder, dialect)) {
            upgrade.generate(before, FormerNames.NONE, GenerateOptions.NONE);
            migrate(upgrade, dialect);
            for (int i = 1; i <= 5; i++) {
                upgrade.execute("insert into #post# (#id#, #old#) values ('" + i + "', " + (i % 2 == 0) + ")");
            }

            upgrade.generate(after, FormerNames.NONE, splitting(States.class.getName(), "post.old"));
            migrate(upgrade, dialect);

            assertThat(upgrade.rows("select #state# from #post# order by #id#"))
                    .containsExactly("DRAFT", "PUBLISHED", "DRAFT", "PUBLISHED", "DRAFT");
            assertThat(tables(upgrade)).isEqualTo(fresh(dialect, after));
        }
    }

    /** What was a flag becomes a state. */
    public static final class States implements DataStep {

        /** For the migration that names it. */
        public States() {}

        @Override
        public long run(DataBatch batch) throws SQLException {
            var quote = batch.dialect() == Dialect.MARIADB ? "`" : "\"";
            try (var statement = batch.connection().createStatement()) {
                return statement.executeUpdate(
                        "update #post# set #state# = case when #old# then 'PUBLISHED' else 'DRAFT' end where "
                                        .replace("#", quote)
                                + batch.in(quote + "id" + quote));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void givesWayToNewConstantsAndFormerlyEmptyValues(Dialect dialect) throws Exception {
        var before = schema(oneOf(table("post", id(), varchar("state", 9)), "state", "NEW", "OLD"));
        var after =
                schema(oneOf(table("post", id(), required(varchar("state", 20))), "state", "OPEN", "CLOSED_FOR_EVER"));
        try (var upgrade = new Upgrade(folder, dialect)) {
            upgrade.generate(before, FormerNames.NONE, GenerateOptions.NONE);
            migrate(upgrade, dialect);
            upgrade.execute("insert into #post# (#id#, #state#) values ('1', 'NEW')");
            upgrade.execute("insert into #post# (#id#, #state#) values ('2', 'OLD')");
            upgrade.execute("insert into #post# (#id#) values ('3')");

            upgrade.generate(after, FormerNames.NONE, splitting("true", null));
            fill(
                    dialect,
                    quoted(
                            dialect,
                            "update #post# set #state# = case #state# when 'OLD' then 'CLOSED_FOR_EVER' else 'OPEN' end;"));
            migrate(upgrade, dialect);

            assertThat(upgrade.rows("select #state# from #post# order by #id#"))
                    .containsExactly("OPEN", "CLOSED_FOR_EVER", "OPEN");
            assertThat(tables(upgrade)).isEqualTo(fresh(dialect, after));
        }
    }

    @Test
    void stillAsksForConsentToWhatTheContractDrops() throws Exception {
        try (var upgrade = new Upgrade(folder, Dialect.H2)) {
            upgrade.generate(TWO_NAMES, FormerNames.NONE, GenerateOptions.NONE);

            assertThatThrownBy(() -> upgrade.generate(ONE_NAME, FormerNames.NONE, splitting("true", "author.first")))
                    .isInstanceOf(ProblemsFound.class)
                    .hasMessageContaining("author.last")
                    .hasMessageNotContaining("required-without-default");
            assertThat(names(Dialect.H2)).hasSize(1);
        }
    }

    @Test
    void writesNothingWhereNothingChangesAndOneFileWhereNothingWasBefore() throws Exception {
        try (var upgrade = new Upgrade(folder, Dialect.H2)) {
            assertThat(upgrade.generate(TWO_NAMES, FormerNames.NONE, splitting("true", null)))
                    .hasSize(2);
            assertThat(upgrade.generate(TWO_NAMES, FormerNames.NONE, splitting("true", null)))
                    .isEmpty();
        }
    }

    @Test
    void refusesWhatIsNoClass() {
        assertThatThrownBy(() -> splitting("SplitNames", null)).hasMessageContaining("[data-step-unreadable]");
    }

    private static GenerateOptions splitting(String step, @Nullable String allowed) {
        return GenerateOptions.parse("names", null, allowed, null).withDataStep(step);
    }

    private void withAuthors(Upgrade upgrade, Dialect dialect) throws IOException, SQLException {
        upgrade.generate(TWO_NAMES, FormerNames.NONE, GenerateOptions.NONE);
        migrate(upgrade, dialect);
        for (String row : List.of("'1', 'Ada', 'King'", "'2', 'Alan', 'Turing'", "'3', 'Grace', 'Hopper'")) {
            upgrade.execute("insert into #author# (#id#, #first#, #last#) values (" + row + ")");
        }
    }

    private List<MigratedModule> migrate(Upgrade upgrade, Dialect dialect) {
        return Migrator.of(upgrade.settings()).migrate(List.of(module(dialect)));
    }

    private ModuleMigrations module(Dialect dialect) {
        return new ModuleMigrations(
                "shop", folder.resolve(dialect.id()), DataSteps.of(DataStepGenerationTest.class.getClassLoader()));
    }

    private void fill(Dialect dialect, String sql) throws IOException {
        var file = file(dialect, "V", "_data");
        Files.writeString(file, Files.readString(file).replace("-- ashlar:unfilled\n", sql));
    }

    private Path file(Dialect dialect, String letter, String suffix) throws IOException {
        try (var files = Files.newDirectoryStream(folder.resolve(dialect.id()), letter + "*" + suffix + ".sql")) {
            return files.iterator().next();
        }
    }

    private List<String> names(Dialect dialect) throws IOException {
        try (var files = Files.list(folder.resolve(dialect.id()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("V") && name.endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    private List<String> fresh(Dialect dialect, Schema schema) throws SQLException {
        try (var other = new Upgrade(folder, dialect)) {
            other.run(io.ashlar.ddl.Ddl.of(dialect).script(io.ashlar.diff.SchemaDiff.between(Schema.EMPTY, schema)));
            return tables(other);
        }
    }

    /** Without the tables that the runner keeps for itself. */
    private static List<String> tables(Upgrade upgrade) throws SQLException {
        return upgrade.introspect().stream()
                .filter(line -> !line.contains("shop_schema_"))
                .toList();
    }

    private static String position(Dialect dialect) {
        return dialect == Dialect.MARIADB ? "locate(' ', #name#)" : "position(' ' in #name#)";
    }

    private static String quoted(Dialect dialect, String sql) {
        return sql.replace("#", dialect == Dialect.MARIADB ? "`" : "\"");
    }
}
