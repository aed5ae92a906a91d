package io.ashlar.migration;

import static io.ashlar.schema.Schemas.id;
import static io.ashlar.schema.Schemas.schema;
import static io.ashlar.schema.Schemas.table;
import static io.ashlar.schema.Schemas.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.database.Dialect;
import io.ashlar.schema.FormerNames;
import io.ashlar.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What takes more than one migration, with rows. */
class SeveralMigrationsTest {

    private static final Schema FIRST = schema(table("post", id(), varchar("title", 20), varchar("body", 80)));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void backToTheFirstModelIsAMigrationOfItsOwn(Dialect dialect) throws Exception {
        try (var upgrade = new Upgrade(folder, dialect)) {
            upgrade.run(generate(upgrade, FIRST, null, null));
            upgrade.execute("insert into #post# values ('1', 'one', 'text')");
            upgrade.run(generate(
                    upgrade,
                    schema(table("post", id(), varchar("name", 40), varchar("slug", 9)), table("tag", id())),
                    "post.title:post.name",
                    "post.body"));
            upgrade.execute("insert into #post# values ('2', 'two', 'slug')");

            upgrade.run(generate(upgrade, FIRST, "post.name:post.title", "post.title,post.slug,tag"));

            upgrade.assertLooksLike(FIRST);
            assertThat(upgrade.rows("select #id#, #title#, #body# from #post# order by 1"))
                    .containsExactly("1, one, null", "2, two, null");
            assertThat(upgrade.generate(FIRST, FormerNames.NONE, GenerateOptions.NONE))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatIsDroppedLaterGoesInALaterRelease(Dialect dialect) throws Exception {
        var second = schema(table("post", id(), varchar("title", 20)));
        try (var upgrade = new Upgrade(folder, dialect)) {
            upgrade.run(generate(upgrade, FIRST, null, null));
            upgrade.execute("insert into #post# values ('1', 'one', 'text')");

            upgrade.generate(second, FormerNames.NONE, GenerateOptions.parse(null, null, null, "post.body")).stream()
                    .limit(1)
                    .forEach(sql -> assertThat(sql).doesNotContain("drop column"));
            assertThat(upgrade.rows("select #body# from #post#")).containsExactly("text");
            assertThat(upgrade.generate(second, FormerNames.NONE, GenerateOptions.NONE))
                    .isEmpty();

            upgrade.run(generate(upgrade, second, null, "post.body"));

            upgrade.assertLooksLike(second);
            assertThat(upgrade.rows("select * from #post#")).containsExactly("1, one");
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void tablesOfOtherModulesAreTouchedByNothing(Dialect dialect) throws Exception {
        try (var upgrade = new Upgrade(folder, dialect)) {
            upgrade.execute("create table #theirs# (#id# integer primary key, #post# integer)");
            upgrade.execute("insert into #theirs# values (1, 2)");
            List<Schema> versions = List.of(FIRST, schema(table("post", id(), varchar("title", 20))), Schema.EMPTY);

            for (Schema version : versions) {
                var sql = generate(upgrade, version, null, "post,post.body");
                assertThat(sql).doesNotContain("theirs");
                upgrade.run(sql);
            }

            assertThat(upgrade.rows("select * from #theirs#")).containsExactly("1, 2");
        }
    }

    private static String generate(Upgrade upgrade, Schema models, @Nullable String rename, @Nullable String allowed)
            throws Exception {
        return upgrade.generate(models, FormerNames.NONE, GenerateOptions.parse(null, rename, allowed, null))
                .get(0);
    }
}
