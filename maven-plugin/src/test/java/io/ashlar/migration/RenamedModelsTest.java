package io.ashlar.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.data.RenamedFrom;
import io.ashlar.data.Ulid;
import io.ashlar.database.Dialect;
import io.ashlar.schema.EclipseLinkSchemas;
import io.ashlar.schema.SchemaSource.ModelSchema;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A class and its fields under other names, from annotations to rows. */
@SuppressWarnings({"NullAway", "SameNameButDifferent"}) // JPA sets the fields; two releases of a model share names
class RenamedModelsTest {

    @TempDir
    Path folder;

    static final class First {

        @Entity
        static class Author {
            @Id
            @Ulid
            String id;
        }

        @Entity
        static class Post {
            @Id
            @Ulid
            String id;

            @Column(unique = true)
            String body;

            @ManyToOne
            Author writer;

            @ElementCollection
            Set<String> tags;

            @ManyToMany
            Set<Author> fans;
        }
    }

    static final class Second {

        @Entity
        static class Author {
            @Id
            @Ulid
            String id;
        }

        @Entity
        @RenamedFrom("Post")
        static class Article {
            @Id
            @Ulid
            String id;

            @RenamedFrom("body")
            @Column(unique = true)
            String text;

            @RenamedFrom("writer")
            @ManyToOne
            Author author;

            @RenamedFrom("tags")
            @ElementCollection
            Set<String> labels;

            @ManyToMany
            Set<Author> fans;
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void keepsEveryRowAndLink(Dialect dialect) throws Exception {
        var before = read(First.Author.class, First.Post.class);
        var after = read(Second.Author.class, Second.Article.class);
        var upgrade = new Upgrade(folder, dialect);
        upgrade.run(upgrade.generate(before.schema(), before.formerNames(), GenerateOptions.NONE)
                .get(0));
        upgrade.execute("insert into #author#(#id#) values ('a')");
        upgrade.execute("insert into #post#(#id#, #body#, #writer_id#) values ('1', 'hello', 'a')");
        upgrade.execute("insert into #post_tags#(#post_id#, #tags#) values ('1', 'new')");
        upgrade.execute("insert into #post_author#(#post_id#, #fans_id#) values ('1', 'a')");

        var up = upgrade.generate(after.schema(), after.formerNames(), GenerateOptions.NONE)
                .get(0);
        upgrade.run(up);

        assertThat(up).doesNotContain("create table", "drop table", "add column", "drop column");
        assertThat(upgrade.rows("select #text#, #author_id# from #article#")).containsExactly("hello, a");
        assertThat(upgrade.rows("select #article_id#, #labels# from #article_labels#"))
                .containsExactly("1, new");
        assertThat(upgrade.rows("select #article_id#, #fans_id# from #article_author#"))
                .containsExactly("1, a");
        upgrade.assertLooksLike(after.schema());
        assertThat(upgrade.generate(after.schema(), after.formerNames(), GenerateOptions.NONE))
                .isEmpty();
    }

    private static ModelSchema read(Class<?>... models) {
        return EclipseLinkSchemas.of("blog", List.of(models), RenamedModelsTest.class.getClassLoader())
                .read();
    }
}
