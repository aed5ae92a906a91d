package io.ashlar.internal.crud;

import static io.ashlar.internal.crud.Blog.AUTHOR;
import static io.ashlar.internal.crud.Blog.DELETED_AT;
import static io.ashlar.internal.crud.Blog.ID;
import static io.ashlar.internal.crud.Blog.PLACE;
import static io.ashlar.internal.crud.Blog.RANK;
import static io.ashlar.internal.crud.Blog.STATUS;
import static io.ashlar.internal.crud.Blog.TAGS;
import static io.ashlar.internal.crud.Blog.TITLE;
import static io.ashlar.internal.crud.Blog.VIEWS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.crud.AlreadyExists;
import io.ashlar.crud.NotFound;
import io.ashlar.crud.ReferenceMissing;
import io.ashlar.crud.StillReferenced;
import io.ashlar.crud.ValueRequired;
import io.ashlar.problem.ProblemsFound;
import io.ashlar.query.Change;
import io.ashlar.query.Filter;
import io.ashlar.query.Find;
import jakarta.data.Sort;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway") // passes null on purpose, as callers without null checks do
class CrudTest {

    private Blog blog;

    @AfterEach
    void close() {
        if (blog != null) {
            blog.close();
        }
    }

    @Databases
    void createsAndRetrievesWithTimes(String dialect) throws SQLException {
        blog = Blog.on(dialect);
        Instant before = Instant.now().minusMillis(1);

        Post created = blog.posts.create(new Post("p1", "Hello", 3).ranked(7).tagged("a", "b"));
        Post read = blog.posts.retrieve("p1");

        assertThat(created.getCreatedAt()).isAfter(before).isEqualTo(created.getUpdatedAt());
        assertThat(read).isNotSameAs(created);
        assertThat(read.title).isEqualTo("Hello");
        assertThat(read.views).isEqualTo(3);
        assertThat(read.rank).isEqualTo(7);
        assertThat(read.status).isEqualTo(Post.Status.DRAFT);
        assertThat(read.tags).containsExactlyInAnyOrder("a", "b");
        assertThat(read.getCreatedAt()).isEqualTo(created.getCreatedAt());
        assertThat(read.getUpdatedAt()).isEqualTo(created.getUpdatedAt());
        assertThat(read.getDeletedAt()).isNull();
    }

    @Databases
    void createsManyInOneBatchAndNoneWithoutSql(String dialect) throws SQLException {
        blog = Blog.on(dialect);
        blog.posts.create(new Post("p", "First", 0));
        List<Post> many = IntStream.range(0, 500)
                .mapToObj(i -> new Post("p" + i, "Post " + i, i))
                .toList();
        blog.statements.reset();

        List<Post> created = blog.posts.create(many);

        assertThat(blog.statements.seen())
                .filteredOn(sql -> sql.startsWith("insert"))
                .hasSize(1);
        assertThat(created).containsExactlyElementsOf(many);
        blog.statements.reset();
        assertThat(blog.posts.create(List.of())).isEmpty();
        assertThat(blog.statements.seen()).isEmpty();
    }

    @Databases
    void createsAllOrNone(String dialect) throws SQLException {
        blog = Blog.on(dialect);

        assertThatThrownBy(() -> blog.posts.create(
                        List.of(new Post("p1", "One", 0), new Post("p2", "Two", 0), new Post("p3", "One", 0))))
                .isInstanceOf(AlreadyExists.class);

        assertThat(blog.posts.list(Find.all())).isEmpty();
    }

    @Databases
    void createsWithARelatedRecordReadBefore(String dialect) throws SQLException {
        blog = Blog.on(dialect);
        blog.authors.create(new Author(1, "Ada"));
        Author ada = blog.authors.retrieve(1L);

        Post one = blog.posts.create(new Post("p1", "One", 0).by(ada));
        blog.posts.create(List.of(new Post("p2", "Two", 0).by(ada), new Post("p3", "Three", 0).by(ada)));

        assertThat(one.author).isSameAs(ada);
        assertThat(blog.posts.retrieve("p3").author.name).isEqualTo("Ada");
        assertThat(blog.authors.retrieve(1L).name).isEqualTo("Ada");
    }

    @Databases
    void createsWhatTheRecordCascadesTo(String dialect) throws SQLException {
        blog = Blog.on(dialect);

        blog.authors.create(new Author(1, "Ada").alias(10, "A.").alias(11, "B."));

        assertThat(blog.pseudonyms.list(Find.all()))
                .extracting(pseudonym -> pseudonym.name)
                .containsExactly("A.", "B.");
        assertThat(blog.pseudonyms.retrieve(10L).getCreatedAt()).isNotNull();
    }

    @Databases
    void refusesARelatedRecordThatIsNotStored(String dialect) throws SQLException {
        blog = Blog.on(dialect);

        assertThatThrownBy(() -> blog.posts.create(new Post("p1", "One", 0).by(new Author(99, "Nobody"))))
                .isInstanceOf(ReferenceMissing.class)
                .hasMessageContaining("You tried to set relationship author_id: ")
                .hasMessageEndingWith("but such entity does not exist");
    }

    @Databases
    void saysWhatWasNotFound(String dialect) throws SQLException {
        blog = Blog.on(dialect);

        assertThatThrownBy(() -> blog.posts.retrieve("1"))
                .isInstanceOfSatisfying(NotFound.class, e -> assertThat(e.ids()).containsExactly("1"))
                .hasMessage("Post with id: 1 was not found");
        assertThatThrownBy(() -> blog.posts.update("1", List.of(TITLE.set("x"))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> blog.posts.retrieve(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("post - id must be defined");
    }

    @Databases
    void listsFifteenByIdUnlessAskedOtherwise(String dialect) throws SQLException {
        blog = Blog.on(dialect);
        blog.posts.create(IntStream.range(0, 40)
                .mapToObj(i -> new Post("p%02d".formatted(39 - i), "Post " + i, i % 4))
                .toList());

        assertThat(ids(blog.posts.list(Find.defaults())))
                .isEqualTo(IntStream.range(0, 15).mapToObj("p%02d"::formatted).toList());
        assertThat(ids(blog.posts.list(Find.take(3).skip(38)))).containsExactly("p38", "p39");
        assertThat(blog.posts.list(Find.all())).hasSize(40);
        assertThat(blog.posts.list(Find.all().skip(30))).hasSize(10);
        assertThat(ids(blog.posts.list(Find.take(3).order(VIEWS.desc(), TITLE.asc()))))
                .containsExactly("p28", "p24", "p20");
        assertThat(ids(blog.posts.list(Find.take(2).order(VIEWS.asc())))).containsExactly("p03", "p07");
    }

    @Databases
    void readsTheRelatedRecordsOfAPageTogether(String dialect) throws SQLException {
        blog = Blog.on(dialect);
        List<Author> authors = blog.authors.create(IntStream.range(1, 30)
                .mapToObj(i -> new Author(i, "Author " + i))
                .toList());
        blog.posts.create(IntStream.range(1, 30)
                .mapToObj(i -> new Post("p%02d".formatted(i), "Post " + i, i).by(authors.get(i - 1)))
                .toList());
        blog.posts.create(new Post("p99", "Post without author", 0));
        blog.statements.reset();

        List<Post> page = blog.posts.list(Find.take(20).skip(10));

        assertThat(blog.statements.seen()).hasSize(2);
        assertThat(page.get(0).author.name).isEqualTo("Author 11");
        assertThat(page.get(19).author).isNull();
    }

    @Databases
    void countsWhatMatchesWhateverThePage(String dialect) throws SQLException {
        blog = Blog.on(dialect);
        blog.posts.create(IntStream.range(0, 20)
                .mapToObj(i -> new Post("p" + i, "Post " + i, i))
                .toList());

        assertThat(blog.posts.listAndCount(VIEWS.lessThan(10), Find.take(3)).count())
                .isEqualTo(10);
        assertThat(blog.posts.listAndCount(VIEWS.lessThan(10), Find.take(3)).items())
                .hasSize(3);
        assertThat(blog.posts.listAndCount(Find.take(3).skip(19)).count()).isEqualTo(20);
        assertThat(blog.posts.listAndCount(Find.take(3).skip(100)).count()).isEqualTo(20);
        assertThat(blog.posts.listAndCount(Find.all()).count()).isEqualTo(20);
    }

    @Databases
    void filters(String dialect) throws SQLException {
        blog = Blog.on(dialect);
        Author ada = blog.authors.create(new Author(1, "Ada"));
        blog.authors.create(new Author(2, "Bob"));
        Author bob = blog.authors.retrieve(2L);
        blog.posts.create(List.of(
                new Post("a", "Alpha", 1).by(ada).ranked(1),
                new Post("b", "Beta", 2).by(bob),
                new Post("c", "O'Hara; DROP TABLE post", 3).ranked(3)));
        blog.posts.update("b", List.of(STATUS.set(Post.Status.PUBLISHED)));

        assertThat(matching(TITLE.equalTo("O'Hara; DROP TABLE post"))).containsExactly("c");
        assertThat(matching(TITLE.notEqualTo("Alpha"))).containsExactly("b", "c");
        assertThat(matching(STATUS.equalTo(Post.Status.PUBLISHED))).containsExactly("b");
        assertThat(matching(STATUS.in(Post.Status.PUBLISHED, Post.Status.DRAFT)))
                .containsExactly("a", "b", "c");
        assertThat(matching(ID.in("a", "c", "nope"))).containsExactly("a", "c");
        assertThat(matching(ID.in())).isEmpty();
        assertThat(matching(ID.in().or(ID.equalTo("a")))).containsExactly("a");
        assertThat(matching(ID.in().not())).containsExactly("a", "b", "c");
        assertThat(matching(VIEWS.greaterThan(1))).containsExactly("b", "c");
        assertThat(matching(VIEWS.greaterThanOrEqualTo(2).and(VIEWS.lessThanOrEqualTo(2))))
                .containsExactly("b");
        assertThat(matching(VIEWS.between(1, 2))).containsExactly("a", "b");
        assertThat(matching(VIEWS.lessThan(2).or(VIEWS.greaterThan(2)))).containsExactly("a", "c");
        assertThat(matching(VIEWS.lessThan(2).or(VIEWS.greaterThan(2)).not())).containsExactly("b");
        assertThat(matching(RANK.isNull())).containsExactly("b");
        assertThat(matching(RANK.isNotNull())).containsExactly("a", "c");
        assertThat(matching(RANK.notEqualTo(1))).containsExactly("c");
        assertThat(matching(AUTHOR.equalTo(ada))).containsExactly("a");
        assertThat(matching(AUTHOR.equalToId(2L))).containsExactly("b");
        assertThat(matching(AUTHOR.notEqualTo(ada))).containsExactly("b");
        assertThat(matching(AUTHOR.in(ada, bob))).containsExactly("a", "b");
        assertThat(matching(AUTHOR.inIds(2L, 3L))).containsExactly("b");
        assertThat(matching(AUTHOR.isNull())).containsExactly("c");
        assertThat(matching(AUTHOR.isNotNull())).containsExactly("a", "b");
        assertThat(blog.statements.seen())
                .filteredOn(sql -> sql.startsWith("select"))
                .noneMatch(sql -> sql.contains("Hara") || sql.contains("JOIN") || sql.contains("PUBLISHED"));
    }

    @Databases
    void updatesOnlyWhatIsNamed(String dialect) throws SQLException {
        blog = Blog.on(dialect);
        blog.authors.create(List.of(new Author(1, "Ada"), new Author(2, "Bob")));
        Post created = blog.posts.create(new Post("p1", "Hello", 3).ranked(1).by(blog.authors.retrieve(1L)));
        blog.statements.reset();

        Post updated = blog.posts.update("p1", List.of(TITLE.set("Hi"), RANK.set(null), AUTHOR.setId(2L)));

        assertThat(updated.title).isEqualTo("Hi");
        assertThat(updated.views).isEqualTo(3);
        assertThat(updated.rank).isNull();
        assertThat(updated.author.name).isEqualTo("Bob");
        assertThat(updated.getUpdatedAt()).isAfter(created.getUpdatedAt());
        assertThat(updated.getCreatedAt()).isEqualTo(created.getCreatedAt());
        assertThat(blog.statements.seen())
                .filteredOn(sql -> sql.contains(" set "))
                .singleElement()
                .satisfies(sql -> assertThat(sql.substring(sql.indexOf(" set "), sql.indexOf(" where ")))
                        .contains("title")
                        .doesNotContain("views", "status", "created_at"));
        assertThat(blog.posts.retrieve("p1"))
                .usingRecursiveComparison()
                .comparingOnlyFields("title", "views", "rank", "author.name", "updatedAt")
                .isEqualTo(updated);
    }

    @Databases
    void updatesEmbeddedValuesAndCollections(String dialect) throws SQLException {
        blog = Blog.on(dialect);
        blog.posts.create(new Post("p1", "Hello", 3).tagged("a", "b"));

        blog.posts.update("p1", List.of(PLACE.set(new Place("Wien", "Ring")), TAGS.set(List.of("b", "c"))));

        Post read = blog.posts.retrieve("p1");
        assertThat(read.place.city).isEqualTo("Wien");
        assertThat(read.tags).containsExactlyInAnyOrder("b", "c");
        blog.posts.update("p1", List.of(PLACE.set(null), TAGS.set(List.of())));
        assertThat(blog.posts.retrieve("p1").place).isNull();
        assertThat(blog.posts.retrieve("p1").tags).isEmpty();
    }

    @Databases
    void updatesWhatMatchesInOneStatement(String dialect) throws SQLException {
        blog = Blog.on(dialect);
        blog.authors.create(new Author(1, "Ada"));
        List<Post> created = blog.posts.create(IntStream.range(0, 20)
                .mapToObj(i -> new Post("p" + i, "Post " + i, i))
                .toList());
        blog.posts.softDelete("p0");
        blog.statements.reset();

        long count = blog.posts.update(
                VIEWS.lessThan(5), List.of(STATUS.set(Post.Status.PUBLISHED), RANK.set(null), AUTHOR.setId(1L)));

        assertThat(count).isEqualTo(4);
        assertThat(blog.statements.seen()).hasSize(1);
        List<Post> published = blog.posts.list(STATUS.equalTo(Post.Status.PUBLISHED), Find.all());
        assertThat(ids(published)).containsExactly("p1", "p2", "p3", "p4");
        assertThat(published)
                .allSatisfy(post ->
                        assertThat(post.getUpdatedAt()).isAfter(created.get(0).getUpdatedAt()))
                .allSatisfy(post -> assertThat(post.author.name).isEqualTo("Ada"));
        assertThat(blog.posts.update(VIEWS.lessThan(3), List.of(AUTHOR.set(null))))
                .isEqualTo(2);
        assertThat(matching(AUTHOR.isNull().and(VIEWS.lessThan(5)))).containsExactly("p1", "p2");
        assertThat(blog.posts.update(VIEWS.greaterThan(100), List.of(VIEWS.set(1))))
                .isZero();
        assertThat(blog.posts.update(VIEWS.lessThan(5), List.of())).isZero();
    }

    @Databases
    void deletesForGood(String dialect) throws SQLException {
        blog = Blog.on(dialect);
        blog.posts.create(IntStream.range(0, 10)
                .mapToObj(i -> new Post("p" + i, "Post " + i, i).tagged("tag"))
                .toList());
        blog.posts.softDelete("p1");

        blog.posts.delete("p0");
        blog.posts.delete(List.of("p1", "p2", "unknown", "p2"));
        long count = blog.posts.delete(VIEWS.greaterThan(7));

        assertThat(count).isEqualTo(2);
        assertThat(ids(blog.posts.list(Find.all().withDeleted()))).containsExactly("p3", "p4", "p5", "p6", "p7");
        blog.statements.reset();
        blog.posts.delete(List.of());
        assertThat(blog.posts.softDelete(List.of())).isEmpty();
        assertThat(blog.posts.restore(List.of())).isEmpty();
        assertThat(blog.posts.delete(ID.in())).isZero();
        assertThat(blog.statements.seen()).isEmpty();
    }

    @Databases
    void deletesWhatTheRecordOwns(String dialect) throws SQLException {
        blog = Blog.on(dialect);
        blog.authors.create(List.of(new Author(1, "Ada").alias(10, "A."), new Author(2, "Bob").alias(11, "B.")));

        blog.authors.delete(1L);

        assertThat(blog.pseudonyms.list(Find.all()))
                .extracting(pseudonym -> pseudonym.id)
                .containsExactly(11L);
    }

    @Databases
    void takesVeryManyIds(String dialect) throws SQLException {
        blog = Blog.on(dialect);
        blog.posts.create(IntStream.range(0, 2500)
                .mapToObj(i -> new Post("p" + i, "Post " + i, i))
                .toList());
        List<String> ids = new ArrayList<>(
                IntStream.range(0, 70_000).mapToObj(i -> "p" + i).toList());
        blog.statements.reset();

        assertThat(blog.posts.softDelete(ids.subList(1000, 3500)).get("post_id"))
                .hasSize(1500);
        blog.posts.delete(ids);

        assertThat(blog.posts.list(Find.all().withDeleted())).isEmpty();
        assertThat(blog.statements.seen()).hasSizeLessThan(160);
    }

    @Databases
    void hidesWhatIsSoftlyDeletedUntilItIsRestored(String dialect) throws SQLException {
        blog = Blog.on(dialect);
        blog.posts.create(List.of(new Post("a", "A", 1), new Post("b", "B", 2), new Post("c", "C", 3)));

        assertThat(blog.posts.softDelete("b")).isEqualTo(Map.of("post_id", List.of("b")));
        assertThat(blog.posts.softDelete(List.of("c", "b", "unknown"))).isEqualTo(Map.of("post_id", List.of("c")));
        assertThat(blog.posts.softDelete("b")).isEmpty();

        assertThatThrownBy(() -> blog.posts.retrieve("b")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> blog.posts.update("b", List.of(VIEWS.set(9)))).isInstanceOf(NotFound.class);
        assertThat(ids(blog.posts.list(Find.all()))).containsExactly("a");
        assertThat(blog.posts.listAndCount(Find.take(1)).count()).isEqualTo(1);
        assertThat(blog.posts.update(VIEWS.greaterThan(0), List.of(VIEWS.set(5))))
                .isEqualTo(1);
        assertThat(ids(blog.posts.list(Find.all().withDeleted()))).containsExactly("a", "b", "c");
        assertThat(matching(DELETED_AT.isNotNull())).containsExactly("b", "c");
        assertThat(blog.posts.list(DELETED_AT.isNotNull(), Find.all()))
                .allSatisfy(post -> assertThat(post.getDeletedAt()).isNotNull());

        assertThat(blog.posts.restore(List.of("a", "b"))).isEqualTo(Map.of("post_id", List.of("b")));
        assertThat(blog.posts.restore("unknown")).isEmpty();
        assertThat(blog.posts.retrieve("b").getDeletedAt()).isNull();
    }

    @Databases
    void keepsIdsOfSeveralAttributes(String dialect) throws SQLException {
        blog = Blog.on(dialect);
        blog.seats.create(List.of(new Seat(1, 1, "Ada"), new Seat(1, 2, "Bob"), new Seat(2, 1, "Cyd")));
        Seat.Place second = new Seat.Place(1, 2);

        assertThat(blog.seats.retrieve(second).guest).isEqualTo("Bob");
        assertThat(blog.seats.update(second, List.of(new Change<>("guest", "Eve"))).guest)
                .isEqualTo("Eve");
        assertThat(blog.seats.softDelete(second)).isEqualTo(Map.of("seat_id", List.of(second)));
        assertThat(blog.seats.list(Find.all())).extracting(seat -> seat.guest).containsExactly("Ada", "Cyd");
        assertThat(blog.seats.restore(second)).isEqualTo(Map.of("seat_id", List.of(second)));
        blog.seats.delete(List.of(new Seat.Place(1, 1), second));
        assertThat(blog.seats.list(Find.all())).extracting(seat -> seat.guest).containsExactly("Cyd");
        assertThatThrownBy(() -> blog.seats.retrieve(second)).hasMessage("Seat with id: 1/2 was not found");
    }

    @Databases
    void saysWhatTheDatabaseRefuses(String dialect) throws SQLException {
        blog = Blog.on(dialect);
        Author ada = blog.authors.create(new Author(1, "Ada"));
        blog.posts.create(List.of(new Post("p1", "Hello", 1).by(ada), new Post("p2", "Other", 1)));

        assertThatThrownBy(() -> blog.posts.create(new Post("p3", "Hello", 1)))
                .isInstanceOfSatisfying(
                        AlreadyExists.class, e -> assertThat(e.property()).contains("title"))
                .hasMessage("Post with title: Hello, already exists.");
        assertThatThrownBy(() -> blog.posts.create(new Post("p1", "New", 1)))
                .isInstanceOfSatisfying(
                        AlreadyExists.class, e -> assertThat(e.property()).contains("id"))
                .hasMessage("Post with id: p1, already exists.");
        assertThatThrownBy(() -> blog.posts.update("p2", List.of(TITLE.set("Hello"))))
                .isInstanceOf(AlreadyExists.class);
        assertThatThrownBy(() -> blog.posts.create(new Post("p3", null, 1)))
                .isInstanceOfSatisfying(
                        ValueRequired.class, e -> assertThat(e.property()).contains("title"))
                .hasMessage("Cannot set field 'title' of Post to null");
        assertThatThrownBy(() -> blog.posts.update("p1", List.of(TITLE.set(null))))
                .isInstanceOf(ValueRequired.class);
        assertThatThrownBy(() -> blog.posts.update("p1", List.of(VIEWS.set(null))))
                .isInstanceOf(ValueRequired.class);
        assertThatThrownBy(() -> blog.posts.update("p1", List.of(AUTHOR.setId(9L))))
                .isInstanceOfSatisfying(
                        ReferenceMissing.class, e -> assertThat(e.property()).contains("author"))
                .hasMessage("You tried to set relationship author_id: 9, but such entity does not exist");
        assertThatThrownBy(() -> blog.posts.update(ID.equalTo("p1"), List.of(AUTHOR.setId(9L))))
                .isInstanceOf(ReferenceMissing.class);
        assertThatThrownBy(() -> blog.authors.delete(1L))
                .isInstanceOf(StillReferenced.class)
                .hasMessageContaining("Cannot delete Author")
                .hasMessageEndingWith("it is still referenced from post");
        assertThat(blog.posts.list(Find.all())).hasSize(2);
    }

    @Databases
    void saysHowToGetTheMissingTables(String dialect) {
        blog = Blog.withoutTables(dialect);

        assertThatThrownBy(() -> blog.posts.list(Find.defaults()))
                .isInstanceOf(ProblemsFound.class)
                .hasMessageContaining("[tables-missing]")
                .hasMessageContaining("mvn modules:db-migrate -Dmodule=blog");
        assertThatThrownBy(() -> blog.posts.create(new Post("p1", "One", 1))).isInstanceOf(ProblemsFound.class);
    }

    @ParameterizedTest
    @ValueSource(strings = "h2")
    void refusesWhatWouldDestroyByAccident(String dialect) throws SQLException {
        blog = Blog.on(dialect);
        blog.posts.create(List.of(new Post("a", "A", 1), new Post("b", "B", 2)));

        assertRefused(() -> blog.posts.delete((String) null), "post - id must be defined");
        assertRefused(() -> blog.posts.delete((List<String>) null), "ids must be defined");
        assertRefused(() -> blog.posts.delete((Filter<Post>) null), "filter must be defined");
        assertRefused(() -> blog.posts.delete(Arrays.asList("a", null)), "post - id must be defined");
        assertRefused(() -> blog.posts.softDelete(Collections.singletonList(null)), "post - id must be defined");
        assertRefused(() -> blog.posts.restore((String) null), "post - id must be defined");
        assertRefused(() -> blog.posts.delete(ID.in().not()), "matches every Post");
        assertRefused(() -> blog.posts.update(ID.in().not(), List.of(VIEWS.set(1))), "matches every Post");
        assertRefused(() -> blog.posts.update((Filter<Post>) null, List.of(VIEWS.set(1))), "filter must be defined");
        assertRefused(() -> blog.posts.update("a", null), "changes of Post must be defined");
        assertRefused(() -> blog.posts.update("a", Collections.singletonList(null)), "one of them is null");
        assertRefused(() -> blog.posts.create((Post) null), "Post must be defined");
        assertRefused(() -> blog.posts.create(Arrays.asList(new Post("c", "C", 1), null)), "one of them is null");
        Post twice = new Post("c", "C", 1);
        assertRefused(() -> blog.posts.create(List.of(twice, twice)), "given twice");
        assertRefused(() -> TITLE.equalTo(null), "Post.title - cannot be compared with null");
        assertRefused(() -> TITLE.in("a", null), "Post.title - cannot be compared with null");
        assertRefused(() -> AUTHOR.equalTo(null), "Post.author - cannot be compared with null");
        assertRefused(() -> TITLE.equalTo("A").and(null), "filter");
        assertThat(blog.posts.list(Find.all())).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = "h2")
    void refusesWhatTheModelDoesNotHave(String dialect) throws SQLException {
        blog = Blog.on(dialect);
        blog.posts.create(new Post("a", "A", 1));

        assertRefused(
                () -> blog.posts.list(new Filter.IsNull<>("titel"), Find.all()),
                "Post has no attribute 'titel'. Did you mean 'title'? Known: author, createdAt");
        assertRefused(() -> blog.posts.update("a", List.of(new Change<>("titel", "x"))), "Did you mean 'title'?");
        assertRefused(() -> blog.posts.list(Find.all().order(Sort.asc("view"))), "Did you mean 'views'?");
        assertRefused(() -> blog.posts.list(Find.all().order(Sort.asc("author"))), "Post.author cannot be ordered by");
        assertRefused(() -> blog.posts.update("a", List.of(new Change<>("views", "x"))), "Post.views is a int");
        assertRefused(
                () -> blog.posts.list(new Filter.Comparison<>("views", Filter.Operator.EQUAL, "1 OR 1=1"), Find.all()),
                "Post.views is a int");
        assertRefused(() -> blog.posts.update("a", List.of(ID.set("b"))), "Post.id identifies the record");
        assertRefused(() -> blog.posts.update("a", List.of(DELETED_AT.set(null))), "Post.deletedAt is kept by Ashlar");
        assertRefused(() -> blog.posts.update("a", List.of(VIEWS.set(1), VIEWS.set(2))), "changed twice");
        assertRefused(
                () -> blog.posts.list(new Filter.Comparison<>("tags", Filter.Operator.EQUAL, "a"), Find.all()),
                "Post.tags cannot be compared like this");
        assertRefused(() -> blog.posts.list(Filter.search("a"), Find.all()), "annotate text attributes");
        assertRefused(() -> Find.take(0), "take 1 or more");
        assertRefused(() -> Find.take(1).skip(-1), "skip 0 or more");
    }

    private List<String> matching(Filter<Post> filter) {
        return ids(blog.posts.list(filter, Find.all()));
    }

    private static List<String> ids(List<Post> posts) {
        return posts.stream().map(post -> post.id).toList();
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
