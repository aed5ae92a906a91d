package io.ashlar.internal.crud;

import static io.ashlar.internal.crud.Blog.TAGS;
import static io.ashlar.internal.crud.Blog.VIEWS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.crud.NotFound;
import io.ashlar.query.Find;
import io.ashlar.query.ToMany;
import io.ashlar.query.Update;
import java.sql.SQLException;
import java.util.List;

/** Collections of many records, which are written together, keep to their records. */
class CollectionsOfManyTest {

    @Databases
    void areReplacedByUpdatesOfMany(String dialect) throws SQLException {
        try (Blog blog = Blog.on(dialect)) {
            blog.posts.create(posts());

            List<Post> updated = blog.posts.update(List.of(
                    new Update<>("c", List.of(TAGS.set(List.of("3", "4")), VIEWS.set(9))),
                    new Update<>("a", List.of(TAGS.set(List.of()))),
                    new Update<>("b", List.of(VIEWS.set(8)))));

            assertThat(updated).extracting(post -> post.id).containsExactly("c", "a", "b");
            assertThat(updated.get(0).tags).containsExactlyInAnyOrder("3", "4");
            assertThat(updated.get(0).views).isEqualTo(9);
            assertThat(updated.get(1).tags).isEmpty();
            assertThat(updated.get(2).tags).containsExactly("b");
            assertThat(blog.posts.list(Find.all()))
                    .usingRecursiveFieldByFieldElementComparatorOnFields("id", "views", "tags")
                    .containsExactlyInAnyOrderElementsOf(updated);
        }
    }

    @Databases
    void stayWhenOneOfTheRecordsIsNotThere(String dialect) throws SQLException {
        try (Blog blog = Blog.on(dialect)) {
            blog.posts.create(posts());

            assertThatThrownBy(() -> blog.posts.update(List.of(
                            new Update<>("a", List.of(TAGS.set(List.of("x")))),
                            new Update<>("nope", List.of(TAGS.set(List.of("x")))))))
                    .isInstanceOfSatisfying(
                            NotFound.class, e -> assertThat(e.ids()).containsExactly("nope"));

            assertThat(blog.posts.retrieve("a").tags).containsExactly("a");
        }
    }

    @Databases
    void areReplacedByUpserts(String dialect) throws SQLException {
        try (Blog blog = Blog.on(dialect)) {
            blog.posts.create(posts());

            blog.posts.upsert(List.of(new Post("a", "A", 1).tagged("1", "2"), new Post("b", "B", 1).tagged()));

            assertThat(blog.posts.retrieve("a").tags).containsExactlyInAnyOrder("1", "2");
            assertThat(blog.posts.retrieve("b").tags).isEmpty();
            assertThat(blog.posts.retrieve("c").tags).containsExactly("c");
        }
    }

    @Databases
    void areLeftAloneByUpsertWithReplaceIfNobodyLookedAtThem(String dialect) throws SQLException {
        try (Blog blog = Blog.on(dialect)) {
            var pseudonyms = new ToMany<Author, Pseudonym, Long>(Author.class, "pseudonyms");
            blog.authors.create(new Author(1, "Ada").alias(1, "A").alias(2, "B"));

            Author unseen = blog.authors.retrieve(1L);
            unseen.name = "Ada L.";
            blog.authors.upsertWithReplace(unseen, List.of(pseudonyms));
            assertThat(blog.pseudonyms.count()).isEqualTo(2);
            assertThat(blog.authors.retrieve(1L).name).isEqualTo("Ada L.");

            Author seen = blog.authors.retrieve(1L);
            seen.pseudonyms.clear();
            blog.authors.upsertWithReplace(seen, List.of(pseudonyms));
            assertThat(blog.pseudonyms.count()).isZero();
        }
    }

    private static List<Post> posts() {
        return List.of(
                new Post("a", "A", 1).tagged("a"),
                new Post("b", "B", 1).tagged("b"),
                new Post("c", "C", 1).tagged("c"));
    }
}
