package io.ashlar.internal.crud;

import static io.ashlar.internal.crud.Blog.AUTHOR;
import static io.ashlar.internal.crud.Blog.ID;
import static io.ashlar.internal.crud.Blog.STATUS;
import static io.ashlar.internal.crud.Blog.TAGS;
import static io.ashlar.internal.crud.Blog.TITLE;
import static io.ashlar.internal.crud.Blog.VIEWS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ashlar.query.ComparableProperty;
import io.ashlar.query.FilteredUpdate;
import io.ashlar.query.Find;
import io.ashlar.query.ToMany;
import io.ashlar.query.Update;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many statements each method sends, for 3 records and for 40: the number must not grow with them. Posts have tags in a
 * table of their own and an author, authors cascade to pseudonyms. Beginning and ending transactions does not count.
 * The models are not woven, so that relations load with their page instead of on first touch.
 */
class StatementCountsTest {

    private static final ToMany<Author, Pseudonym, Long> PSEUDONYMS = new ToMany<>(Author.class, "pseudonyms");
    private static final ComparableProperty<Author, Long> AUTHOR_ID = new ComparableProperty<>(Author.class, "id");

    private final List<String> wrong = new ArrayList<>();

    @Databases
    void doNotGrowWithTheNumberOfRecords(String dialect) throws SQLException {
        for (int size : List.of(3, 40)) {
            try (Blog blog = Blog.on(dialect)) {
                measure(blog, dialect, size);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void measure(Blog blog, String dialect, int size) {
        Counter counter = new Counter(blog, dialect, size);
        List<Author> authors = authors(0, size);
        counter.count("create authors with pseudonyms", each(2), () -> blog.authors.create(authors));
        counter.count("create one", each(1), () -> blog.authors.create(new Author(10_000, "One")));
        counter.count("create one with collection", each(2), () -> blog.posts.create(post("one", 1, authors)));
        List<Post> posts = IntStream.range(0, size)
                .mapToObj(i -> post("p" + i, i, authors))
                .toList();
        counter.count("create many with collections", each(2), () -> blog.posts.create(posts));
        List<String> ids = posts.stream().map(post -> post.id).toList();
        List<Long> authorIds = authors.stream().map(author -> author.id).toList();

        counter.count("retrieve", each(2), () -> blog.posts.retrieve("p0"));
        counter.count(
                "retrieve with find",
                each(1),
                () -> blog.posts.retrieve("p0", Find.all().relations(AUTHOR)));
        counter.count(
                "retrieve selected",
                each(1),
                () -> blog.posts.retrieve("p0", Find.all().select(TITLE)));
        counter.count("list all", each(2), () -> blog.posts.list(Find.all()));
        counter.count("list selected", each(1), () -> blog.posts.list(Find.all().select(TITLE)));
        counter.count(
                "list with relation", each(1), () -> blog.posts.list(Find.all().relations(AUTHOR)));
        counter.count(
                "list to-many", each(3), () -> blog.authors.list(Find.all().relations(PSEUDONYMS)));
        counter.count(
                "list filter",
                each(1),
                () -> blog.posts.list(
                        VIEWS.greaterThan(-1).and(AUTHOR.matches(AUTHOR_ID.lessThan(9L))),
                        Find.all().select(ID)));
        counter.count(
                "listAndCount of a full page",
                each(2),
                () -> blog.posts.listAndCount(Find.take(2).select(TITLE)));
        counter.count(
                "listAndCount of all",
                each(1),
                () -> blog.posts.listAndCount(Find.all().select(TITLE)));
        counter.count("count", each(1), () -> blog.posts.count());
        counter.count("count filter", each(1), () -> blog.posts.count(VIEWS.greaterThan(1)));
        counter.count("exists", each(1), () -> blog.posts.exists("p1"));
        counter.count("exists filter", each(1), () -> blog.posts.exists(VIEWS.greaterThan(1)));
        counter.count("stream", each(1), () -> {
            try (Stream<Post> stream = blog.posts.stream(Find.all().select(TITLE))) {
                stream.forEach(post -> {});
            }
        });

        counter.count("update one", each(2, 2, 5), () -> blog.posts.update("p0", List.of(VIEWS.set(7))));
        counter.count(
                "update one, collection",
                each(7),
                () -> blog.posts.update("p0", List.of(VIEWS.set(7), TAGS.set(List.of("n", "m")))));
        counter.count(
                "update many alike",
                each(3, 2, 3),
                () -> blog.posts.update(updates(ids, id -> new Update<>(id, List.of(VIEWS.set(8))))));
        counter.count(
                "update many",
                each(3, 2, 3),
                () -> blog.posts.update(updates(
                        ids, id -> new Update<>(id, List.of(VIEWS.set(id.length()), TITLE.set("New " + id))))));
        counter.count(
                "update many of two kinds",
                each(6, 4, 6),
                () -> blog.posts.update(updates(
                        ids,
                        id -> new Update<>(
                                id,
                                id.endsWith("1")
                                        ? List.of(VIEWS.set(1))
                                        : List.of(STATUS.set(Post.Status.PUBLISHED))))));
        counter.count(
                "update many, collections",
                each(7, 6, 7),
                () -> blog.posts.update(updates(ids, id -> new Update<>(id, List.of(TAGS.set(List.of(id)))))));
        counter.count(
                "update many, expecting",
                each(3, 2, 3),
                () -> blog.posts.update(updates(
                        ids,
                        id -> new Update<>(id, List.of(STATUS.set(Post.Status.DRAFT), TITLE.expect("New " + id))))));
        counter.count("update filter", each(1), () -> blog.posts.update(VIEWS.greaterThan(-1), List.of(VIEWS.set(3))));
        counter.count(
                "update 2 filters",
                each(2),
                () -> blog.posts.update(List.of(
                        new FilteredUpdate<>(VIEWS.greaterThan(-1), List.of(VIEWS.set(3))),
                        new FilteredUpdate<>(VIEWS.lessThan(-1), List.of(VIEWS.set(3))))));
        counter.count(
                "update to-many set", each(4), () -> blog.authors.update(1L, List.of(PSEUDONYMS.setIds(List.of()))));

        counter.count("upsert one known", each(3, 2, 3), () -> blog.authors.upsert(new Author(10_000, "Again")));
        counter.count("upsert one new", each(2), () -> blog.authors.upsert(new Author(10_001, "New")));
        counter.count(
                "upsert known",
                each(6, 5, 6),
                () -> blog.posts.upsert(IntStream.range(0, size)
                        .mapToObj(i -> post("p" + i, i, authors))
                        .toList()));
        counter.count(
                "upsert new",
                each(3),
                () -> blog.posts.upsert(IntStream.range(0, size)
                        .mapToObj(i -> post("q" + i, i, authors))
                        .toList()));
        counter.count(
                "upsertWithReplace",
                each(8, 6, 8),
                () -> blog.authors.upsertWithReplace(authors(0, size), List.of(PSEUDONYMS)));

        counter.count("softDelete one", each(1), () -> blog.posts.softDelete("q0"));
        counter.count("restore one", each(2), () -> blog.posts.restore("q0"));
        counter.count("softDelete cascading", each(2, 2, 3), () -> blog.authors.softDelete(authorIds));
        counter.count("restore cascading", each(5), () -> blog.authors.restore(authorIds));
        counter.count(
                "softDelete filter", each(3, 3, 4), () -> blog.authors.softDelete(AUTHOR_ID.lessThan(1_000_000L)));
        counter.count("restore filter", each(6), () -> blog.authors.restore(AUTHOR_ID.lessThan(1_000_000L)));
        counter.count("delete one", each(2), () -> blog.posts.delete("q0"));
        counter.count("delete many", each(2), () -> blog.posts.delete(ids));
        counter.count("delete filter", each(3), () -> blog.posts.delete(ID.greaterThan("")));
        counter.count("delete cascading", each(2), () -> blog.authors.delete(authorIds));
        blog.authors.create(authors(100_000, size));
        counter.count("delete filter cascading", each(3), () -> blog.authors.delete(AUTHOR_ID.greaterThan(1L)));
        blog.posts.create(post("p", 1, List.of(blog.authors.create(new Author(1, "Ada")))));
        counter.count("deleteAll", each(3), () -> blog.posts.deleteAll());
        blog.authors.create(authors(100_000, size));
        counter.count("deleteAll cascading", each(3), () -> blog.authors.deleteAll());
        assertThat(blog.authors.count()).isZero();
    }

    /** How many on H2, PostgreSQL and MariaDB. */
    private record Counts(int h2, int postgresql, int mariadb) {

        int on(String dialect) {
            return switch (dialect) {
                case "h2" -> h2;
                case "postgresql" -> postgresql;
                default -> mariadb;
            };
        }
    }

    private static Counts each(int count) {
        return new Counts(count, count, count);
    }

    private static Counts each(int h2, int postgresql, int mariadb) {
        return new Counts(h2, postgresql, mariadb);
    }

    /** Counts the statements of calls, and notes where they are not as many as expected. */
    private final class Counter {

        private final Blog blog;
        private final String dialect;
        private final int size;

        Counter(Blog blog, String dialect, int size) {
            this.blog = blog;
            this.dialect = dialect;
            this.size = size;
        }

        void count(String name, Counts expected, Runnable call) {
            blog.statements.reset();
            call.run();
            List<String> seen = blog.statements.seen();
            if (seen.size() != expected.on(dialect)) {
                wrong.add(name + " of " + size + ": " + expected.on(dialect) + " expected, but was " + seen.size()
                        + ": " + String.join("; ", seen));
            }
        }
    }

    private static List<Update<Post, String>> updates(List<String> ids, Function<String, Update<Post, String>> of) {
        return ids.stream().map(of).toList();
    }

    private static List<Author> authors(int from, int size) {
        return IntStream.range(from, from + size)
                .mapToObj(
                        i -> new Author(i, "Author " + i).alias(i * 2L, "A" + i).alias(i * 2L + 1, "B" + i))
                .toList();
    }

    private static Post post(String id, int number, List<Author> authors) {
        return new Post(id, "Post " + id, number)
                .by(authors.get(number % authors.size()))
                .tagged("a", "b" + number);
    }
}
