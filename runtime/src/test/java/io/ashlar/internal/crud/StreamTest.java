package io.ashlar.internal.crud;

import static io.ashlar.internal.crud.Blog.VIEWS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ashlar.query.Find;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

@SuppressWarnings("NullAway") // each test makes its blog
class StreamTest {

    private static final int ROWS = 1234; // more than two portions

    private Blog blog;

    @AfterEach
    void close() {
        if (blog != null) {
            blog.close();
        }
    }

    private void withPosts(String dialect) throws SQLException {
        blog = Blog.on(dialect);
        List<Author> authors = blog.authors.create(List.of(new Author(1, "Ada"), new Author(2, "Bob")));
        blog.posts.create(IntStream.range(0, ROWS)
                .mapToObj(i -> new Post("p%04d".formatted(i), "Post " + i, i).by(authors.get(i % 2)))
                .toList());
        blog.statements.reset();
    }

    @Databases
    void givesAllRowsInOrderWithTheirRelationsByPortions(String dialect) throws SQLException {
        withPosts(dialect);

        List<Post> all;
        try (Stream<Post> stream = blog.posts.stream(Find.defaults().order(VIEWS.desc()))) {
            all = stream.toList();
        }

        assertThat(all).hasSize(ROWS);
        assertThat(all).extracting(post -> post.views).isSortedAccordingTo((one, other) -> other - one);
        assertThat(all.get(1).author.name).isEqualTo("Ada");
        assertThat(blog.statements.seen()).hasSizeLessThanOrEqualTo(1 + ROWS / 500 + 1);
    }

    @Databases
    void keepsToWhatTakeNames(String dialect) throws SQLException {
        withPosts(dialect);

        try (Stream<Post> stream = blog.posts.stream(VIEWS.greaterThan(9), Find.take(20))) {
            assertThat(stream)
                    .hasSize(20)
                    .first()
                    .satisfies(post -> assertThat(post.views).isEqualTo(10));
        }
    }

    /** The pool has ten connections: leaking one each time would end it soon. */
    @Databases
    void givesItsConnectionBackHoweverItEnds(String dialect) throws SQLException {
        withPosts(dialect);

        for (int i = 0; i < 25; i++) {
            try (Stream<Post> early = blog.posts.stream(Find.defaults())) {
                assertThat(early.findFirst()).isPresent();
            }
            try (Stream<Post> untouched = blog.posts.stream(Find.defaults())) {
                assertThat(untouched).isNotNull();
            }
            assertThatThrownBy(() -> {
                        try (Stream<Post> failing = blog.posts.stream(Find.defaults())) {
                            failing.forEach(post -> {
                                throw new IllegalStateException("the consumer fails");
                            });
                        }
                    })
                    .hasMessage("the consumer fails");
            assertThat(blog.posts.stream(Find.defaults()).count()).isEqualTo(ROWS); // exhausted, and not closed
        }

        assertThat(blog.posts.count()).isEqualTo(ROWS);
    }
}
