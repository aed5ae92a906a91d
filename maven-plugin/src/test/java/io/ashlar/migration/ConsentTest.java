package io.ashlar.migration;

import static io.ashlar.schema.Schemas.id;
import static io.ashlar.schema.Schemas.required;
import static io.ashlar.schema.Schemas.schema;
import static io.ashlar.schema.Schemas.table;
import static io.ashlar.schema.Schemas.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.database.DatabaseSettings;
import io.ashlar.database.Dialect;
import io.ashlar.problem.Problem;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.schema.FormerNames;
import io.ashlar.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is lost only by consent, now or in a later release. */
class ConsentTest {

    private static final Schema FULL = schema(table("post", id(), required(varchar("title", 20))));
    private static final Schema BARE = schema(table("post", id()));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void dropsInALaterReleaseWhatWasKeptForTheVersionThatUsesIt(Dialect dialect) throws Exception {
        var upgrade = new Upgrade(folder, dialect);
        upgrade.run(generate(upgrade, FULL, null, null).get(0));
        upgrade.execute("insert into #post#(#id#, #title#) values ('1', 'one')");

        upgrade.run(generate(upgrade, BARE, null, "post.title").get(0));
        upgrade.execute("insert into #post#(#id#) values ('2')");
        upgrade.execute("insert into #post#(#id#, #title#) values ('3', 'three')");
        assertThat(generate(upgrade, BARE, null, null)).as("next release").isEmpty();
        assertThat(upgrade.rows("select #title# from #post# order by #id#")).containsExactly("one", "null", "three");

        upgrade.run(generate(upgrade, BARE, "post.title", null).get(0));
        upgrade.assertLooksLike(BARE);
        assertThat(generate(upgrade, BARE, null, null)).isEmpty();
    }

    @Test
    void takesBackWhatWasToBeDroppedLater() throws Exception {
        var upgrade = new Upgrade(folder, Dialect.H2);
        upgrade.run(generate(upgrade, FULL, null, null).get(0));
        upgrade.execute("insert into #post#(#id#, #title#) values ('1', 'one')");
        upgrade.run(generate(upgrade, BARE, null, "post.title").get(0));

        upgrade.run(generate(upgrade, FULL, null, null).get(0));

        upgrade.assertLooksLike(FULL);
        assertThat(upgrade.rows("select #title# from #post#")).containsExactly("one");
        assertRefused("drop-column", () -> generate(upgrade, BARE, null, null));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void tellsHowManyValuesWouldBeLost(Dialect dialect) throws Exception {
        var upgrade = new Upgrade(folder, dialect);
        upgrade.run(generate(upgrade, FULL, null, null).get(0));
        upgrade.execute("insert into #post#(#id#, #title#) values ('1', 'one')");
        upgrade.execute("insert into #post#(#id#, #title#) values ('2', 'two')");
        var rows = new DatabaseRows(upgrade::settings);

        assertThatThrownBy(() -> upgrade.generate(BARE, FormerNames.NONE, GenerateOptions.NONE, rows))
                .hasMessageContaining("its values would be lost (2 in the configured database)");
    }

    @Test
    void tellsNoNumberWhereNoDatabaseAnswers() throws Exception {
        var upgrade = new Upgrade(folder, Dialect.H2);
        generate(upgrade, FULL, null, null);
        var rows = new DatabaseRows(() -> new DatabaseSettings("jdbc:h2:file:" + folder.resolve("none"), "sa", ""));

        assertThatThrownBy(() -> upgrade.generate(BARE, FormerNames.NONE, GenerateOptions.NONE, rows))
                .hasMessageContaining("its values would be lost\n");
        assertThat(folder.resolve("none.mv.db")).doesNotExist();
    }

    @Test
    void refusesConsentToEverything() {
        assertRefused("consent-to-everything", () -> GenerateOptions.parse(null, null, "*", null));
    }

    @Test
    void refusesARenameOfNothing() {
        assertRefused("rename-unreadable", () -> GenerateOptions.parse(null, "post.title", null, null));
        assertRefused("rename-unreadable", () -> GenerateOptions.parse(null, "post.title:article", null, null));
    }

    private static List<String> generate(
            Upgrade upgrade, Schema models, @Nullable String allowed, @Nullable String later) throws IOException {
        return upgrade.generate(models, FormerNames.NONE, GenerateOptions.parse(null, null, allowed, later));
    }

    private static void assertRefused(String tag, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemsFound.class,
                        found -> assertThat(found.problems())
                                .extracting(Problem::tag)
                                .containsExactly(tag));
    }
}
